import type { LoggedFinding } from '../../flow/decision.ts'
import type { Clause } from '../../gate/clause.ts'
import type { Event } from '../../kernel/event.ts'

/**
 * `conforms` = carried out and nothing holds the products of the lineup; `provisional` = carried out, something is still
 * missing for them; `fails` = a recorded fact contradicts the clause on a product of the lineup; `not-carried-out` =
 * nothing in the log shows it.
 */
export type Verdict = 'conforms' | 'provisional' | 'fails' | 'not-carried-out'

export type ClauseConformity = {
  readonly clause: string
  readonly verdict: Verdict
  /** events that show the clause was carried out */
  readonly events: number
  /** blocking findings of the clause's checks on subjects of the lineup */
  readonly wrong: number
  readonly missing: number
}

const blocking = (e: Event): readonly LoggedFinding[] =>
  ((e.body.findings ?? []) as LoggedFinding[]).filter((f) => f.severity === 'block')

/** The event an assessment is written as; it is itself what shows that M1 was carried out. */
export const ASSESSED = 'conformity.assessed'

type Counts = { wrong: number; missing: number }

/**
 * M1 · Takes in a log event by event and gives the verdict on every clause from it alone. Products and suppliers count
 * when they are in the lineup: one that a gate keeps off air shows the gates work, not that they fail.
 */
export class ConformityLog {
  readonly #types = new Map<string, number>([[ASSESSED, 1]])
  /** blocking findings of the newest decision of each gate on each subject */
  readonly #decided = new Map<
    string,
    { readonly subject: string | undefined; readonly findings: readonly LoggedFinding[] }
  >()
  #inLineup: ReadonlySet<string | undefined> = new Set()

  add(e: Event): void {
    this.#types.set(e.type, (this.#types.get(e.type) ?? 0) + 1)
    if (e.type === 'lineup.decided' || e.type === 'lineup.edited') {
      const slots = (e.body.slots ?? []) as { product?: string; supplier?: string }[]
      this.#inLineup = new Set(slots.flatMap((s) => [s.product, s.supplier]))
    }
    if (e.type !== 'gate.decided') return
    const subject = e.body.about === 'plan' ? undefined : e.subject
    const gates = Object.keys((e.body.gates ?? {}) as object).sort()
    this.#decided.set([e.body.about, e.subject, ...gates].join('\n'), { subject, findings: blocking(e) })
  }

  assess(clauses: readonly Clause[]): ClauseConformity[] {
    const byCheck = this.#countByCheck()
    return clauses.map((clause) => {
      const events = sum(clause.events, (type) => this.#types.get(type))
      const wrong = sum(clause.checks, (check) => byCheck.get(check)?.wrong)
      const missing = sum(clause.checks, (check) => byCheck.get(check)?.missing)
      return { clause: clause.id, verdict: verdictOf(events, wrong, missing), events, wrong, missing }
    })
  }

  #countByCheck(): Map<string, Counts> {
    const counts = new Map<string, Counts>()
    for (const { subject, findings } of this.#decided.values()) {
      if (subject !== undefined && !this.#inLineup.has(subject)) continue
      for (const finding of findings) {
        const seen = counts.get(finding.check) ?? { wrong: 0, missing: 0 }
        seen[finding.state === 'wrong' && !finding.waived ? 'wrong' : 'missing'] += 1
        counts.set(finding.check, seen)
      }
    }
    return counts
  }
}

const sum = (keys: readonly string[], of: (key: string) => number | undefined) =>
  keys.reduce((total, key) => total + (of(key) ?? 0), 0)

function verdictOf(events: number, wrong: number, missing: number): Verdict {
  if (events === 0) return 'not-carried-out'
  if (wrong > 0) return 'fails'
  return missing > 0 ? 'provisional' : 'conforms'
}
