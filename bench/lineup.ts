// Lineup (I9): 1,000 and 20,000 candidates over 60 slots with the standard's own limits, solved, ordered and explained,
// beside javascript-lp-solver on the same program (products × roles, roles × phases) without reduction, same run.
// npm run bench lineup
import { readFileSync } from 'node:fs'
import { ROLES, type Role } from '@haixuan/domain/gate/words'
import { money } from '@haixuan/domain/kernel/money'
import type { Candidate } from '@haixuan/domain/select/lineup/candidate'
import { fillSettings } from '@haixuan/domain/select/lineup/fill-settings'
import type { RoleNames } from '@haixuan/domain/select/lineup/limit-name'
import { proposeLineup } from '@haixuan/domain/select/lineup/propose-lineup'
import { lineupFile } from '@haixuan/domain/select/lineup/settings-schema'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import { buildProblem, type Problem } from '@haixuan/domain/select/lineup/solve/problem'
import { strict } from '@haixuan/domain/select/lineup/solve/variants'
import { verifyLineup } from '@haixuan/domain/select/lineup/verify-lineup'
import { roleFile } from '@haixuan/domain/select/product/role'
import untyped from 'javascript-lp-solver'
import { parse } from 'yaml'

// its own types name no such method, its documentation does
const peer = untyped as unknown as { Solve: (model: unknown) => { result: number; feasible: boolean } }

const read = (file: string) => parse(readFileSync(new URL(`../standard/${file}`, import.meta.url), 'utf8'))
const defaults = lineupFile.parse(read('lineup.yaml'))
const roles = Object.fromEntries(roleFile.parse(read('roles.yaml')).roles.map((r) => [r.id, r.name])) as RoleNames
const rules = { settings: { slots: 60 }, defaults, roles }

/** Made-up products from a seeded generator (mulberry32), so that every run sees the same. */
function madeUp(count: number): Candidate[] {
  let a = count
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return Array.from({ length: count }, (_, at) => {
    const price = 300 + Math.round(next() ** 3 * 20_000)
    const first = below(ROLES.length)
    const own = [ROLES[first], ROLES[(first + 1 + below(ROLES.length - 1)) % ROLES.length]] as Role[]
    return {
      id: `p${String(at).padStart(6, '0')}`,
      title: `Product ${at}`,
      roles: own.slice(0, 1 + below(2)).map((role) => ({ role, score: below(101) })),
      class: `class-${Math.floor(next() ** 2 * 40)}`,
      supplier: `supplier-${Math.floor(next() ** 2 * (count / 20))}`,
      brand: `brand-${Math.floor(next() ** 2 * (count / 10))}`,
      price: money(price, 'EUR'),
      margin: money(Math.round(price * (next() * 0.7 - 0.1)), 'EUR'),
      units: 1 + below(80),
      stock: below(200),
      themeFit: below(101) / 100,
      released: next() < 0.7,
    }
  })
}

/** The whole program for the peer, nothing left out. */
function forPeer(problem: Problem) {
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {}
  const variables: Record<string, Record<string, number>> = {}
  const ints: Record<string, 1> = {}
  for (const [at, { min, max }] of problem.rows.entries())
    constraints[`r${at}`] = min === max ? { equal: min } : { max, ...(min > 0 && { min }) }
  for (const [i, product] of problem.products.entries()) {
    constraints[`once${i}`] = { max: 1 }
    const rows: Record<string, number> = { [`once${i}`]: 1 }
    for (let k = problem.rowStart[i]!; k < problem.rowStart[i + 1]!; k += 1)
      rows[`r${problem.rowOf[k]}`] = problem.factor[k]!
    for (let e = problem.roleStart[i]!; e < problem.roleStart[i + 1]!; e += 1) {
      const name = `${product.id}:${problem.roleOf[e]}`
      variables[name] = { ...rows, [`r${problem.roleOf[e]}`]: 1, points: problem.value[e]! }
      ints[name] = 1
    }
  }
  for (const [at, extra] of problem.extras.entries()) {
    constraints[`most${at}`] = { max: extra.upper }
    variables[`place${at}`] = { points: extra.points, [`most${at}`]: 1 }
    for (const [k, row] of extra.rows.entries()) variables[`place${at}`]![`r${row}`] = extra.factors[k]!
    ints[`place${at}`] = 1
  }
  return { optimize: 'points', opType: 'max' as const, constraints, variables, ints }
}

const timed = <T>(work: () => T): [T, number] => {
  const from = performance.now()
  const result = work()
  return [result, (performance.now() - from) / 1000]
}

const loading = performance.now()
const solver = await loadSolver()
console.log(`HiGHS loaded in ${((performance.now() - loading) / 1000).toFixed(3)} s`)
let missed = false
for (const count of [1_000, 20_000]) {
  const candidates = madeUp(count)
  const [lineup, seconds] = timed(() => proposeLineup(candidates, rules, solver))
  const [faults, checking] = timed(() => verifyLineup(lineup, candidates, rules))
  const plan = fillSettings(rules.settings, defaults, candidates)
  const problem = strict(
    buildProblem(
      candidates.filter((c) => c.stock !== 0),
      plan,
    ),
  )
  const [theirs, theirSeconds] = timed(() => peer.Solve(forPeer(problem)))
  const same = theirs.feasible && Math.round(theirs.result) === lineup.objective
  console.log(
    [
      `${count} candidates × 60 slots, ${problem.value.length} product-roles`,
      `  here   ${seconds.toFixed(2)} s  objective ${lineup.objective}  bound ${lineup.bound}  gap ${(lineup.gap * 100).toFixed(3)} %` +
        `  proven ${lineup.proven}  rounds ${lineup.work.rounds}  columns kept ${lineup.work.kept}  (with order, reasons, substitutes)`,
      `  verify ${checking.toFixed(2)} s  faults ${faults.length}  bound by multipliers alone ${lineup.certificate.bound}`,
      `  javascript-lp-solver ${theirSeconds.toFixed(2)} s  objective ${theirs.feasible ? theirs.result : 'none'}` +
        `  ${same ? 'the same optimum' : 'NOT the same'}  ratio ${(theirSeconds / seconds).toFixed(1)}`,
    ].join('\n'),
  )
  missed ||= lineup.gap > 0.01 || seconds > 2 || faults.length > 0
}
console.log(`${missed ? 'missed' : 'met'}: gap at most 1 % in at most 2 s, no faults (aim)`)
if (missed) process.exitCode = 1
