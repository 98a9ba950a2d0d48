import { ROLES, type Role } from '../../gate/words.ts'
import { BadInput, type Text } from '../../kernel/errors.ts'
import { parseMoney } from '../../kernel/money.ts'
import { because } from './because.ts'
import type { Candidate } from './candidate.ts'
import type { Amount, LineupFile, LineupSettings } from './settings-schema.ts'

export type Bounds = { readonly min: number; readonly max: number; readonly firm: boolean }
export type Phase = {
  readonly id: string
  readonly name: Text
  readonly slots: number
  readonly roles: Readonly<Record<Role, { readonly points: number; readonly min: number; readonly max: number }>>
}
/** Prices in minor units, `from` < price ≤ `to`. */
export type Band = Bounds & { readonly id: string; readonly name: Text; readonly from: number; readonly to: number }
export const GROUPS = ['supplier', 'brand', 'class'] as const
export type Group = (typeof GROUPS)[number]

/** The settings of one stream with every default filled in and every share turned into a number of slots. */
export type LineupPlan = {
  readonly slots: number
  readonly minutesPerSlot: number | undefined
  /** seconds of the whole stream, when it counts them */
  readonly seconds: number
  readonly currency: string
  readonly phases: readonly Phase[]
  readonly mix: Readonly<Partial<Record<Role, Bounds>>>
  readonly limits: Readonly<Partial<Record<Group, Bounds>>>
  readonly bands: readonly Band[]
  readonly mustHave: ReadonlySet<string>
  readonly excluded: ReadonlySet<string>
  readonly apart: readonly (readonly [string, string])[]
  /** product by slot, slots counted from 0 */
  readonly locks: ReadonlyMap<number, string>
  readonly provisional: 'fill' | 'refuse'
  readonly weights: Omit<LineupFile['weights'], 'note'>
  readonly sequence: Omit<LineupFile['sequence'], 'note'>
  /** minor units of profit in one slot that earn the full margin points */
  readonly reference: number
  readonly explainOut: number
}

type Range = { min?: Amount | undefined; max?: Amount | undefined; firm?: boolean | undefined }

// a share such as 0.15 of 60 must be 9 although the product of the floats is not exactly 9
const SLIP = 1e-9
const upTo = (amount: Amount | undefined, slots: number) =>
  amount === undefined ? slots : typeof amount === 'number' ? Math.floor(amount * slots + SLIP) : amount.count
const atLeast = (amount: Amount | undefined, slots: number) =>
  amount === undefined ? 0 : typeof amount === 'number' ? Math.ceil(amount * slots - SLIP) : amount.count

/** Units that can sell: what is expected, capped by stock. */
export const sellable = (c: Candidate): number => Math.max(0, Math.min(c.units, c.stock ?? c.units))

/** The phase of each slot. */
export const phaseOfSlot = (plan: LineupPlan): number[] =>
  plan.phases.flatMap((p, at) => Array<number>(p.slots).fill(at))

/** Seconds a product takes on air, when the stream counts them. */
export const secondsOf = (c: Candidate, plan: LineupPlan): number =>
  plan.minutesPerSlot === undefined ? 0 : Math.round((c.minutes ?? plan.minutesPerSlot) * 60)

/** The price band a product falls into; −1 for none. */
export const bandOf = (c: Candidate, plan: LineupPlan): number =>
  plan.bands.findIndex((b) => c.price.minor > b.from && c.price.minor <= b.to)

/** I9 · Fills the settings from lineup.yaml and from the candidates. @throws BadInput for settings that contradict */
export function fillSettings(settings: LineupSettings, file: LineupFile, candidates: readonly Candidate[]): LineupPlan {
  const { slots } = settings
  const currency = currencyOf(candidates)
  const bounds = (range: Range, field: string): Bounds => {
    const least = atLeast(range.min, slots)
    // more than there are slots can be wanted; that cannot be had, and the lineup says so
    const max = range.max === undefined ? Math.max(slots, least) : upTo(range.max, slots)
    // two shares that agree may round to numbers that do not: 0.1 to 0.1 of 5 slots; the most then counts
    const agree = typeof range.min === 'number' && typeof range.max === 'number' && range.min <= range.max
    if (least > max && !agree) throw new BadInput(because('least-above-most', { least, max }), { field })
    return { min: Math.min(least, max), max, firm: range.firm ?? true }
  }
  const mix: Partial<Record<Role, Bounds>> = {}
  const wanted = Object.entries(settings['role-mix'] ?? file['role-mix'])
  // in one order, however they were written: an archive has its keys sorted, and comes out the same when it is run again
  for (const [role, range] of wanted.sort(([a], [b]) => (a < b ? -1 : 1)))
    if (range) mix[role as Role] = bounds(range, `lineup.role-mix.${role}`)
  const limits: Partial<Record<Group, Bounds>> = {}
  for (const group of GROUPS) {
    const limit = settings.limits?.[group] ?? file.limits[group]
    // a share of a short stream must still let one product in
    limits[group] = { min: 0, max: Math.max(1, upTo(limit.max, slots)), firm: limit.firm ?? true }
  }
  const known = new Set(candidates.map((c) => c.id))
  const locks = locksOf(settings)
  const mustHave = new Set([...(settings['must-have'] ?? []), ...locks.values()])
  const excluded = new Set(settings.exclude ?? [])
  for (const id of mustHave) {
    if (!known.has(id)) throw new BadInput(because('not-among-candidates', { id }), { field: 'lineup' })
    if (excluded.has(id)) throw new BadInput(because('wanted-and-excluded', { id }), { field: 'lineup' })
  }
  return {
    slots,
    currency,
    minutesPerSlot: settings['minutes-per-slot'],
    seconds: Math.round((settings['minutes-per-slot'] ?? 0) * 60) * slots,
    phases: phasesOf(settings, file),
    mix,
    limits,
    bands: bandsOf(settings.ladder ?? file.ladder, candidates, currency, bounds),
    mustHave,
    excluded,
    apart: (settings.apart ?? []).filter(([a, b]) => a !== b && known.has(a) && known.has(b)),
    locks,
    provisional: settings.provisional ?? file.provisional.default,
    weights: { ...file.weights, ...defined(settings.weights) },
    sequence: { ...file.sequence, ...defined(settings.sequence) },
    reference: referenceOf(settings, candidates, currency),
    explainOut: settings['explain-out'] ?? file['explain-out'].default,
  }
}

const defined = <T extends object>(part: T | undefined) =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

function currencyOf(candidates: readonly Candidate[]): string {
  const currency = candidates[0]?.price.currency ?? 'XXX'
  for (const c of candidates) {
    if (c.price.currency !== currency || c.margin.currency !== currency)
      throw new BadInput(because('one-currency', { currency }), { place: c.id })
  }
  return currency
}

function locksOf(settings: LineupSettings): Map<number, string> {
  const locks = new Map<number, string>()
  const field = 'lineup.locks'
  for (const { slot, product } of settings.locks ?? []) {
    if (slot > settings.slots)
      throw new BadInput(because('slot-beyond-last', { slot, slots: settings.slots }), { field })
    if (locks.has(slot - 1)) throw new BadInput(because('slot-locked-twice', { slot }), { field })
    if ([...locks.values()].includes(product))
      throw new BadInput(because('product-locked-twice', { product }), { field })
    locks.set(slot - 1, product)
  }
  return locks
}

function phasesOf(settings: LineupSettings, file: LineupFile): Phase[] {
  const given = settings.phases ?? file.phases
  const field = 'lineup.phases'
  if (new Set(given.map((p) => p.id)).size < given.length) throw new BadInput(because('phases-alike'), { field })
  for (const p of given) {
    if ((p.slots === undefined) === (p.share === undefined))
      throw new BadInput(because('slots-or-share'), { field: `${field}.${p.id}` })
  }
  const fixed = given.reduce((total, p) => total + (p.slots ?? 0), 0)
  const shares = given.map((p) => p.share ?? 0)
  const left = settings.slots - fixed
  if (left < 0 || (left > 0 && shares.every((s) => s === 0)))
    throw new BadInput(because('phases-slots-differ', { fixed, slots: settings.slots }), { field })
  const parts = largestRemainder(left, shares)
  return given.map((p, at) => ({
    id: p.id,
    name: p.name ?? { zh: p.id, en: p.id },
    slots: p.slots ?? (parts[at] as number),
    roles: Object.fromEntries(
      ROLES.map((role) => {
        const wanted = p.roles[role]
        return [role, { points: wanted?.points ?? 0, min: wanted?.min ?? 0, max: wanted?.max ?? settings.slots }]
      }),
    ) as Phase['roles'],
  }))
}

function largestRemainder(total: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((a, b) => a + b, 0)
  if (whole === 0) return shares.map(() => 0)
  const exact = shares.map((s) => (total * s) / whole)
  const parts = exact.map((e) => Math.floor(e + SLIP))
  let left = total - parts.reduce((a, b) => a + b, 0)
  const byRest = exact
    .map((e, at) => ({ at, rest: e - Math.floor(e + SLIP) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRest) if (left-- > 0) parts[at] = (parts[at] as number) + 1
  return parts
}

function bandsOf(
  ladder: NonNullable<LineupSettings['ladder']>,
  candidates: readonly Candidate[],
  currency: string,
  bounds: (range: Range, field: string) => Bounds,
): Band[] {
  const prices = candidates.map((c) => c.price.minor).sort((a, b) => a - b)
  let from = -Infinity
  return ladder.map((band, at) => {
    const field = `lineup.ladder.${band.id}`
    const limit = band['up-to']
    let to = Infinity
    if (typeof limit === 'string') to = parseMoney(limit, currency, field).minor
    else if (limit) to = prices[Math.min(prices.length - 1, Math.ceil(limit.rank * prices.length) - 1)] ?? Infinity
    else if (at < ladder.length - 1) throw new BadInput(because('band-without-end'), { field })
    if (to < from) throw new BadInput(because('bands-must-rise'), { field })
    const result = { id: band.id, name: band.name ?? { zh: band.id, en: band.id }, from, to, ...bounds(band, field) }
    from = to
    return result
  })
}

/** The middle profit of the best candidates, as many as there are slots: so one slot is worth about `weights.margin`. */
function referenceOf(settings: LineupSettings, candidates: readonly Candidate[], currency: string): number {
  const given = settings['reference-profit']
  if (given !== undefined) return Math.max(1, parseMoney(given, currency, 'lineup.reference-profit').minor)
  const profits = candidates.flatMap((c) => (c.excluded ? [] : [c.margin.minor * sellable(c)])).sort((a, b) => b - a)
  return Math.max(1, profits[Math.floor((Math.min(settings.slots, profits.length) - 1) / 2)] ?? 1)
}
