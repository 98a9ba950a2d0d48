import type { Instant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/errors.ts'
import { because } from '../because.ts'

/** What became of a slot: `skipped` when its product could not go on air, `pulled` when it was taken off. */
export type AirState = 'waiting' | 'on-air' | 'done' | 'skipped' | 'pulled'

/** One slot of a stream as it is carried out. */
export type AirSlot = {
  readonly slot: number
  readonly phase: string
  readonly product: string
  /** released beforehand to take the slot at once */
  readonly substitute: string | null
  readonly state: AirState
  readonly from?: Instant
  readonly until?: Instant
  /** products of this slot that were taken off, in order */
  readonly pulled: readonly string[]
}

/** S3 · The lineup of a stream while it is on air, slot by slot. */
export type Show = readonly AirSlot[]

type Released = {
  readonly slot: number
  readonly phase: string
  readonly product: string | null
  readonly substitute: string | null
}

/** The show of a released lineup; slots without a product are not in it. @throws Refusal when none has one */
export function openShow(slots: readonly Released[]): Show {
  const show = slots.flatMap(({ slot, phase, product, substitute }): AirSlot[] =>
    product === null ? [] : [{ slot, phase, product, substitute, state: 'waiting', pulled: [] }],
  )
  if (show.length > 0) return show
  throw new Refusal(because('lineup-empty'), 'I9', {
    zh: '请先排品并放行',
    en: 'Fill the lineup and release it',
  })
}

export const onAir = (show: Show): AirSlot | undefined => show.find((s) => s.state === 'on-air')

/** The next slot whose product may go on air now. */
export const upNext = (show: Show, mayAir: (product: string) => boolean): AirSlot | undefined =>
  show.find((s) => s.state === 'waiting' && mayAir(s.product))

/** Ends the slot on air and puts the next one on whose product may be; those before it that may not are skipped. */
export function advance(show: Show, mayAir: (product: string) => boolean, at: Instant): Show {
  const next = upNext(show, mayAir)
  const passed = (s: AirSlot) => s.state === 'waiting' && (next === undefined || s.slot < next.slot)
  return show.map((s): AirSlot => {
    if (s.state === 'on-air') return { ...s, state: 'done', until: at }
    if (s === next) return { ...s, state: 'on-air', from: at }
    return passed(s) ? { ...s, state: 'skipped' } : s
  })
}

/**
 * Takes a product off every slot it stands in or stands by for. Its slot goes to `instead`, else to the substitute released for
 * it, when that may go on air and is not in the show already; a slot on air stays on air with it. Without one the slot
 * ends as pulled. A slot that is over stays as it was.
 */
export function pull(
  show: Show,
  product: string,
  at: Instant,
  { instead, mayAir }: { readonly instead?: string | undefined; readonly mayAir: (product: string) => boolean },
): Show {
  const shown = new Set(show.filter((s) => s.product !== product).map((s) => s.product))
  return show.map((s): AirSlot => {
    const slot = s.substitute === product ? { ...s, substitute: null } : s
    if (s.product !== product || (s.state !== 'waiting' && s.state !== 'on-air')) return slot
    const next = [instead, s.substitute].find((p) => p && p !== product && !shown.has(p) && mayAir(p))
    const pulled = [...s.pulled, product]
    if (!next) return { ...slot, state: 'pulled', pulled, ...(s.state === 'on-air' ? { until: at } : {}) }
    shown.add(next)
    return { ...slot, product: next, substitute: null, pulled }
  })
}

/** The show once the stream is over: what was on air is done, what was still waiting is skipped. */
export const closeShow = (show: Show, at: Instant): Show =>
  show.map((s): AirSlot => {
    if (s.state === 'on-air') return { ...s, state: 'done', until: at }
    return s.state === 'waiting' ? { ...s, state: 'skipped' } : s
  })
