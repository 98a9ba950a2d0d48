import { BadInput } from '../../kernel/errors.ts'
import { because } from '../because.ts'
import type { SamplingFile } from './sampling-schema.ts'

export const SAMPLING_SEVERITIES = ['normal', 'tightened', 'reduced'] as const
export type SamplingSeverity = (typeof SAMPLING_SEVERITIES)[number]

/** The plan in use after the tables' arrows. Double plans give cumulative numbers for the first sample and for both. */
export type SamplingPlan = {
  /** code letter of the plan in use; it may differ from the lot's when an arrow was followed */
  readonly code: string
  readonly sampleSize: number | readonly [number, number]
  readonly accept: number | readonly [number, number]
  readonly reject: number | readonly [number, number]
  readonly type: 'single' | 'double'
  readonly severity: SamplingSeverity
  /** the lot's own letter by Table 1 */
  readonly lotCode: string
  /** true when the sample would be as large as the lot: inspect every unit */
  readonly everyUnit: boolean
}

type Asked = {
  readonly lot: number
  readonly level: string
  readonly aql: string
  readonly severity?: SamplingSeverity | undefined
  readonly type?: 'single' | 'double' | undefined
}

/** Table 1: the code letter of a lot at an inspection level. @throws BadInput */
export function codeLetter(file: SamplingFile, lot: number, level: string): string {
  if (!Number.isSafeInteger(lot) || lot < 2) throw new BadInput(because('lot-too-small', { lot }), { field: 'lot' })
  const column = file.levels.indexOf(level)
  if (column < 0) throw new BadInput(because('no-inspection-level', { level, levels: file.levels }), { field: 'level' })
  const row = file.codes.find((c) => c['up-to'] === undefined || lot <= c['up-to'])
  return row?.letters[column] as string
}

/** The sampling plan for a lot (ISO 2859-1, clause 10), arrows followed. @throws BadInput */
export function samplingPlan(file: SamplingFile, asked: Asked): SamplingPlan {
  const severity = asked.severity ?? 'normal'
  const type = asked.type ?? 'single'
  const column = file.aqls.findIndex((aql) => aql === asked.aql || Number(aql) === Number(asked.aql))
  if (column < 0) throw new BadInput(because('no-aql', { aql: asked.aql, aqls: file.aqls }), { field: 'aql' })
  const lotCode = codeLetter(file, asked.lot, asked.level)
  const rows = file[type][severity]
  const cell = (at: number) => rows[at]?.plans.split(' ')[column]
  let at = rows.findIndex((r) => r.letter === lotCode)
  while (cell(at) === '↓') at += 1
  while (cell(at) === '↑') at -= 1
  const row = rows[at]
  const plan = cell(at)
  if (!row || plan === undefined)
    throw new Error(`the arrows of ${severity} ${type} at ${lotCode}, ${asked.aql} lead out of the table`)
  if (plan === '*') {
    // the double table sends to the single plan of the letter reached
    const single = file.single[severity].find((r) => r.letter === row.letter)
    const accept = Number(single?.plans.split(' ')[column])
    return finish(row.letter, single?.n as number, accept, accept + 1, 'single')
  }
  if (type === 'single') return finish(row.letter, row.n as number, Number(plan), Number(plan) + 1, 'single')
  const [first, both] = plan.split('/').map((p) => p.split('-').map(Number)) as [[number, number], [number, number]]
  return finish(row.letter, row.n as [number, number], [first[0], both[0]], [first[1], both[1]], 'double')

  function finish(
    code: string,
    sampleSize: SamplingPlan['sampleSize'],
    accept: SamplingPlan['accept'],
    reject: SamplingPlan['reject'],
    used: SamplingPlan['type'],
  ): SamplingPlan {
    const needed = typeof sampleSize === 'number' ? sampleSize : sampleSize[0] + sampleSize[1]
    return { code, sampleSize, accept, reject, type: used, severity, lotCode, everyUnit: needed >= asked.lot }
  }
}

export type LotVerdict = 'accepted' | 'refused' | 'second-sample'

/** Accepts or refuses a lot by the nonconforming units found: in the first sample, and for double plans in both. @throws BadInput */
export function judgeLot(plan: SamplingPlan, found: readonly number[]): LotVerdict {
  const [first, second] = found
  if (first === undefined || found.some((n) => !Number.isSafeInteger(n) || n < 0))
    throw new BadInput(because('found-not-whole'), { field: 'found' })
  if (typeof plan.accept === 'number') return first <= plan.accept ? 'accepted' : 'refused'
  const reject = plan.reject as readonly [number, number]
  if (first <= plan.accept[0]) return 'accepted'
  if (first >= reject[0]) return 'refused'
  if (second === undefined) return 'second-sample'
  return first + second <= plan.accept[1] ? 'accepted' : 'refused'
}
