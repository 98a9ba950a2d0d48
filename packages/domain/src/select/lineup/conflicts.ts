import type { Text } from '../../kernel/errors.ts'
import type { Candidate } from './candidate.ts'
import { whyNot } from './eligible.ts'
import { limitName, limitNames, type RoleNames } from './limit-name.ts'
import type { Conflict } from './lineup.ts'
import { relax } from './solve/choose.ts'
import type { Solver } from './solve/linear.ts'
import type { Problem } from './solve/problem.ts'
import { least } from './solve/variants.ts'
import { boundsOf, limitsIn, type Standing } from './standing.ts'

/** Conflicts beyond these are told without the limits in their way: each asks the solver once. */
const EXPLAINED = 12

/** A limit not kept: `slack` products short of the least, or over the most when negative; `reason` when it is no limit's fault. */
export type NotKept = { readonly limit: string; readonly firm: boolean; readonly slack: number; readonly reason?: Text }

/** Every limit that the lineup does not keep: wishes, then limits, then empty slots. */
export function conflictsOf(standing: Standing, candidates: readonly Candidate[]): NotKept[] {
  const { plan, used, placed } = standing
  const found: NotKept[] = []
  for (const c of candidates) {
    if (!plan.mustHave.has(c.id) || placed.has(c.id)) continue
    const reason = whyNot(c, plan)
    found.push({ limit: `must:${c.id}`, firm: true, slack: 1, ...(reason && { reason }) })
  }
  for (const limit of limitsIn(standing)) {
    const { min, max, firm } = boundsOf(limit, plan)
    const count = used.get(limit) ?? 0
    if (count < min) found.push({ limit, firm, slack: min - count })
    if (count > max) found.push({ limit, firm, slack: max - count })
  }
  const able = candidates.filter((c) => whyNot(c, plan) === undefined).length
  const few = {
    zh: `可选商品${able}个，位次${plan.slots}个`,
    en: `products that may stand: ${able}, slots: ${plan.slots}`,
  }
  for (const [at, phase] of plan.phases.entries()) {
    const slack = phase.slots - [...placed.values()].filter((p) => p.phase === at).length
    if (slack > 0)
      found.push({ limit: `phase:${phase.id}`, firm: true, slack, ...(able < plan.slots && { reason: few }) })
  }
  return found.sort((a, b) => Number(b.firm) - Number(a.firm))
}

/**
 * Adds the limits in each one's way: those with a price in the linear program that makes this one as little short or
 * over as can be while all others keep to what they have. Together they cannot be kept.
 */
export function explainConflicts(
  notKept: readonly NotKept[],
  problem: Problem,
  kept: Iterable<number>,
  solver: Solver,
  roles: RoleNames,
): Conflict[] {
  const { plan } = problem
  const slack = new Map(notKept.map((n) => [n.limit, n.slack]))
  const start = [...kept]
  return notKept.map((n, at) => {
    const { limit, firm } = n
    const by = Math.abs(n.slack)
    const against = n.reason || at >= EXPLAINED ? [] : inTheWay(limit)
    const name = limitName(limit, plan, roles)
    const others = limitNames(against, plan, roles)
    const rest: Text = n.reason
      ? { zh: `；${n.reason.zh}`, en: `; ${n.reason.en}` }
      : against.length > 0
        ? { zh: `；与之冲突：${others.zh}`, en: `; in conflict with ${others.en}` }
        : { zh: '', en: '' }
    const [zh, en] = told(limit, n.slack, by)
    return { limit, firm, by, against, text: { zh: `${name.zh}${zh}${rest.zh}`, en: `${name.en}${en}${rest.en}` } }
  })

  function inTheWay(limit: string): string[] {
    const relaxed = relax(least(problem, limit, slack), solver, start)
    if (relaxed === undefined) return []
    const priced = problem.rows.filter(
      ({ id }, at) => relaxed.multipliers[at] && id !== limit && !id.startsWith('role:'),
    )
    // the slots of the phases are one limit to a reader
    const own = limit.startsWith('phase:') ? 'slots' : undefined
    const names = priced.map(({ id }) => (id.startsWith('phase:') ? 'slots' : id)).filter((id) => id !== own)
    return [...new Set(names)].sort()
  }
}

function told(limit: string, slack: number, by: number): [zh: string, en: string] {
  if (limit.startsWith('must:')) return ['未能入选', ' is not in']
  if (limit.startsWith('phase:')) return [`空${by}个`, `: ${by} empty`]
  return slack > 0 ? [`：缺${by}个`, `: ${by} short`] : [`：超出${by}个`, `: ${by} over`]
}
