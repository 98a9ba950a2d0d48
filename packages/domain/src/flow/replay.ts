import type { Finding } from '../gate/finding.ts'
import type { GateState } from '../gate/gate.ts'
import { afterSalesCase } from '../improve/after-sales/case.ts'
import { CASE_DECIDED, decideCase } from '../improve/after-sales/decide-case.ts'
import { ASSESSED, ConformityLog } from '../improve/conformity/conformity.ts'
import { committedFields } from '../kernel/log/commitment.ts'
import { type Event, isDecision } from '../kernel/log/event.ts'
import { type Project, project } from '../plan/project.ts'
import type { Lineup } from '../select/lineup/lineup.ts'
import type { Solver } from '../select/lineup/solve/linear.ts'
import { planOfDecision } from './as-of.ts'
import type { Reviewed } from './candidates.ts'
import {
  decideClosure,
  decideLineup,
  decidePlan,
  decideRisk,
  decideSupplierGate,
  lineupBody,
  reviewOne,
} from './carry-out.ts'
import { brief, decide, eachDecided, type GateDecision, isOfSeveral, sameDecision } from './decision.ts'
import type { Desk } from './desk.ts'
import { Records, WITHHELD, type Withheld } from './replay-records.ts'
import type { SupplierGroup } from './supplier-groups.ts'

/** The desk of a plan under a standard, by the hash a decision names; the only one there is when it names none. */
export type DeskFor = (plan: Project, standard: string | undefined) => Desk
/** What comes of a decision that is run again: the same, another, or nothing as its facts are withheld. */
export type Rerun = 'same' | Withheld | { readonly fault: string }

type Review = Reviewed & { readonly decision: GateDecision }
type Standing = { readonly plan: Project; readonly desk: Desk }

/**
 * Runs the decisions of a project again, in the order of its log, from the facts the log holds and nothing else. Fed one
 * event at a time.
 */
export class Replay {
  readonly #deskFor: DeskFor
  readonly #solver: Solver
  readonly #records = new Records()
  /** the newest review of each product, and what it was made from */
  readonly #reviews = new Map<string, { readonly of: readonly unknown[]; readonly review: Review }>()
  #planFindings: readonly Finding[] = []
  readonly #supplierFindings = new Map<string, readonly Finding[]>()
  readonly #conformity = new ConformityLog()
  #lineup: LineupStanding | undefined
  /** the newest decision on each product */
  readonly #productStates = new Map<string, GateState>()
  /** the desk last used: most decisions follow on one another under the same plan, day and standard */
  #desk: { readonly of: readonly unknown[]; readonly standing: Standing } | undefined

  constructor(deskFor: DeskFor, solver: Solver) {
    this.#deskFor = deskFor
    this.#solver = solver
  }

  /** Takes in one event; says of a decision what came of it, of any other event nothing. */
  take(e: Event): Rerun | undefined {
    if (isOfSeveral(e)) return this.#several(e)
    return this.#taken(e, () => (isDecision(e) ? this.#again(e) : undefined))
  }

  /** Each decision of one event; all must hold. */
  #several(e: Event): Rerun {
    const recorded = this.#records.products
    // an archive of one product has no records of the others that were decided with it
    const alone = recorded.size === 1
    let sum: Rerun | undefined
    for (const each of eachDecided(e)) {
      if (alone && !recorded.has(each.subject)) continue
      const rerun = this.#again(each)
      this.#follow(each)
      if (typeof rerun === 'object') return { fault: `${each.subject} ${rerun.fault}` }
      if (sum !== WITHHELD) sum = rerun
    }
    this.#conformity.add(e)
    return sum ?? { fault: 'names no product that is recorded before it' }
  }

  /** Takes in one event on the way to a decision that is to be run again: what nothing hangs on is not run. */
  pass(e: Event): void {
    this.#taken(e, () => {
      if (!isDecision(e) || e.type === CASE_DECIDED || e.type === ASSESSED || e.type === 'risk.assessed')
        return undefined
      if (e.type === 'lineup.decided') return this.#trust(e)
      return e.body.about === 'product' || isOfSeveral(e) || isClosure(e) ? undefined : this.#again(e)
    })
  }

  #taken(e: Event, run: () => Rerun | undefined): Rerun | undefined {
    this.#records.take(e)
    const rerun = run()
    for (const each of eachDecided(e)) this.#follow(each)
    this.#conformity.add(e)
    return rerun
  }

  /** What people did to the lineup, and what gates said since: facts that its closure stands on. */
  #follow(e: Event): void {
    if (e.body.about === 'product' && e.type === 'gate.decided') {
      const { overall, 'as-of': asOf } = e.body as unknown as GateDecision & { 'as-of'?: string }
      this.#productStates.set(e.subject, overall)
      const { plan } = this.#records
      const before = typeof plan !== 'object' || asOf === undefined || asOf <= plan.date
      // a release holds while all it released does, up to the stream and no longer
      if (before && overall !== 'passed' && this.#lineup?.products.includes(e.subject))
        this.#lineup = { ...this.#lineup, released: undefined }
    }
    if (!this.#lineup) return
    if (e.type === 'lineup.edited')
      this.#lineup = { ...this.#lineup, products: productsIn(e.body as unknown as Lineup), released: undefined }
    if (e.type === 'lineup.released') this.#lineup = { ...this.#lineup, released: this.#passing(this.#lineup.products) }
  }

  #passing(products: readonly string[]): number {
    return products.filter((id) => this.#productStates.get(id) === 'passed').length
  }

  #again(e: Event): Rerun {
    if (e.type === CASE_DECIDED) return this.#case(e)
    const { plan: recorded } = this.#records
    if (recorded === undefined) return { fault: 'no plan is recorded before it' }
    if (recorded === WITHHELD || committedFields(e).length > 0) return this.#trust(e)
    const plan = planOfDecision(recorded, e)
    if (!plan) return { fault: 'is decided as of another day than its own' }
    const standing = this.#standing(recorded, plan, e.body.standard as string | undefined)
    const again = this.#run(e, standing)
    if (again === WITHHELD) return this.#trust(e)
    return 'fault' in again ? { fault: String(again.fault) } : compare(again, e.body)
  }

  #standing(recorded: Project, plan: Project, standard: string | undefined): Standing {
    const of = [recorded, plan.date, standard]
    if (!same(this.#desk?.of, of)) this.#desk = { of, standing: { plan, desk: this.#deskFor(plan, standard) } }
    return this.#desk!.standing
  }

  /** A decision that cannot be run again stands as it was signed for those that hang on it. */
  #trust(e: Event): Withheld {
    const { about, overall } = e.body as unknown as GateDecision
    if (e.type === 'lineup.decided') this.#lineup = inSlots(e.body as unknown as Lineup)
    else if (about === 'supplier') this.#records.supplierStates.set(e.subject, overall)
    else if (about === 'plan' && !isClosure(e)) this.#records.planState = overall
    return WITHHELD
  }

  #run(e: Event, standing: Standing): object | Withheld {
    const { plan, desk } = standing
    if (e.type === 'gate.decided' && e.body.about === 'supplier') return this.#supplier(e, standing)
    if (e.type === 'gate.decided' && e.body.about === 'product') {
      const review = this.#review(e.subject, standing)
      return review === WITHHELD
        ? review
        : (review?.decision ?? { fault: 'no product or supplier is recorded before it' })
    }
    if (e.type === 'gate.decided' && !isClosure(e)) {
      this.#planFindings = decidePlan(plan, e.subject, desk)
      const again = decide('plan', this.#planFindings as never, ['plan'])
      this.#records.planState = again.overall
      return again
    }
    if (e.type === ASSESSED) return { conformity: this.#conformity.assess(desk.standard.clauses.clauses) }
    if (!this.#records.whole) return WITHHELD
    if (e.type === 'gate.decided') return this.#closure(e, standing)
    const reviews = this.#allReviews(standing)
    if (e.type === 'lineup.decided') {
      const { lineup } = decideLineup(reviews, plan, desk, this.#solver)
      this.#lineup = inSlots(lineup)
      return lineupBody(lineup, reviews)
    }
    if (e.type === 'risk.assessed') {
      const suppliers = [...this.#records.supplierStates.keys()]
      const found = suppliers.flatMap((id) => this.#supplierFindings.get(id) ?? [])
      const findings = [...this.#planFindings, ...found, ...reviews.flatMap((r) => r.findings)]
      return decideRisk(findings, reviews.length + suppliers.length, plan, desk)
    }
    return { fault: 'is a decision of an unknown kind' }
  }

  /** A case hangs on no project: the law is that of the buyer's market on the day of the order. */
  #case(e: Event): Rerun {
    if (committedFields(e).length > 0) return WITHHELD
    const c = afterSalesCase.safeParse(e.body.case)
    if (!c.success) return { fault: 'tells of no case' }
    const { market, order } = c.data
    const plan = project.parse({ theme: market, markets: [market], date: order.day, language: 'en', slots: 1 })
    const desk = this.#deskFor(plan, e.body.standard as string | undefined)
    return compare({ case: e.body.case, decision: decideCase(c.data, desk.standard) }, e.body)
  }

  #supplier(e: Event, { plan, desk }: Standing): object | Withheld {
    const group = this.#records.suppliers.get(e.subject)
    if (!group) return { fault: 'no supplier is recorded before it' }
    if (group === WITHHELD) return WITHHELD
    const found = decideSupplierGate(group, plan, desk)
    this.#supplierFindings.set(e.subject, found)
    const again = decide('supplier', found, ['supplier'])
    this.#records.supplierStates.set(e.subject, again.overall)
    return again
  }

  /** The product as its gates stand now; made anew only when something it stands on has changed. */
  #review(id: string, { plan, desk }: Standing): Review | Withheld | undefined {
    const { products, suppliers, supplierStates, planState } = this.#records
    const recorded = products.get(id)
    if (recorded === undefined || recorded === WITHHELD) return recorded
    const group = suppliers.get(recorded.supplier)
    const supplier = supplierStates.get(recorded.supplier)
    if (group === WITHHELD) return WITHHELD
    if (!group || !supplier) return undefined
    const of = [recorded, group, supplier, planState, desk]
    const held = this.#reviews.get(id)
    if (held && same(held.of, of)) return held.review
    const { listing, facts, offer } = recorded
    const review = reviewOne({ listing, facts, offer, group }, plan, desk, { plan: planState, supplier })
    this.#reviews.set(id, { of, review })
    return review
  }

  #allReviews(standing: Standing): Review[] {
    const all = [...this.#records.products.keys()].map((id) => this.#review(id, standing))
    return all.filter((r) => r !== undefined && r !== WITHHELD)
  }

  #closure(e: Event, { plan, desk }: Standing): object {
    if (!this.#lineup) return { fault: 'no lineup is decided before it' }
    const { candidates, products: filled, released = this.#passing(filled) } = this.#lineup
    // nothing is withheld here
    const groups = [...this.#records.suppliers.values()] as SupplierGroup[]
    const products = [...this.#records.products.values()].filter((p) => p !== WITHHELD)
    const found = decideClosure(e.subject, plan, desk, {
      suppliers: groups.map((g) => g.supplier),
      products: products.map(({ facts, offer }) => ({ facts, offer })),
      lineup: { candidates, filled: filled.length, released },
    })
    return decide('plan', found, ['closure'])
  }
}

/** The lineup as it stands: what is in its slots, how many it chose from, how many were released with it. */
type LineupStanding = {
  readonly candidates: number
  readonly products: readonly string[]
  /** none before its release, or when that was taken back */
  readonly released?: number | undefined
}
const productsIn = ({ slots }: Pick<Lineup, 'slots'>) => slots.flatMap(({ product }) => product ?? [])
const inSlots = (lineup: Lineup) => ({ products: productsIn(lineup), candidates: lineup.work.candidates })

const same = (a: readonly unknown[] | undefined, b: readonly unknown[]) => a?.every((each, i) => each === b[i]) ?? false
const isClosure = (e: Event) => (e.body.gates as Partial<Record<string, GateState>> | undefined)?.closure !== undefined

/** The first key whose value differs, in words. What a decision tells of how it was made is not part of what came out. */
function compare(again: object, { 'as-of': _, zone: __, standard: ___, ...stored }: Event['body']): Rerun {
  // findings that stand elsewhere in the log are named by their hash, which says as much
  const told = stored.told !== undefined && 'findings' in again ? brief(again as GateDecision).decision : again
  const fresh = JSON.parse(JSON.stringify(told)) as Record<string, unknown>
  if (sameDecision(fresh, stored)) return 'same'
  const keys = [...new Set([...Object.keys(fresh), ...Object.keys(stored)])].sort()
  const key = keys.find((k) => !sameDecision(fresh[k] ?? null, stored[k] ?? null))
  return { fault: `comes out with another ${key}` }
}
