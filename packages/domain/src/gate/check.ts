import type { Text } from '../kernel/errors.ts'
import type { Finding } from './finding.ts'
import type { Gate } from './words.ts'

/** A pure question about a case, asked at one gate for one clause of the standard. No clock, no I/O, no randomness. */
export type Check<Case> = {
  readonly id: string
  readonly clause: string
  readonly gate: Gate
  readonly title: Text
  readonly run: (about: Case, find: Find) => void
}

/** What a check says of its finding; check, clause and gate are filled in from the check itself. */
export type Said = Omit<Finding, 'check' | 'clause' | 'gate' | 'statutory'> & {
  readonly statutory?: boolean
  readonly clause?: string
}
export type Find = (said: Said) => void

export const check = <Case>(c: Check<Case>): Check<Case> => c

/** Runs all checks on one case, in the order given. */
export function runChecks<Case>(checks: readonly Check<Case>[], about: Case): Finding[] {
  const findings: Finding[] = []
  for (const c of checks)
    c.run(about, (said) => findings.push({ check: c.id, clause: c.clause, gate: c.gate, statutory: false, ...said }))
  return findings
}
