import type { Role } from '../../src/gate/words.ts'
import type { Candidate } from '../../src/select/lineup/candidate.ts'
import type { LineupSettings } from '../../src/select/lineup/settings-schema.ts'

type Weights = { margin: number; theme: number; role: number; phase: number; provisional: number }

/**
 * The best lineup by trying every one: an implementation apart from the room's, reading the raw settings (numbers of
 * slots only, every weight given). Fewest violations first, then most points.
 */
export function tryEvery(candidates: readonly Candidate[], s: LineupSettings): { violations: number; points: number } {
  const phases = s.phases ?? []
  const weights = { margin: 0, theme: 0, role: 0, phase: 0, provisional: 0, ...s.weights } as Weights
  const reference = Math.round(Number(s['reference-profit']) * 100)
  const able = candidates.filter(
    (c) =>
      !c.excluded &&
      !s.exclude?.includes(c.id) &&
      (c.released || s.provisional !== 'refuse') &&
      c.stock !== 0 &&
      c.units > 0 &&
      (c.minutes ?? 0) <= (s['minutes-per-slot'] ?? Infinity) * s.slots,
  )
  const firstSlot = phases.map((_, at) => phases.slice(0, at).reduce((sum, p) => sum + (p.slots ?? 0), 0))
  const lockedPhase = new Map(
    (s.locks ?? []).map((l) => [
      l.product,
      phases.findIndex((p, at) => l.slot > (firstSlot[at] ?? 0) && l.slot <= (firstSlot[at] ?? 0) + (p.slots ?? 0)),
    ]),
  )
  const taken: { c: Candidate; role: Role; phase: number; points: number }[] = []
  const room = phases.map((p) => p.slots ?? 0)
  let best = { violations: Infinity, points: -Infinity }
  const place = (at: number) => {
    const c = able[at]
    if (!c) {
      const violations = judge()
      const points = taken.reduce((sum, t) => sum + t.points, 0)
      if (violations < best.violations || (violations === best.violations && points > best.points))
        best = { violations, points }
      return
    }
    place(at + 1)
    for (const { role, score } of c.roles) {
      for (const [phase, p] of phases.entries()) {
        if ((room[phase] ?? 0) === 0 || (lockedPhase.has(c.id) && lockedPhase.get(c.id) !== phase)) continue
        const profit = c.margin.minor * Math.min(c.units, c.stock ?? Infinity)
        const points =
          Math.round((profit / reference) * weights.margin) +
          Math.round(c.themeFit * weights.theme) +
          Math.round((score / 100) * weights.role) +
          Math.round(((p.roles[role]?.points ?? 0) / 100) * weights.phase) -
          (c.released ? 0 : weights.provisional)
        taken.push({ c, role, phase, points })
        room[phase] = (room[phase] as number) - 1
        place(at + 1)
        room[phase] = (room[phase] as number) + 1
        taken.pop()
      }
    }
  }
  const count = (what: (t: (typeof taken)[number]) => boolean) => taken.filter(what).length
  const number = (a: unknown) => (a as { count: number } | undefined)?.count
  /** Infinity when something firm is broken, else must 10,000, firm least 1,000, empty slot 100, soft 1 a unit. */
  function judge(): number {
    let sum = 0
    const range = (n: number, r: { min?: unknown; max?: unknown; firm?: boolean | undefined }) => {
      const [least, most] = [number(r.min) ?? 0, number(r.max) ?? Infinity]
      if (n < least) sum += (least - n) * (r.firm === false ? 1 : 1_000)
      if (n > most) sum += r.firm === false ? n - most : Infinity
    }
    for (const [role, r] of Object.entries(s['role-mix'] ?? {}))
      range(
        count((t) => t.role === role),
        r,
      )
    for (const [phase, p] of phases.entries())
      for (const [role, r] of Object.entries(p.roles)) {
        const n = count((t) => t.role === role && t.phase === phase)
        if (n < (r.min ?? 0)) sum += ((r.min ?? 0) - n) * 1_000
        if (n > (r.max ?? Infinity)) return Infinity
      }
    for (const group of ['supplier', 'brand', 'class'] as const)
      for (const name of new Set(taken.map((t) => t.c[group])))
        if (name !== undefined && s.limits?.[group])
          range(
            count((t) => t.c[group] === name),
            s.limits[group],
          )
    let from = -1
    for (const band of s.ladder ?? []) {
      const to = typeof band['up-to'] === 'string' ? Math.round(Number(band['up-to']) * 100) : Infinity
      range(
        count((t) => t.c.price.minor > from && t.c.price.minor <= to),
        band,
      )
      from = to
    }
    const slot = s['minutes-per-slot']
    if (slot && taken.reduce((m, t) => m + (t.c.minutes ?? slot), 0) > slot * s.slots) return Infinity
    const has = (id: string) => taken.some((t) => t.c.id === id)
    for (const [a, b] of s.apart ?? []) if (a !== b && has(a) && has(b)) return Infinity
    for (const id of new Set([...(s['must-have'] ?? []), ...lockedPhase.keys()]))
      if (!has(id) && able.some((c) => c.id === id)) sum += 10_000
    return sum + 100 * (s.slots - taken.length)
  }
  place(0)
  return best
}
