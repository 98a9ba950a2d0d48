import type { Seat } from './put.ts'

/** What became of a product between two lineups. */
export type Difference = {
  readonly product: string
  readonly change: 'in' | 'out' | 'moved' | 'role' | 'minutes'
  readonly from: number | null
  readonly to: number | null
}

/** I9 · Two lineups side by side: what came in, what went out, what stands elsewhere, in the order of the slots. */
export function differencesBetween(a: readonly Seat[], b: readonly Seat[]): Difference[] {
  const found: Difference[] = []
  const seatIn = (seats: readonly Seat[], product: string) => seats.find((s) => s.product === product)
  for (const seat of b) {
    if (seat.product === null) continue
    const before = seatIn(a, seat.product)
    const told = { product: seat.product, from: before?.slot ?? null, to: seat.slot }
    if (!before) found.push({ ...told, change: 'in' })
    else if (before.slot !== seat.slot) found.push({ ...told, change: 'moved' })
    else if (before.role !== seat.role) found.push({ ...told, change: 'role' })
    else if (before.minutes !== seat.minutes) found.push({ ...told, change: 'minutes' })
  }
  for (const { slot, product } of a)
    if (product !== null && !seatIn(b, product)) found.push({ product, change: 'out', from: slot, to: null })
  return found.sort((x, y) => (x.to ?? x.from ?? 0) - (y.to ?? y.from ?? 0))
}
