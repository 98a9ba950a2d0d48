import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'
import { type CardRow, card, countedOf, countsOf, scored } from './card.ts'

const SORTS = {
  name: sql`s.name`,
  refused: sql`(l.counts ->> 'lots-refused')::int`,
  unlike: sql`(r.counts ->> 'not-as-described')::int`,
  open: sql`n.open`,
}

/** S1, R1 · The scorecards of all suppliers. */
export const scorecards = query({
  name: 'supplier.scorecards',
  path: '/supplier-scorecards',
  summary: { zh: '供应商记分卡列表', en: 'Scorecards of the suppliers' },
  params: z.object({}),
  query: pageOf(['name', 'refused', 'unlike', 'open']),
  answer: pageAnswer(card),
  async run({ tx, actor, query: page, house }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`s.id` })
    const { rows } =
      await sql<CardRow>`select s.id as supplier, s.name, ${column} as place, ${countsOf(actor.org)} as counts
      from supplier s ${countedOf(actor.org)} where s.org_id = ${actor.org} and ${where} and ${searching(sql`s.search`, page.q)}
      order by ${order} limit ${page.limit + 1}`.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.supplier])
    return { rows: shown.map((r) => scored(house, r)), next }
  },
})
