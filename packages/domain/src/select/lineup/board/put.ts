import { z } from 'zod'
import { ROLES, type Role } from '../../../gate/words.ts'
import { BadInput, Refusal } from '../../../kernel/errors.ts'
import { because } from '../because.ts'

/** A slot as a person arranges it; slots are counted from 1. */
export type Seat = {
  readonly slot: number
  readonly product: string | null
  readonly role: Role | null
  /** minutes on air when not the usual */
  readonly minutes?: number | undefined
  readonly locked?: boolean | undefined
}

/** What a slot shall hold. Several are carried out at once: to exchange two slots is two of them. */
export const put = z.strictObject({
  slot: z.int().min(1),
  product: z.string().min(1).nullable(),
  /** left out: the role it had, else the one that suits the slot best */
  role: z.enum(ROLES).optional(),
  minutes: z.number().positive().max(600).nullable().optional().describe('null: the usual minutes'),
})
export type Put = z.infer<typeof put>

/** I9 · The slots after what is put into them. @throws Refusal for a locked slot, BadInput for a product twice or a slot that is not there */
export function putInto<S extends Seat>(seats: readonly S[], puts: readonly Put[]): S[] {
  const after = [...seats]
  for (const { slot, product, role, minutes } of puts) {
    const at = after.findIndex((s) => s.slot === slot)
    const before = after[at]
    if (!before) throw new BadInput(because('no-slot', { slot }), { field: 'puts' })
    if (before.locked && before.product !== product)
      throw new Refusal(because('slot-locked', { slot }), 'I9', { zh: '请先解除锁定', en: 'Unlock it first' })
    const held = seats.find((s) => s.product === product && product !== null)
    const { minutes: usual, ...seat } = before
    const lasts = minutes === undefined ? (held ?? { minutes: usual }).minutes : (minutes ?? undefined)
    after[at] = {
      ...seat,
      product,
      role: product === null ? null : (role ?? held?.role ?? null),
      ...(product === null || lasts === undefined ? {} : { minutes: lasts }),
    } as S
  }
  const seen = new Map<string, number>()
  for (const { slot, product } of after) {
    if (product === null) continue
    const first = seen.get(product)
    if (first !== undefined)
      throw new BadInput(because('product-in-two-slots', { product, first, slot }), { field: 'puts' })
    seen.set(product, slot)
  }
  return after
}

const putOf = ({ product, role, minutes }: Seat, slot: number): Put => ({
  slot,
  product,
  ...(role ? { role } : {}),
  minutes: minutes ?? null,
})

/** What takes one arrangement to another: the slots that differ. Turned round, it undoes. */
export const putsBetween = (from: readonly Seat[], to: readonly Seat[]): Put[] =>
  to
    .filter((s) => {
      const b = from.find((f) => f.slot === s.slot)
      return b?.product !== s.product || b.role !== s.role || b.minutes !== s.minutes
    })
    .map((s) => putOf(s, s.slot))

/** Exchanges what two slots hold. */
export function exchanged(seats: readonly Seat[], a: number, b: number): Put[] {
  const [x, y] = [seats.find((s) => s.slot === a), seats.find((s) => s.slot === b)]
  return x && y && a !== b ? [putOf(y, a), putOf(x, b)] : []
}

/** Takes what a slot holds to another; those between move up by one, locked ones stay where they are. */
export function moved(seats: readonly Seat[], from: number, to: number): Put[] {
  const step = from < to ? 1 : -1
  const way = seats
    .filter((s) => (s.slot - from) * step >= 0 && (to - s.slot) * step >= 0 && (!s.locked || s.slot === from))
    .sort((a, b) => (a.slot - b.slot) * step)
  const [first, ...rest] = way
  if (!first || rest.length === 0) return []
  return [...rest.map((s, at) => putOf(s, (way[at] as Seat).slot)), putOf(first, (way.at(-1) as Seat).slot)]
}
