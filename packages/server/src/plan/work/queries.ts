import { allChecks } from '@haixuan/domain/flow/all-checks'
import type { Judged } from '@haixuan/domain/gate/gate'
import { OWNERS } from '@haixuan/domain/gate/words'
import { asked } from '@haixuan/domain/kernel/asked'
import { isDay } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { checkId, clauseId } from '../../flow/blocking.ts'
import { cause } from '../../platform/cause.ts'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { finding, text } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pageRows, readCursor } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { DEBT_KINDS, debtTitles } from './closing-debts.ts'
import { type OwedPlace, owedBy, owedCounts, owedPage } from './owed.ts'
import { productsSaying } from './products-saying.ts'

const day = z.string().refine(isDay, asked.day)
const kind = z.enum(['plan', 'supplier', 'product', ...DEBT_KINDS])
const titleOf = new Map([...allChecks.map((c) => [c.id, c.title] as const), ...debtTitles])

type Row = {
  project: string | null
  name: string | null
  day: string | null
  kind: z.output<typeof kind>
  subject: string
  title: string
  due: string
  finding: Judged
  n: number
}

/** @throws BadInput */
function placeIn(cursor: string | undefined): OwedPlace | undefined {
  if (cursor === undefined) return undefined
  const [value, rest] = readCursor(cursor)
  const place = z
    .tuple([z.string(), z.string(), z.string(), z.string(), z.number()])
    .safeParse([value, ...(Array.isArray(rest) ? rest : [])])
  if (!place.success) throw new BadInput(cause('not-cursor'), { field: 'cursor' })
  return place.data
}

/** F1 · What roles owe, what is due first standing first: findings that hold a gate, and what streams leave to be done. */
export const workList = query({
  name: 'work.list',
  path: '/work',
  summary: { zh: '待办', en: 'What is owed' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['due', 'title']).extend({
    role: z
      .enum([...OWNERS, 'all'])
      .optional()
      .describe('one role alone, or all; mine when absent'),
    project: z.string().optional(),
    kind: kind.optional(),
    clause: clauseId.optional(),
    check: checkId.optional(),
    from: day.optional().describe('due on this day or later'),
    until: day.optional().describe('due on this day or before'),
    due: day.optional().describe('due on this day'),
  }),
  answer: pageAnswer(
    z.object({
      project: z.string().nullable().describe('none for a case that is of no stream'),
      name: z.string().nullable(),
      day: z.string().nullable(),
      kind,
      subject: z.string(),
      title: z.string(),
      due: z.string(),
      check: text.describe('title of the check'),
      finding,
    }),
  ).extend({
    total: z.int(),
    totalIsLeast: z.boolean().describe('whether there are more than that: a search text found very many products'),
  }),
  async run({ tx, actor, house, query: page }) {
    // a supplier's account never sees what others owe
    const mine = owedBy(actor)
    const roles = page.role === undefined || actor.supplier ? mine : page.role === 'all' ? OWNERS : [page.role]
    const asked = sql`(${page.kind ?? null}::text is null or kind = ${page.kind ?? null})
      and (${page.clause ?? null}::text is null or clause = ${page.clause ?? null})
      and (${page.check ?? null}::text is null or "check" = ${page.check ?? null})
      and (${page.from ?? null}::text is null or due >= ${page.from ?? null})
      and (${page.until ?? null}::text is null or due <= ${page.until ?? null})
      and (${page.due ?? null}::text is null or due = ${page.due ?? null})`
    const now = house.clock()
    const day = dayHere(house, now)
    const saying = await productsSaying(tx, actor.org, page.project, page.q)
    const owed = { org: actor.org, roles, day, now, project: page.project, q: page.q, saying, asked }
    const by = page.sort.replace('-', '') as 'due' | 'title'
    const place = { by, down: page.sort.startsWith('-'), limit: page.limit, after: placeIn(page.cursor) }
    const { rows } = await sql<Row>`${owedPage(owed, place)}`.execute(tx)
    const { rows: counted } = await sql<{ total: number }>`
      select coalesce(sum(n), 0)::int as total from ${owedCounts(owed)} c`.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [r[by], [r.kind, r.project ?? '', r.subject, r.n]])
    return {
      rows: shown.map(({ n: _, ...r }) => ({
        ...r,
        check: titleOf.get(r.finding.check) ?? { zh: r.finding.check, en: r.finding.check },
      })),
      next,
      total: counted[0]?.total ?? 0,
      totalIsLeast: saying?.more ?? false,
    }
  },
})
