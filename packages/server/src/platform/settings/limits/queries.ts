import type { Day } from '@haixuan/domain/kernel/day'
import { z } from 'zod'
import { text } from '../../http/schemas.ts'
import { query } from '../../queries/query.ts'
import { dayHere } from '../day-here.ts'
import { refundLimits } from './refund-limit.ts'
import { retentionYears } from './retention-limit.ts'
import { riskThresholds } from './risk-limit.ts'

const source = z.object({ act: z.string(), article: z.string().nullable() })
const setting = <S extends z.ZodType>(value: S) =>
  z.object({
    version: z.int().describe('0 while none was set'),
    value: value.describe('in force today'),
    history: z
      .array(
        z.object({
          version: z.int(),
          from: z.string(),
          value,
          reason: z.string(),
          by: z.string(),
          at: z.string(),
          standing: z.enum(['in-force', 'coming', 'past']),
        }),
      )
      .describe('newest first'),
  })
const of = { refund: refundLimits, risk: riskThresholds, retention: retentionYears }

/** T2, T4, S2 · The limits an organisation goes by, what the standard gives, on what ground, and every change of them. */
const limits = query({
  name: 'limit.list',
  path: '/settings/limits',
  summary: { zh: '限额、阈值与保存年限', en: 'Limits: refunds, thresholds of risk, years of keeping' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    day: z.string().describe('today, in the zone of the organisation'),
    refund: setting(refundLimits),
    risk: setting(riskThresholds).extend({
      source,
      standard: z.array(
        z.object({ id: z.string(), name: text, alert: z.string(), hold: z.string(), owner: z.string() }),
      ),
    }),
    retention: setting(retentionYears).extend({
      standard: z.array(
        z.object({ id: z.string(), name: text, from: text, years: z.int(), markets: z.array(z.string()), source }),
      ),
    }),
  }),
  async run({ tx, actor, house }) {
    const today = dayHere(house, house.clock())
    const rows = await tx
      .selectFrom('organisation_limit')
      .select(['name', 'version', 'from_day as from', 'value', 'reason', 'set_by as by', 'set_at as at'])
      .where('org_id', '=', actor.org)
      .orderBy('from_day', 'desc')
      .orderBy('version', 'desc')
      .execute()
    const told = <N extends keyof typeof of>(name: N) => {
      const its = rows.filter((r) => r.name === name)
      const stands = its.find((r) => r.from <= today)
      const standing = (r: { readonly version: number; readonly from: string }) =>
        r.version === stands?.version ? ('in-force' as const) : r.from > today ? ('coming' as const) : ('past' as const)
      const readValue = (value: unknown) => of[name].parse(value) as z.output<(typeof of)[N]>
      return {
        version: Math.max(0, ...its.map((r) => r.version)),
        value: readValue(stands?.value ?? {}),
        history: its.map(({ name: _, ...r }) => ({ ...r, value: readValue(r.value), standing: standing(r) })),
      }
    }
    const { risks, retention } = house.standard
    const cited = ({ act, article }: { act: string; article?: string | undefined }) => ({
      act,
      article: article ?? null,
    })
    return {
      day: today as Day,
      refund: told('refund'),
      risk: {
        ...told('risk'),
        source: cited(risks.source),
        standard: risks.indicators.map(({ id, name, alert, hold, owner }) => ({ id, name, alert, hold, owner })),
      },
      retention: {
        ...told('retention'),
        standard: retention.periods.map(({ id, name, from, years, markets, source }) => ({
          id,
          name,
          from,
          years,
          markets: markets === 'all' ? [] : [...markets],
          source: cited(source),
        })),
      },
    }
  },
})

export const limitQueries = [limits]
