import type { Role } from '../../gate/words.ts'
import type { Placement } from './arrange.ts'
import type { Candidate } from './candidate.ts'
import { bandOf, GROUPS, type LineupPlan, secondsOf } from './fill-settings.ts'

/** How much of each limit a lineup uses, to ask what one exchange would break. */
export type Standing = {
  readonly plan: LineupPlan
  readonly placed: ReadonlyMap<string, Placement>
  readonly used: ReadonlyMap<string, number>
  readonly seconds: number
  readonly apart: ReadonlyMap<string, readonly string[]>
}

/** The limits a product counts against in a role and a phase, as kind:name. */
export function limitsOn(c: Candidate, role: Role, phase: number, plan: LineupPlan): string[] {
  const limits = [`mix:${role}`, `place:${plan.phases[phase]?.id}:${role}`]
  for (const group of GROUPS) if (c[group] !== undefined) limits.push(`${group}:${c[group]}`)
  const band = plan.bands[bandOf(c, plan)]
  if (band) limits.push(`band:${band.id}`)
  return limits
}

/** The limits of a plan that a lineup can use up, as kind:name. */
export const limitsIn = ({ plan, used }: Standing): string[] => [
  ...Object.keys(plan.mix).map((role) => `mix:${role}`),
  ...plan.phases.flatMap((p) => Object.keys(p.roles).map((role) => `place:${p.id}:${role}`)),
  ...plan.bands.map((b) => `band:${b.id}`),
  ...GROUPS.flatMap((group) => [...used.keys()].filter((limit) => limit.startsWith(`${group}:`)).sort()),
]

/** Least and most of a limit named kind:name. */
export function boundsOf(limit: string, plan: LineupPlan): { min: number; max: number; firm: boolean } {
  const [kind, ...rest] = limit.split(':')
  const name = rest.join(':')
  const open = { min: 0, max: plan.slots, firm: true }
  if (kind === 'mix') return plan.mix[name as Role] ?? open
  if (kind === 'band') return plan.bands.find((b) => b.id === name) ?? open
  if (kind === 'supplier' || kind === 'brand' || kind === 'class') return plan.limits[kind] ?? open
  if (kind !== 'place') return open
  // the phase's id may hold a colon, the role may not
  const cut = name.lastIndexOf(':')
  const wanted = plan.phases.find((p) => p.id === name.slice(0, cut))?.roles[name.slice(cut + 1) as Role]
  return wanted ? { ...open, min: wanted.min, max: wanted.max } : open
}

export function standingOf(placed: readonly Placement[], plan: LineupPlan): Standing {
  const used = new Map<string, number>()
  for (const p of placed)
    for (const limit of limitsOn(p.candidate, p.role, p.phase, plan)) used.set(limit, (used.get(limit) ?? 0) + 1)
  const apart = new Map<string, string[]>()
  for (const [a, b] of plan.apart) {
    apart.set(a, [...(apart.get(a) ?? []), b])
    apart.set(b, [...(apart.get(b) ?? []), a])
  }
  return {
    plan,
    placed: new Map(placed.map((p) => [p.candidate.id, p])),
    used,
    seconds: placed.reduce((sum, p) => sum + secondsOf(p.candidate, plan), 0),
    apart,
  }
}

/** An empty slot, told by its phase. */
export type Vacant = { readonly phase: number; readonly candidate?: undefined }

/** The limits that would be broken, or broken further, by `entering` in the place of `leaving`; empty when none. */
export function broken(standing: Standing, leaving: Placement | Vacant, entering: Candidate, role: Role): string[] {
  const { plan, used } = standing
  const gone = leaving.candidate ? limitsOn(leaving.candidate, leaving.role, leaving.phase, plan) : []
  const come = limitsOn(entering, role, leaving.phase, plan)
  const found: string[] = []
  for (const limit of come)
    if (!gone.includes(limit) && (used.get(limit) ?? 0) + 1 > boundsOf(limit, plan).max) found.push(limit)
  for (const limit of gone)
    if (!come.includes(limit) && (used.get(limit) ?? 0) - 1 < boundsOf(limit, plan).min) found.push(limit)
  for (const other of standing.apart.get(entering.id) ?? [])
    if (other !== leaving.candidate?.id && standing.placed.has(other)) found.push(`apart:${entering.id}:${other}`)
  if (plan.minutesPerSlot !== undefined) {
    const left = leaving.candidate ? secondsOf(leaving.candidate, plan) : 0
    const after = standing.seconds - left + secondsOf(entering, plan)
    if (after > standing.seconds && after > plan.seconds) found.push('minutes')
  }
  return found
}
