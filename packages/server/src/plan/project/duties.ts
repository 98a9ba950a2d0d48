import { streamDuty } from '@haixuan/domain/gate/fact'
import { cite, type RuleSet } from '@haixuan/domain/gate/rule-set'
import { OWNERS, SEVERITIES } from '@haixuan/domain/gate/words'
import type { Project } from '@haixuan/domain/plan/project'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'

export const duty = z.object({
  path: z.string().describe('of the plan that it asks to be filled'),
  confirm: z.string().nullable().describe('name to confirm it by; none when a part of the plan itself fills it'),
  market: z.string(),
  rule: z.string(),
  title: text,
  remedy: text,
  source: z.string(),
  severity: z.enum(SEVERITIES),
  statutory: z.boolean(),
  owner: z.enum(OWNERS),
  confirmed: z.object({ by: z.string(), on: z.string() }).nullable(),
})

const CONFIRMED = 'confirmed.'

/** P1 · What the law of each market asks of the stream itself on its day, and who has confirmed it. */
export const dutiesOf = (plan: Project, markets: readonly RuleSet[]): z.output<typeof duty>[] =>
  markets.flatMap(({ market, rules }) =>
    rules.flatMap((r) => {
      const path = streamDuty(r)
      if (path === undefined) return []
      const confirm = path.startsWith(CONFIRMED) ? path.slice(CONFIRMED.length) : null
      return [
        {
          path,
          confirm,
          market: market.id,
          rule: r.id,
          title: r.title,
          remedy: r.remedy,
          source: cite(r),
          severity: r.severity,
          statutory: r.statutory,
          owner: r.owner,
          confirmed: (confirm !== null && plan.confirmed?.[confirm]) || null,
        },
      ]
    }),
  )
