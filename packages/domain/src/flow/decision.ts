import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type GateState, gatesOf, type Judged, overall } from '../gate/gate.ts'
import { GATES, type Gate } from '../gate/words.ts'
import { canonicalBytes, canonicalJson } from '../kernel/log/canonical-json.ts'
import type { Event } from '../kernel/log/event.ts'

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

/** Where the words of a finding stand: its place in the list, the field, from, to. */
export type FindingSpan = readonly [finding: number, field: string, from: number, to: number]

/**
 * A decision as it is logged where many come out with the same findings: these stand once in the log, in an event of
 * their own before it, and are named by their hash; only where the words stand is told with each.
 */
export type BriefDecision = Omit<GateDecision, 'findings'> & {
  readonly told: string
  readonly spans?: readonly FindingSpan[]
}

/** The event that tells findings which decisions after it name; its body is `{ findings }`. */
export const FINDINGS_TOLD = 'gate.findings'

/** The name of findings that stand once in a log: SHA-256 (hex) of their canonical JSON. @throws BadInput */
export const nameOfFindings = (findings: readonly unknown[]): string => bytesToHex(sha256(canonicalBytes(findings)))

/** Takes a decision apart into what is its own and the findings that others may share. */
export function brief({ findings, ...own }: GateDecision): {
  readonly decision: BriefDecision
  readonly findings: readonly LoggedFinding[]
} {
  const bare = findings.map(({ span: _, ...f }) => f)
  const spans = findings.flatMap(({ span }, i): FindingSpan[] => (span ? [[i, ...span]] : []))
  return { decision: { ...own, told: nameOfFindings(bare), ...(spans.length > 0 ? { spans } : {}) }, findings: bare }
}

/** The decision with its findings in it: what `brief` took apart. */
export function whole(
  { told: _, spans = [], ...own }: BriefDecision,
  findings: readonly LoggedFinding[],
): GateDecision {
  const spanOf = new Map(spans.map(([i, ...span]) => [i, span]))
  return {
    ...own,
    findings: findings.map((f, i) => {
      const span = spanOf.get(i)
      return span ? { ...f, span } : f
    }),
  }
}

/** What a decision is about when it stands for several products of one supplier. */
const SEVERAL = 'products'

/** A decision that several products came out with; where words stand is told for each. */
type SharedDecision = Omit<BriefDecision, 'about' | 'spans'> & {
  readonly products: readonly string[]
  readonly spans?: Readonly<Record<string, readonly FindingSpan[]>>
}

/** Decisions on several products of one supplier, made at once: the body of one `gate.decided` event. */
export type SeveralDecided = { readonly about: typeof SEVERAL; readonly decisions: readonly SharedDecision[] }

/** Puts decisions on several products into the body of one event: what they came out with stands once. */
export function together(
  all: readonly {
    readonly id: string
    readonly shared: BriefDecision
    readonly spans?: readonly FindingSpan[] | undefined
  }[],
): SeveralDecided {
  const groups = Map.groupBy(all, (each) => each.shared)
  return {
    about: SEVERAL,
    decisions: [...groups].map(([{ about: _, spans: __, ...shared }, group]) => {
      const spoken = group.flatMap(({ id, spans }) => (spans ? [[id, spans] as const] : []))
      return {
        ...shared,
        products: group.map((each) => each.id),
        ...(spoken.length > 0 ? { spans: Object.fromEntries(spoken) } : {}),
      }
    }),
  }
}

/** Whether an event holds decisions on several products. */
export const isOfSeveral = ({ type, body }: Pick<Event, 'type' | 'body'>): boolean =>
  type === 'gate.decided' && body.about === SEVERAL

/** Decisions on several products one by one, each as an event that holds it alone; any other event as it is. */
export function* eachDecided<E extends Pick<Event, 'type' | 'subject' | 'body'>>(e: E): Generator<E> {
  if (!isOfSeveral(e)) return yield e
  const { about: _, decisions, ...rest } = e.body as unknown as SeveralDecided
  for (const { products, spans = {}, ...shared } of decisions)
    for (const subject of products) {
      const own = Object.hasOwn(spans, subject) ? { spans: spans[subject] } : {}
      yield { ...e, subject, body: { about: 'product', ...shared, ...own, ...rest } }
    }
}
