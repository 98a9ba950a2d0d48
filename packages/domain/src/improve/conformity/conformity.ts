import { eachDecided, FINDINGS_TOLD, type LoggedFinding, nameOfFindings } from '../../flow/decision.ts'
import type { Clause } from '../../gate/clause.ts'
import type { Event } from '../../kernel/log/event.ts'

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

const blocking = ({ findings = [] }: { readonly findings?: readonly LoggedFinding[] }): readonly LoggedFinding[] =>
  findings.filter((f) => f.severity === 'block')

/** The event an assessment is written as; it is itself what shows that M1 was carried out. */
export const ASSESSED = 'conformity.assessed'

type Counts = { wrong: number; missing: number }

/**
 * M1 · Takes in a log event by event and gives the verdict on every clause from it alone. Products and suppliers count
 * when they are in the lineup: one that a gate keeps off air shows the gates work, not that they fail.
 */
export class ConformityLog {
  readonly #types: Map<string, number>
  /** blocking findings of the newest decision of each gate on each subject */
  readonly #decided = new Map<
    string,
    { readonly subject: string | undefined; readonly findings: readonly LoggedFinding[] }
  >()
  /** blocking ones of findings that stand once for many decisions, by their name */
  readonly #told = new Map<string, readonly LoggedFinding[]>()
  #inLineup: ReadonlySet<string | undefined> = new Set()

  /** @param written whether the assessment is going to be an event of the log itself, and so what shows M1 */
  constructor({ written = true }: { readonly written?: boolean } = {}) {
    this.#types = new Map(written ? [[ASSESSED, 1]] : [])
  }

  /** Counts events of a type of which nothing else is needed: all but decisions of gates and lineups. */
  count(type: string, events: number): void {
    this.#types.set(type, (this.#types.get(type) ?? 0) + events)
  }

  add(e: Pick<Event, 'type' | 'subject' | 'body'>): void {
    this.count(e.type, 1)
    if (e.type === 'lineup.decided' || e.type === 'lineup.edited') {
      const slots = (e.body.slots ?? []) as { product?: string; supplier?: string }[]
      this.#inLineup = new Set(slots.flatMap((s) => [s.product, s.supplier]))
    }
    if (e.type === FINDINGS_TOLD) this.#told.set(nameOfFindings(e.body.findings as LoggedFinding[]), blocking(e.body))
    if (e.type === 'gate.decided') for (const each of eachDecided(e)) this.#decide(each)
  }

  #decide({ subject, body }: Pick<Event, 'subject' | 'body'>): void {
    const gates = Object.keys((body.gates ?? {}) as object).sort()
    this.#decided.set([body.about, subject, ...gates].join('\n'), {
      subject: body.about === 'plan' ? undefined : subject,
      findings: this.#told.get(String(body.told)) ?? blocking(body),
    })
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

  /** How many products and suppliers are in the lineup, and so count. */
  get counted(): number {
    return this.#inLineup.size
  }

  /** Blocking findings on what is in the lineup or on the plan, as the newest decisions tell them. */
  *standing(): Generator<{ readonly subject: string | undefined; readonly finding: LoggedFinding }> {
    for (const { subject, findings } of this.#decided.values())
      if (subject === undefined || this.#inLineup.has(subject))
        for (const finding of findings) yield { subject, finding }
  }

  #countByCheck(): Map<string, Counts> {
    const counts = new Map<string, Counts>()
    for (const { finding } of this.standing()) {
      const seen = counts.get(finding.check) ?? { wrong: 0, missing: 0 }
      seen[finding.state === 'wrong' && !finding.waived ? 'wrong' : 'missing'] += 1
      counts.set(finding.check, seen)
    }
    return counts
  }
}

const sum = (keys: readonly string[], of: (key: string) => number | undefined) =>
  keys.reduce((total, key) => total + (of(key) ?? 0), 0)

/** M1 · The verdict on each clause over several streams: what shows it and what is against it, added up. */
export const conformityOverall = (all: readonly (readonly ClauseConformity[])[]): ClauseConformity[] =>
  (all[0] ?? []).map(({ clause }, i) => {
    const total = (of: 'events' | 'wrong' | 'missing') => all.reduce((n, one) => n + one[i]![of], 0)
    const [events, wrong, missing] = [total('events'), total('wrong'), total('missing')]
    return { clause, verdict: verdictOf(events, wrong, missing), events, wrong, missing }
  })

function verdictOf(events: number, wrong: number, missing: number): Verdict {
  if (events === 0) return 'not-carried-out'
  if (wrong > 0) return 'fails'
  return missing > 0 ? 'provisional' : 'conforms'
}
