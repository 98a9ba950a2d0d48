import type { Finding } from '../gate/finding.ts'
import type { GateState } from '../gate/gate.ts'
import { ASSESSED, ConformityLog } from '../improve/conformity/conformity.ts'
import { type Event, isDecision } from '../kernel/event.ts'
import { type Project, project } from '../plan/project.ts'
import type { Offer } from '../select/cooperation/offer.ts'
import type { Solver } from '../select/lineup/solve/linear.ts'
import type { Listing } from '../select/product/listing.ts'
import type { ProductFacts } from '../select/product/product.ts'
import type { Reviewed } from './candidates.ts'
import {
  countedIn,
  decideClosure,
  decideLineup,
  decidePlan,
  decideRisk,
  decideSupplierGate,
  lineupBody,
  reviewOne,
} from './carry-out.ts'
import { decide, sameDecision } from './decision.ts'
import type { Desk } from './desk.ts'
import type { SupplierGroup } from './supplier-groups.ts'

type Recorded = {
  readonly listing: Listing
  readonly supplier: string
  readonly facts?: ProductFacts
  readonly offer?: Offer
}

/**
 * Runs the decisions of a project again, in the order of its log, from the facts the log holds and nothing else. Fed one
 * event at a time; says of a decision whether it comes out the same, and how it differs when not.
 */
export class Replay {
  readonly #deskFor: (plan: Project) => Desk
  readonly #solver: Solver
  #plan: Project | undefined
  #desk: Desk | undefined
  #planState: GateState = 'open'
  readonly #groups = new Map<string, SupplierGroup>()
  readonly #suppliers = new Map<string, GateState>()
  readonly #products = new Map<string, Recorded>()
  readonly #reviewed: Reviewed[] = []
  /** of the plan, then of suppliers */
  readonly #findings: Finding[] = []
  readonly #conformity = new ConformityLog()
  #lineupCounts: ReturnType<typeof countedIn> | undefined

  constructor(deskFor: (plan: Project) => Desk, solver: Solver) {
    this.#deskFor = deskFor
    this.#solver = solver
  }

  /** Takes in one event; for a decision gives what is wrong with it, or undefined when it comes out the same. */
  take(e: Event): string | undefined {
    const fault = this.#decide(e)
    this.#conformity.add(e)
    return fault
  }

  #decide(e: Event): string | undefined {
    if (e.type === 'plan.recorded') {
      this.#plan = project.parse(e.body.plan)
      this.#desk = this.#deskFor(this.#plan)
    } else if (e.type === 'supplier.recorded') this.#groups.set(e.subject, e.body as unknown as SupplierGroup)
    else if (e.type === 'product.recorded') this.#products.set(e.subject, e.body as unknown as Recorded)
    else if (isDecision(e)) {
      if (!this.#plan || !this.#desk) return 'no plan is recorded before it'
      return this.#again(e, this.#plan, this.#desk)
    }
    return undefined
  }

  #again(e: Event, plan: Project, desk: Desk): string | undefined {
    if (e.type === 'gate.decided') return this.#gate(e, plan, desk)
    if (e.type === 'lineup.decided') return this.#lineup(e, plan, desk)
    if (e.type === 'risk.assessed') {
      const findings = [...this.#findings, ...this.#reviewed.flatMap((r) => r.findings)]
      return differs(decideRisk(findings, this.#reviewed.length + this.#suppliers.size, plan, desk), e.body)
    }
    if (e.type === ASSESSED)
      return differs({ conformity: this.#conformity.assess(desk.standard.clauses.clauses) }, e.body)
    return 'is a decision of an unknown kind'
  }

  #gate(e: Event, plan: Project, desk: Desk): string | undefined {
    if (e.body.about === 'supplier') {
      const group = this.#groups.get(e.subject)
      if (!group) return 'no supplier is recorded before it'
      const found = decideSupplierGate(group, plan, desk)
      this.#findings.push(...found)
      const again = decide('supplier', found, ['supplier'])
      this.#suppliers.set(e.subject, again.overall)
      return differs(again, e.body)
    }
    if (e.body.about === 'product') {
      const recorded = this.#products.get(e.subject)
      const group = recorded && this.#groups.get(recorded.supplier)
      const supplier = recorded && this.#suppliers.get(recorded.supplier)
      if (!recorded || !group || !supplier) return 'no product or supplier is recorded before it'
      const { listing, facts, offer } = recorded
      const again = reviewOne({ listing, facts, offer, group }, plan, desk, { plan: this.#planState, supplier })
      this.#reviewed.push(again)
      return differs(again.decision, e.body)
    }
    if ((e.body.gates as Record<string, unknown>).closure !== undefined) {
      if (!this.#lineupCounts) return 'no lineup is decided before it'
      const found = decideClosure(e.subject, plan, desk, {
        suppliers: [...this.#groups.values()].map((g) => g.supplier),
        products: [...this.#products.values()].map(({ facts, offer }) => ({ facts, offer })),
        lineup: this.#lineupCounts,
      })
      return differs(decide('plan', found, ['closure']), e.body)
    }
    const found = decidePlan(plan, e.subject, desk)
    this.#findings.push(...found)
    const again = decide('plan', found, ['plan'])
    this.#planState = again.overall
    return differs(again, e.body)
  }

  #lineup(e: Event, plan: Project, desk: Desk): string | undefined {
    const { lineup } = decideLineup(this.#reviewed, plan, desk, this.#solver)
    this.#lineupCounts = countedIn(lineup)
    return differs(lineupBody(lineup, this.#reviewed), e.body)
  }
}

/** The first key whose value differs, in words. */
function differs(again: object, stored: Event['body']): string | undefined {
  const fresh = JSON.parse(JSON.stringify(again)) as Record<string, unknown>
  if (sameDecision(fresh, stored)) return undefined
  const keys = [...new Set([...Object.keys(fresh), ...Object.keys(stored)])].sort()
  const key = keys.find((k) => !sameDecision(fresh[k] ?? null, stored[k] ?? null))
  return `comes out with another ${key}`
}
