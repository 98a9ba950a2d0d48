import { BadInput, Refusal } from '@haixuan/domain/kernel/errors'
import { stateWord } from '@haixuan/domain/kernel/state-words'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { compareWithSeal, sealOf } from '@haixuan/domain/select/product/sample'
import { type Lot, lot } from '@haixuan/domain/supervise/quality/lot'
import { checkCounts, type JudgedLot, judge } from '@haixuan/domain/supervise/quality/lot-verdict'
import { SAMPLING_SEVERITIES, type SamplingSeverity } from '@haixuan/domain/supervise/quality/sampling'
import { z } from 'zod'
import { type Asked, command } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { changeProduct } from '../../select/product/product-command.ts'
import { because } from '../because.ts'
import { openNonconformity } from './nonconformity-store.ts'
import { standingsOf } from './severity.ts'

const params = z.object({ project: z.string(), product: z.string() })
type With = Asked<z.output<typeof params>>
const answer = recordedDecided.extend({
  lot: z.string(),
  severity: z.enum(SAMPLING_SEVERITIES),
  verdict: z.enum(['waiting', 'second-sample', 'accepted', 'refused']),
  nonconformity: z.string().nullable().describe('opened because the lot is refused or unlike the sealed sample'),
})

/** How a lot is sampled, without the defaults of the record: what is left out is as it was put up, or as the standard says. */
const { units, level, aql, type, classes, measured, severity } = lot.shape
const sampled = z.strictObject({
  level: level.unwrap(),
  aql: aql.unwrap(),
  type: type.unwrap(),
  classes: classes.unwrap(),
})

const putUp = command({
  name: 'product.put-up-lot',
  clause: 'S1',
  roles: ['quality', 'sourcing', 'selection'],
  path: '/projects/:project/products/:product/put-up-lot',
  summary: {
    zh: '提交一批大货待检：按供应商历史确定正常、加严或放宽',
    en: "Put up a lot for inspection: normal, tightened or reduced by the supplier's lots so far",
  },
  params,
  input: sampled.partial().extend({ id: z.string().trim().min(1).max(80), units, resubmits: z.string().optional() }),
  answer,
  run: async (asked) => {
    const done = await record(asked, async (facts) => {
      const { input, house, now } = asked
      if (facts.lots.some((l) => l.id === input.id))
        throw new Problem('already-exists', { why: because('lot-exists', { id: input.id }) })
      checkResubmitted(house.standard.sampling, facts, input.resubmits)
      const severity = await severityFor(asked, { again: input.resubmits !== undefined })
      const [main, ...others] = ['major', 'critical', 'minor'].map((id) =>
        house.standard.quality.classes.find((c) => c.id === id),
      )
      const classes = others.flatMap((c) =>
        c ? [{ class: c.id, ...(c.aql === undefined ? {} : { aql: c.aql }), found: [] }] : [],
      )
      return parseRecord(lot, { aql: main?.aql, classes, ...input, severity, submitted: now }, 'lot')
    })
    return { ...done, created: true }
  },
})

const inspect = command({
  name: 'product.inspect-lot',
  clause: 'S1',
  roles: ['quality'],
  path: '/projects/:project/products/:product/inspect-lot',
  summary: { zh: '登记大货批次与抽检结果', en: 'Record what was found in the sample of a lot' },
  params,
  input: sampled
    .extend({ units, measured: measured.unwrap(), severity: severity.unwrap() })
    .partial()
    .extend(lot.pick({ id: true, defects: true, photos: true, evidence: true }).shape)
    .extend({ found: lot.shape.found })
    .describe('a lot that was put up keeps its plan; one that was not needs `units`'),
  answer,
  run: (asked) =>
    record(asked, async (facts) => {
      const { input, actor, now, house } = asked
      const before = facts.lots.find((l) => l.id === input.id)
      const by = input.found.length > 0 ? { by: actor.name, inspected: now } : {}
      if (!before) {
        if (input.units === undefined) throw new BadInput(because('lot-units-missing'), { field: 'units' })
        const severity = await severityFor(asked, { asked: input.severity })
        return parseRecord(lot, { ...input, severity, submitted: now, ...by }, 'lot')
      }
      checkOpen(judge(house.standard.sampling, before), before, input)
      const after = parseRecord(lot, { ...before, ...input, ...by }, 'lot')
      samePlan(before, after)
      return after
    }),
})

export const lotCommands = [putUp, inspect]

/** Keeps a lot in the facts of its product: judged, listed, told in the log; what is wrong with it opens a nonconformity. */
async function record(asked: With, make: (facts: ProductFacts) => Promise<Lot>) {
  const { params: at, house } = asked
  let kept: Lot | undefined
  const { supplier, facts, events, state, version } = await changeProduct(asked, 'S1', {
    change: async (before) => {
      const made = await make(before)
      kept = made
      checkCounts(judge(house.standard.sampling, made), made.defects)
      return { ...before, lots: [...before.lots.filter((l) => l.id !== made.id), made] }
    },
  })
  const made = kept as unknown as Lot
  const judged = judge(house.standard.sampling, made)
  const told: NewEvent = {
    type: judged.verdict === 'waiting' ? 'lot.put-up' : 'lot.judged',
    subject: at.product,
    clause: 'S1',
    project: at.project,
    supplier,
    body: { lot: made.id, severity: made.severity, verdict: judged.verdict },
  }
  const wrong = whatIsWrong(facts, made, judged, Number(house.standard.sampling['seal-tolerance']))
  const opened = wrong && (await openNonconformity(asked, { ...at, supplier, lot: made.id, ...wrong }))
  return {
    events: [...events, told, ...(opened ? [opened.event] : [])],
    answer: {
      id: at.product,
      version,
      state,
      lot: made.id,
      severity: made.severity,
      verdict: judged.verdict,
      nonconformity: opened?.id ?? null,
    },
    version,
  }
}

const ORDER: readonly SamplingSeverity[] = ['reduced', 'normal', 'tightened']

/** How this lot is inspected: as switching asks, or more strictly; goods put up again are never inspected reduced. @throws Refusal */
async function severityFor(
  asked: With,
  { asked: wanted, again = false }: { readonly asked?: SamplingSeverity | undefined; readonly again?: boolean },
): Promise<SamplingSeverity> {
  const { tx, actor, params: at } = asked
  const row = await tx
    .selectFrom('product')
    .select(['supplier_id as supplier', 'class'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', at.project)
    .where('id', '=', at.product)
    .executeTakeFirst()
  if (!row?.class) return wanted ?? 'normal'
  const [standing] = await standingsOf(asked, row.supplier, row.class)
  if (standing?.discontinued)
    throw new Refusal(because('acceptance-stopped', { class: row.class, supplier: row.supplier }), 'S1', {
      zh: '请供应商先整改，再由质量人员恢复收货',
      en: 'Have the supplier correct the cause; then take acceptance up again',
    })
  const least = again && standing?.severity === 'reduced' ? 'normal' : (standing?.severity ?? 'normal')
  if (wanted !== undefined && ORDER.indexOf(wanted) < ORDER.indexOf(least))
    throw new Refusal(
      because('inspection-too-lenient', { supplier: row.supplier, least: stateWord('inspection', least) }),
      'S1',
      {
        zh: `请按${stateWord('inspection', least).zh}方案检验`,
        en: `Inspect by the ${least} plan`,
      },
    )
  return wanted ?? least
}

function checkResubmitted(sampling: Parameters<typeof judge>[0], facts: ProductFacts, id: string | undefined): void {
  if (id === undefined) return
  const before = facts.lots.find((l) => l.id === id)
  if (!before) throw new BadInput(because('no-lot-of-product', { id }), { field: 'resubmits' })
  if (judge(sampling, before).verdict !== 'refused')
    throw new Refusal(because('lot-not-refused', { id }), 'S1', {
      zh: '只有不合格批可重新提交',
      en: 'Only a refused lot is put up again',
    })
  if (facts.lots.some((l) => l.resubmits === id))
    throw new Problem('already-exists', { why: because('lot-resubmitted', { id }) })
}

/** A lot that is decided stays so; a second sample goes on from the first. @throws Refusal, BadInput */
function checkOpen({ verdict }: JudgedLot, before: Lot, input: { readonly found: readonly number[] }): void {
  if (verdict === 'accepted' || verdict === 'refused')
    throw new Refusal(because('lot-judged', { id: before.id, verdict: stateWord('lot', verdict) }), 'S1', {
      zh: '请整理后另编批号重新提交',
      en: 'Sort the goods and put them up again under another number',
    })
  if (verdict === 'second-sample' && input.found[0] !== before.found[0])
    throw new BadInput(because('first-sample-found', { found: before.found[0] ?? 0 }), { field: 'found' })
}

function samePlan(before: Lot, after: Lot): void {
  const fixed = ['units', 'level', 'aql', 'type', 'severity'] as const
  const other = fixed.find((part) => before[part] !== after[part])
  if (other)
    throw new BadInput(because('lot-put-up-otherwise', { before: stateWord('inspection', String(before[other])) }), {
      field: other,
    })
}

/** What of a lot asks to be followed up: why it is refused, or where it differs from the sealed sample. */
function whatIsWrong({ samples }: ProductFacts, made: Lot, { verdict, classes }: JudgedLot, tolerance: number) {
  const seal = samples.map(sealOf).find((s) => s !== undefined)
  const unlike = seal && made.measured.length > 0 ? compareWithSeal(seal.measured, made.measured, tolerance) : []
  const differing = unlike.filter((d) => d.bulk !== '')
  const worst = classes.find((c) => c.verdict === 'refused')
  if (!worst && differing.length === 0) return undefined
  const parts = [
    made.id,
    ...(verdict === 'refused'
      ? classes
          .filter((c) => c.verdict === 'refused')
          .map((c) => `${c.class} ${c.found.join(' + ')} (Ac ${[c.plan.accept].flat().at(-1)})`)
      : []),
    ...(made.defects ?? []).map((d) => `${d.what} × ${d.units}`),
    ...differing.map((d) => `${d.attribute} ${d.bulk} ≠ ${d.sealed}`),
  ]
  return { class: worst?.class ?? ('major' as const), what: parts.join(' · ').slice(0, 2000) }
}
