import type { Choice } from './choose.ts'
import type { Problem } from './problem.ts'

/** Among products that the program cannot tell apart, those with the first ids are taken, so ties are settled by id. */
export function preferFirstIds(problem: Problem, choice: Choice): Map<number, number> {
  const { roleStart, roleOf, value, rowStart, rowOf, factor } = problem
  const { worth } = choice.priced
  // equal products have equal worth: only those whose worth is met in the choice need a closer look
  const met = new Set([...choice.roles.keys()].map((i) => worth[i]))
  const alike = new Map<string, number[]>()
  const named = new Set(problem.named)
  for (let i = 0; i < problem.products.length; i += 1) {
    if (!met.has(worth[i]) || named.has(i)) continue
    const [from, to] = [roleStart[i] as number, roleStart[i + 1] as number]
    const [first, last] = [rowStart[i] as number, rowStart[i + 1] as number]
    const key = [
      roleOf.subarray(from, to).join(),
      value.subarray(from, to).join(),
      rowOf.subarray(first, last).join(),
      factor.subarray(first, last).join(),
    ].join('|')
    const list = alike.get(key)
    if (list) list.push(i)
    else alike.set(key, [i])
  }
  const settled = new Map([...choice.roles].filter(([i]) => named.has(i)))
  for (const list of alike.values()) {
    const roles = list.flatMap((i) => choice.roles.get(i) ?? []).sort((a, b) => a - b)
    for (const [k, role] of roles.entries()) settled.set(list[k] as number, role)
  }
  return new Map([...settled].sort(([a], [b]) => a - b))
}
