import { formatDecimal } from '@haixuan/domain/kernel/money'
import { clockAfter, slotTimes } from '@haixuan/domain/select/lineup/board/slot-times'
import { lineupSettings } from '@haixuan/domain/select/lineup/settings-schema'
import { type Column, csvLines } from '@haixuan/interchange/report/table'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import { download } from '../../platform/http/download.ts'
import { Problem } from '../../platform/http/problem.ts'
import { seatsOf } from './candidates.ts'
import { type LineupProduct, lineupWith } from './lineup-with.ts'
import type { StoredSlot } from './store.ts'

type Row = {
  readonly slot: StoredSlot
  readonly time: string | undefined
  readonly product: LineupProduct | null
  readonly substitute: LineupProduct | null
}

/** I9 · The lineup as the people of the stream read it, slot by slot, as CSV. */
export const runOfShow = download({
  name: 'lineup.run-of-show',
  path: '/projects/:project/lineup/run-of-show.csv',
  summary: { zh: '直播流程单', en: 'The run of show' },
  params: z.object({ project: z.string() }),
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  async run({ actor, params, query, read }) {
    const found = await read(async (tx) => {
      const lineup = await lineupWith(tx, actor.org, params.project)
      const project = await tx
        .selectFrom('project')
        .select('plan')
        .where('org_id', '=', actor.org)
        .where('id', '=', params.project)
        .executeTakeFirst()
      return lineup && project && { ...lineup, plan: project.plan }
    })
    if (!found) throw new Problem('not-found', { why: cause('lineup-not-proposed', { id: params.project }) })
    const { lineup, productOf, plan } = found
    const usual = lineupSettings.partial().parse(plan.lineup ?? {})['minutes-per-slot']
    const times = slotTimes(seatsOf(lineup.body.slots), usual)
    const rows = lineup.body.slots.map((slot: StoredSlot, at) => ({
      slot,
      time: plan.time && times ? clockAfter(plan.time, times[at]!.from) : undefined,
      product: productOf(slot.product),
      substitute: productOf(slot.substitute),
    }))
    const lines = csvLines(columns(query.language), rows)
    return { file: 'run-of-show.csv', type: 'text/csv; charset=utf-8', content: each(lines) }
  },
})

async function* each(lines: Iterable<string>): AsyncGenerator<string> {
  yield* lines
}

const columns = (language: 'zh' | 'en'): Column<Row>[] => [
  { header: 'slot', cell: (r) => r.slot.slot },
  { header: 'time', cell: (r) => r.time },
  { header: 'phase', cell: (r) => r.slot.phase },
  { header: 'role', cell: (r) => r.slot.role ?? undefined },
  { header: 'product', cell: (r) => r.slot.product ?? undefined },
  { header: 'title', cell: (r) => r.product?.title },
  { header: 'supplier', cell: (r) => r.product?.supplier },
  { header: 'price', cell: (r) => (r.product?.price ? formatDecimal(r.product.price) : undefined) },
  { header: 'currency', cell: (r) => r.product?.price?.currency },
  { header: 'gate', cell: (r) => r.product?.state },
  { header: 'why', cell: (r) => r.slot.why[language] },
  { header: 'substitute', cell: (r) => r.slot.substitute ?? undefined },
  { header: 'substitute_title', cell: (r) => r.substitute?.title },
]
