import { type GateState, gatesOf, type Judged, overall } from '../gate/gate.ts'
import { GATES, type Gate } from '../gate/words.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'

/** A finding as the log keeps it: the rest is told again from the rules and facts when the decision is replayed. */
export type LoggedFinding = {
  readonly check: string
  readonly rule?: string
  readonly market?: string
  readonly severity: string
  readonly state: string
  readonly owner: string
  readonly waived?: string
  readonly span?: readonly [string, number, number]
}

/** A decision of the gates on one subject: the body of a `gate.decided` event. */
export type GateDecision = {
  readonly about: 'plan' | 'supplier' | 'product'
  readonly gates: Partial<Record<Gate, GateState>>
  readonly overall: GateState
  /** per market, for products */
  readonly markets?: Readonly<Record<string, GateState>>
  readonly findings: readonly LoggedFinding[]
}

const logged = (f: Judged): LoggedFinding => ({
  check: f.check,
  ...(f.rule ? { rule: f.rule } : {}),
  ...(f.market ? { market: f.market } : {}),
  severity: f.severity,
  state: f.state,
  owner: f.owner,
  ...(f.waived ? { waived: f.waived.until } : {}),
  ...(f.span ? { span: [f.span.field, f.span.from, f.span.to] as const } : {}),
})

/** Decides the gates of one subject from its findings; markets are told apart when asked for. */
export function decide(
  about: GateDecision['about'],
  findings: readonly Judged[],
  gates: readonly Gate[] = GATES,
  markets?: readonly string[],
): GateDecision {
  const states = gatesOf(findings, gates)
  return {
    about,
    gates: states,
    overall: overall(states),
    ...(markets
      ? {
          markets: Object.fromEntries(
            markets.map((m) => [
              m,
              overall(
                gatesOf(
                  findings.filter((f) => !f.market || f.market === m),
                  gates,
                ),
              ),
            ]),
          ),
        }
      : {}),
    findings: findings.map(logged),
  }
}

/** Whether a replayed decision is the stored one, bit for bit. */
export const sameDecision = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
