import type { Role } from '../../gate/words.ts'
import type { Candidate } from './candidate.ts'
import type { LineupPlan } from './fill-settings.ts'

/** A product in its slot (from 0). */
export type Placement = {
  readonly slot: number
  readonly phase: number
  readonly candidate: Candidate
  readonly role: Role
}
type Seat = {
  readonly phase: number
  readonly locked: boolean
  holds: { candidate: Candidate; role: Role } | undefined
}
const SWEEPS = 12

/**
 * I9 · Puts chosen products into slots: locked ones in theirs, the strongest of a role where the role suits best, roles
 * spread evenly; then exchanges slots while neighbours become less alike. `places` counts slots by role and phase.
 */
export function arrange(
  chosen: readonly { readonly candidate: Candidate; readonly role: Role; readonly points: number }[],
  places: (role: Role, phase: number) => number,
  plan: LineupPlan,
): Placement[] {
  const seats: Seat[] = plan.phases.flatMap((p, phase) =>
    Array.from({ length: p.slots }, () => ({ phase, locked: false, holds: undefined as Seat['holds'] })),
  )
  for (const [slot, id] of plan.locks) {
    const holds = chosen.find((c) => c.candidate.id === id)
    const seat = seats[slot]
    if (holds && seat) seats[slot] = { ...seat, locked: true, holds }
  }
  const locked = new Set(seats.flatMap((seat) => (seat.holds ? [seat.holds.candidate.id] : [])))
  const free = chosen.filter((c) => !locked.has(c.candidate.id)).sort(strongest)
  const byPhase: (typeof free)[] = plan.phases.map(() => [])
  for (const role of new Set(free.map((c) => c.role))) {
    const own = free.filter((c) => c.role === role)
    const order = plan.phases.map((_, at) => at).sort((a, b) => suits(b) - suits(a) || a - b)
    for (const phase of order) {
      const taken = seats.filter((seat) => seat.locked && seat.phase === phase && seat.holds?.role === role).length
      byPhase[phase]?.push(...own.splice(0, places(role, phase) - taken))
    }
    function suits(phase: number) {
      return plan.phases[phase]?.roles[role].points ?? 0
    }
  }
  for (const [phase, list] of byPhase.entries()) {
    const open = seats.filter((seat) => seat.phase === phase && !seat.locked)
    for (const [at, holds] of spread(list).entries()) if (open[at]) open[at].holds = holds
  }
  exchange(seats, plan)
  return seats.flatMap((seat, slot) => (seat.holds ? [{ slot, phase: seat.phase, ...pick(seat.holds) }] : []))
}

const pick = ({ candidate, role }: NonNullable<Seat['holds']>) => ({ candidate, role })
const strongest = (a: { candidate: Candidate; points: number }, b: { candidate: Candidate; points: number }) =>
  b.points - a.points || (a.candidate.id < b.candidate.id ? -1 : 1)

/** Each role evenly over the phase: the k-th of n stands at (k + ½) / n. */
function spread<T extends { readonly role: Role; readonly candidate: Candidate }>(list: readonly T[]): T[] {
  const counts = new Map<Role, number>()
  for (const c of list) counts.set(c.role, (counts.get(c.role) ?? 0) + 1)
  const seen = new Map<Role, number>()
  return list
    .map((c) => {
      const at = seen.get(c.role) ?? 0
      seen.set(c.role, at + 1)
      return { c, at: (at + 0.5) / (counts.get(c.role) as number) }
    })
    .sort((a, b) => a.at - b.at || (a.c.candidate.id < b.c.candidate.id ? -1 : 1))
    .map(({ c }) => c)
}

/** How alike the neighbours of one slot are: the pair that ends there and the three prices that end there. */
function likeness(seats: readonly Seat[], at: number, plan: LineupPlan): number {
  const [x, y, z] = [seats[at - 2]?.holds, seats[at - 1]?.holds, seats[at]?.holds]
  if (!y || !z) return 0
  const [a, b] = [y.candidate, z.candidate]
  const w = plan.sequence
  let cost = 0
  if (a.class !== undefined && a.class === b.class) cost += w.class
  if (a.brand !== undefined && a.brand === b.brand) cost += w.brand
  if (a.supplier !== undefined && a.supplier === b.supplier) cost += w.supplier
  if (y.role === z.role) cost += w.role
  if (x && (x.candidate.price.minor - a.price.minor) * (a.price.minor - b.price.minor) >= 0) cost += w.price
  return cost
}

/** The total likeness of neighbours: what the order makes as small as it can. */
export const likenessOf = (placed: readonly Placement[], plan: LineupPlan): number => {
  const seats: Seat[] = Array.from({ length: plan.slots }, () => ({ phase: 0, locked: false, holds: undefined }))
  for (const p of placed) seats[p.slot] = { phase: p.phase, locked: false, holds: p }
  return seats.reduce((sum, _, at) => sum + likeness(seats, at, plan), 0)
}

/** First-improvement exchange in a fixed order: within a phase, or between phases for one role, so the points stay. */
function exchange(seats: Seat[], plan: LineupPlan) {
  const around = (i: number, j: number) => {
    let cost = 0
    for (let at = i; at <= i + 2; at += 1) cost += likeness(seats, at, plan)
    for (let at = Math.max(j, i + 3); at <= j + 2; at += 1) cost += likeness(seats, at, plan)
    return cost
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let moved = false
    for (let i = 0; i < seats.length; i += 1) {
      for (let j = i + 1; j < seats.length; j += 1) {
        const [a, b] = [seats[i] as Seat, seats[j] as Seat]
        if (a.locked || b.locked || !a.holds || !b.holds) continue
        if (a.phase !== b.phase && a.holds.role !== b.holds.role) continue
        const before = around(i, j)
        if (before === 0) continue
        const held = a.holds
        a.holds = b.holds
        b.holds = held
        if (around(i, j) < before) {
          moved = true
          continue
        }
        b.holds = a.holds
        a.holds = held
      }
    }
    if (!moved) return
  }
}
