import { z } from 'zod'
import { asked } from '../../kernel/asked.ts'
import { type Instant, parseInstant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/errors.ts'
import { stateWord } from '../../kernel/state-words.ts'
import { measurement } from '../../supervise/quality/lot.ts'
import { because } from './because.ts'

/** I4 · Where a sample can be. A sealed sample is the reference for bulk goods; samples also go on to hosts and back. */
export const SAMPLE_STATES = [
  'requested',
  'shipped',
  'received',
  'examined',
  'sealed',
  'lent',
  'retained',
  'returned',
  'destroyed',
  'lost',
] as const
export type SampleState = (typeof SAMPLE_STATES)[number]

const NEXT: Record<SampleState, readonly SampleState[]> = {
  requested: ['shipped', 'lost'],
  shipped: ['received', 'lost'],
  received: ['examined', 'returned', 'lost'],
  examined: ['sealed', 'lent', 'returned', 'destroyed', 'lost'],
  sealed: ['lent', 'retained', 'returned', 'destroyed', 'lost'],
  lent: ['examined', 'sealed', 'returned', 'lost'],
  retained: ['lent', 'returned', 'destroyed', 'lost'],
  returned: [],
  destroyed: [],
  lost: [],
}

const instant = z.string().refine((text) => {
  try {
    parseInstant(text)
    return true
  } catch {
    return false
  }
}, asked.instant)

/** One hand-over of custody: who gave the sample its new state, who holds it now. */
export const handover = z.strictObject({
  state: z.enum(SAMPLE_STATES),
  at: instant,
  by: z.string().min(1),
  holder: z.string().optional(),
  'seal-number': z.string().optional(),
  photos: z.array(z.string()).default([]),
  measured: z.array(measurement).default([]),
  remark: z.string().optional(),
})
export type Handover = z.infer<typeof handover>

export const sample = z.strictObject({ id: z.string().min(1), history: z.array(handover).min(1) })
export type Sample = z.infer<typeof sample>

/** The state a sample is in and its holder. */
export const stateOf = (s: Sample): SampleState => (s.history.at(-1) as Handover).state

/** The states that a sample can go to from where it is. */
export const nextStates = (s: Sample): readonly SampleState[] => NEXT[stateOf(s)]

const named = (state: SampleState) => stateWord('sample', state).zh

/** Moves a sample on. @throws Refusal when the state machine, the order of time, or a missing seal number forbids it */
export function handOver(s: Sample, step: Handover): Sample {
  const last = s.history.at(-1) as Handover
  const refuse = (en: string, zh: string): never => {
    throw new Refusal(because('sample-custody', { id: s.id, en: { en, zh } }), 'I4', { en, zh })
  }
  if (!NEXT[last.state].includes(step.state))
    refuse(
      `cannot go from ${last.state} to ${step.state}; next may be ${NEXT[last.state].join(', ') || 'nothing'}`,
      `样品不能由“${named(last.state)}”转为“${named(step.state)}”`,
    )
  if (time(step.at) < time(last.at))
    refuse('a hand-over cannot be earlier than the last one', '交接时间不得早于上一次交接')
  if (step.state === 'sealed' && !step['seal-number']) refuse('sealing needs a seal number', '封样须填写封样编号')
  if (step.state === 'lent' && !step.holder) refuse('lending needs the name of the holder', '借出须填写持有人')
  return { id: s.id, history: [...s.history, step] }
}
const time = (text: string): Instant => parseInstant(text)

/** Replays a sample's history from its request; the first step that the state machine refuses is told. */
export function checkCustody(s: Sample): Refusal | undefined {
  const [first, ...rest] = s.history as [Handover, ...Handover[]]
  if (first.state !== 'requested')
    return new Refusal(
      because('sample-begins-otherwise', { id: s.id, state: stateWord('sample', first.state) }),
      'I4',
      {
        en: 'record the request first',
        zh: '请先登记取样申请',
      },
    )
  try {
    rest.reduce(handOver, { id: s.id, history: [first] })
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** The hand-over that sealed the sample, if it was ever sealed and not lost since. */
export const sealOf = (s: Sample): Handover | undefined =>
  stateOf(s) === 'lost' ? undefined : s.history.findLast((step) => step.state === 'sealed')

type Measurement = z.infer<typeof measurement>
export type Difference = {
  readonly attribute: string
  readonly sealed: string
  readonly bulk: string
  readonly off?: number
}
/** One attribute of the sealed sample beside the same of the bulk goods. */
export type Compared = Difference & { readonly differs: boolean }

const told = (m: Measurement) => `${m.value}${m.unit ? ` ${m.unit}` : ''}`
const fold = (v: string | number) => String(v).trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * Puts bulk goods beside the sealed sample (R1): numbers agree within `tolerance` (a share, e.g. 0.05) of the sealed value
 * and in the same unit, words after folding case and spaces. Attributes not measured in bulk differ too.
 */
export function besideSeal(
  sealed: readonly Measurement[],
  bulk: readonly Measurement[],
  tolerance: number,
): Compared[] {
  const measured = new Map(bulk.map((m) => [m.attribute, m]))
  return sealed.map((s): Compared => {
    const b = measured.get(s.attribute)
    const both = { attribute: s.attribute, sealed: told(s), bulk: b ? told(b) : '' }
    if (!b || s.unit !== b.unit) return { ...both, differs: true }
    if (typeof s.value !== 'number' || typeof b.value !== 'number')
      return { ...both, differs: fold(s.value) !== fold(b.value) }
    const off =
      s.value === 0 ? (b.value === 0 ? 0 : Number.POSITIVE_INFINITY) : Math.abs(b.value - s.value) / Math.abs(s.value)
    return { ...both, off, differs: off > tolerance + 1e-12 }
  })
}

/** What differs between bulk goods and the sealed sample (R1). */
export const compareWithSeal = (...compared: Parameters<typeof besideSeal>): Difference[] =>
  besideSeal(...compared)
    .filter(({ differs }) => differs)
    .map(({ differs: _, ...difference }) => difference)
