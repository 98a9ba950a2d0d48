import type { Role } from '../../gate/words.ts'
import type { Candidate } from './candidate.ts'
import { type LineupPlan, type Phase, sellable } from './fill-settings.ts'

/** What a product in a role and a phase adds to the objective, in whole points so that sums are exact. */
export type Points = {
  readonly margin: number
  readonly theme: number
  readonly role: number
  readonly phase: number
  readonly provisional: number
}

// so that one broken figure cannot leave the range in which sums of doubles are exact
const CEILING = 1_000_000

/** Expected profit against the reference: margin after returns × units capped by stock. */
export const marginPoints = (c: Candidate, plan: LineupPlan): number => {
  const points = Math.round(((c.margin.minor * sellable(c)) / plan.reference) * plan.weights.margin)
  return Math.max(-CEILING, Math.min(CEILING, points)) + 0
}
export const themePoints = (c: Candidate, plan: LineupPlan): number =>
  Math.round(Math.max(0, Math.min(1, c.themeFit)) * plan.weights.theme)
export const rolePoints = (score: number, plan: LineupPlan): number =>
  Math.round((Math.max(0, Math.min(100, score)) * plan.weights.role) / 100)
export const phasePoints = (phase: Phase, role: Role, plan: LineupPlan): number =>
  Math.round((phase.roles[role].points * plan.weights.phase) / 100)
export const provisionalPoints = (c: Candidate, plan: LineupPlan): number =>
  c.released ? 0 : -plan.weights.provisional

/** All parts for one placement; the objective is the sum over all slots. @throws Error when it may not play the role */
export function pointsOf(c: Candidate, role: Role, phase: Phase, plan: LineupPlan): Points {
  const may = c.roles.find((r) => r.role === role)
  if (!may) throw new Error(`${c.id} may not play ${role}`)
  return {
    margin: marginPoints(c, plan),
    theme: themePoints(c, plan),
    role: rolePoints(may.score, plan),
    phase: phasePoints(phase, role, plan),
    provisional: provisionalPoints(c, plan),
  }
}

/** What a product adds whatever its role and phase. */
export const ownPoints = (c: Candidate, plan: LineupPlan): number =>
  marginPoints(c, plan) + themePoints(c, plan) + provisionalPoints(c, plan)

export const total = (p: Points): number => p.margin + p.theme + p.role + p.phase + p.provisional
