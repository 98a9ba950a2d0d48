import type { Day } from '../kernel/day.ts'
import type { Finding } from './finding.ts'
import { GATES, type Gate } from './words.ts'

/**
 * `open` = blocked by a recorded fact; `conditional` = provisional: something is still missing or waived;
 * `passed` = nothing blocks. Warnings and notes are shown but do not hold a gate.
 */
export type GateState = 'passed' | 'conditional' | 'open'

/** A finding with the waiver that covers it, if one does. */
export type Judged = Finding & {
  readonly waived?: { readonly until: Day; readonly by: string; readonly reason: string }
}

const RANK: Record<GateState, number> = { passed: 0, conditional: 1, open: 2 }

/** The worse of two states. */
export const worse = (a: GateState, b: GateState): GateState => (RANK[a] >= RANK[b] ? a : b)

const stateFor = (f: Judged): GateState =>
  f.severity !== 'block' ? 'passed' : f.waived || f.state === 'missing' ? 'conditional' : 'open'

/** The state of each gate that these findings touch, gates in the standard's order; untouched gates passed. */
export function gatesOf(findings: readonly Judged[], gates: readonly Gate[] = GATES): Partial<Record<Gate, GateState>> {
  const states = Object.fromEntries(gates.map((gate) => [gate, 'passed' as GateState])) as Partial<
    Record<Gate, GateState>
  >
  for (const finding of findings) {
    const before = states[finding.gate]
    if (before !== undefined) states[finding.gate] = worse(before, stateFor(finding))
  }
  return states
}

/** The worst state over all gates: a product is released only when this is `passed`. */
export const overall = (states: Partial<Record<Gate, GateState>>): GateState =>
  Object.values(states).reduce<GateState>(worse, 'passed')

/** The next thing owed: blocking before missing, statutory before the rest, then the order of the gates. */
export function nextOwed(findings: readonly Judged[]): Judged | undefined {
  const rank = (f: Judged) => (f.state === 'wrong' ? 0 : 1_000) + (f.statutory ? 0 : 100) + GATES.indexOf(f.gate) * 10
  let next: Judged | undefined
  for (const f of findings)
    if (f.severity === 'block' && !f.waived && (next === undefined || rank(f) < rank(next))) next = f
  return next
}
