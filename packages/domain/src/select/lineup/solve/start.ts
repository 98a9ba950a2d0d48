import { ROLES } from '../../../gate/words.ts'
import type { Problem } from './problem.ts'

/** A first few products for the linear program: the best of each role that fit under the caps together, by value then id. */
export function startWith(problem: Problem): Set<number> {
  const { plan, roleStart, roleOf, value, rowStart, rowOf, rows } = problem
  const productOf = new Int32Array(value.length)
  const byRole: number[][] = ROLES.map(() => [])
  for (let i = 0; i < problem.products.length; i += 1)
    for (let e = roleStart[i] as number; e < (roleStart[i + 1] as number); e += 1) {
      productOf[e] = i
      byRole[roleOf[e] as number]?.push(e)
    }
  const start = new Set<number>()
  for (const [role, entries] of byRole.entries()) {
    entries.sort((a, b) => (value[b] as number) - (value[a] as number) || a - b)
    const wanted = Math.min(plan.slots, plan.mix[ROLES[role] as (typeof ROLES)[number]]?.max ?? plan.slots) + 10
    const used = new Map<number, number>()
    let taken = 0
    for (const e of entries) {
      if (taken >= wanted) break
      const i = productOf[e] as number
      const own = rowOf.subarray(rowStart[i], rowStart[i + 1])
      if (own.some((row) => (used.get(row) ?? 0) >= Math.max(1, rows[row]?.max ?? 0))) continue
      for (const row of own) used.set(row, (used.get(row) ?? 0) + 1)
      start.add(i)
      taken += 1
    }
  }
  return start
}
