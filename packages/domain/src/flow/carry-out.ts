import { runChecks } from '../gate/check.ts'
import type { Finding } from '../gate/finding.ts'
import { type GateState, gatesOf, type Judged, overall, worse } from '../gate/gate.ts'
import type { RuleSet } from '../gate/rule-set.ts'
import { applyWaivers } from '../gate/waiver.ts'
import { GATES, type Gate } from '../gate/words.ts'
import { type ClosureCase, closureChecks } from '../improve/checks.ts'
import { ASSESSED, type ClauseConformity, ConformityLog } from '../improve/conformity/conformity.ts'
import type { Day, Instant } from '../kernel/day.ts'
import type { Event } from '../kernel/log/event.ts'
import { planChecks } from '../plan/checks.ts'
import type { Project } from '../plan/project.ts'
import type { Offer } from '../select/cooperation/offer.ts'
import type { Lineup } from '../select/lineup/lineup.ts'
import { proposeLineup } from '../select/lineup/propose-lineup.ts'
import { lineupSettings } from '../select/lineup/settings-schema.ts'
import type { Solver } from '../select/lineup/solve/linear.ts'
import type { Listing } from '../select/product/listing.ts'
import type { ProductFacts } from '../select/product/product.ts'
import type { Product } from '../select/product/product-case.ts'
import { type RoleSuggestion, suggestRoles } from '../select/product/role.ts'
import { supplierChecks } from '../select/supplier/checks.ts'
import type { Supplier } from '../select/supplier/supplier.ts'
import { onAirChecks } from '../supervise/checks.ts'
import { readIndicators } from '../supervise/risk/indicator.ts'
import { type AssessedRisk, assessRisks } from '../supervise/risk/risk.ts'
import { allChecks } from './all-checks.ts'
import { candidatesOf, figuresOf, leastMarginRate, type Reviewed, streamCurrency } from './candidates.ts'
import { cardNumbersIn } from './card-numbers.ts'
import { decide, type GateDecision } from './decision.ts'
import { type Desk, forbiddingRules } from './desk.ts'
import { countFlow, countStates, type FlowStage } from './flow-counts.ts'
import { reviewOffer } from './review-offer.ts'
import {
  aboutOf,
  factsFinder,
  productId,
  productOf,
  type ReadListing,
  readListing,
  reviewProduct,
} from './review-product.ts'
import { supplierCase } from './review-supplier.ts'
import { groupSuppliers, type SupplierGroup } from './supplier-groups.ts'

/** The facts of one project, as imported and recorded. */
export type ProjectFacts = {
  readonly id: string
  readonly plan: Project
  readonly listings: readonly Listing[]
  readonly suppliers: readonly Supplier[]
  readonly facts: readonly ProductFacts[]
  readonly offers: readonly Offer[]
  readonly imported: {
    readonly file: string
    readonly sha256: string
    readonly rows: number
    readonly rejected: number
  }
}

export type Outcome = {
  readonly events: readonly Event[]
  readonly planFindings: readonly Judged[]
  readonly suppliers: readonly {
    readonly group: SupplierGroup
    readonly findings: readonly Judged[]
    readonly decision: GateDecision
  }[]
  readonly products: readonly (Reviewed & { readonly decision: GateDecision })[]
  readonly roles: ReadonlyMap<string, RoleSuggestion>
  readonly lineup: Lineup
  readonly flow: readonly FlowStage[]
  readonly risks: readonly AssessedRisk[]
  readonly conformity: readonly ClauseConformity[]
  readonly currency: string
}

const BEFORE_AIR: readonly Gate[] = GATES.filter((gate) => gate !== 'closure')

const TITLES = new Map(allChecks.map(({ id, title }) => [id, title]))

/** Decides the plan gate. */
export function decidePlan(plan: Project, id: string, desk: Desk): Judged[] {
  const found = runChecks(planChecks, {
    id,
    plan,
    asOf: plan.date as Day,
    law: desk.markets,
    titles: TITLES,
    hostAge: hostAge(desk.markets),
  })
  return applyWaivers(found, plan.waivers as never, plan.date as Day)
}

function hostAge(markets: readonly RuleSet[]) {
  const all = markets.flatMap((m) => {
    const p = m.parameter('host-age')
    const years = p?.values.years
    return p && typeof years === 'number' ? [{ years, rule: p.rule, source: p.source }] : []
  })
  return all.sort((a, b) => b.years - a.years)[0]
}

const retentionOf = (markets: readonly RuleSet[]) =>
  markets
    .flatMap((m) => {
      const p = m.parameter('retention')
      const years = p?.values.years
      return p && typeof years === 'number' ? [{ years, rule: p.rule, source: p.source }] : []
    })
    .sort((a, b) => b.years - a.years)[0]

/** Decides the supplier gate of one group of products. */
export function decideSupplierGate(group: SupplierGroup, plan: Project, desk: Desk): Judged[] {
  const found = runChecks(supplierChecks, supplierCase(group, plan, desk))
  return applyWaivers(found, plan.waivers as never, plan.date as Day)
}

/** The states of the gates above a product. */
export type Above = { readonly plan: GateState; readonly supplier: GateState }

/** What is on record of a product, with the supplier it comes from. */
export type Recorded = {
  readonly listing: Listing
  readonly facts: ProductFacts | undefined
  readonly offer: Offer | undefined
  readonly group: SupplierGroup
}

/** Reads one product for a plan; `read` is what its listing says, where that was read before. */
export function readOne(
  { listing, facts, group }: Omit<Recorded, 'offer'>,
  plan: Project,
  desk: Desk,
  read: ReadListing = readListing(listing, facts, desk.readers),
): Product {
  const { brand } = listing
  return productOf(listing, facts, {
    read,
    supplier: group.id,
    brandAuthorised: brand !== undefined && desk.authorised(group, brand, plan.date as Day),
  })
}

/** Reviews one product at every gate before air. `above` are the states of its plan and supplier gates. */
export function reviewOne(
  of: Recorded,
  plan: Project,
  desk: Desk,
  above: Above,
): Reviewed & { readonly decision: GateDecision } {
  const product = readOne(of, plan, desk)
  return { product, ...judgeOne(product, of.offer, plan, desk, above) }
}

/** Judges a product that was read at every gate before air. */
export function judgeOne(
  product: Product,
  terms: Offer | undefined,
  plan: Project,
  desk: Desk,
  above: Above,
): Omit<Reviewed, 'product'> & { readonly decision: GateDecision } {
  const asOf = plan.date as Day
  const offer = reviewOffer(product, terms, { ...desk, plan, asOf })
  const said = forbiddingRules(desk, aboutOf(product, terms?.delivery.mode))
  const findings = [
    ...reviewProduct(
      product,
      { plan, asOf, markets: desk.markets, readers: desk.readers, nameOf: desk.nameOf },
      terms?.delivery.mode,
    ),
    ...applyWaivers(offer.findings, plan.waivers as never, asOf),
    ...applyWaivers(
      runChecks(onAirChecks, {
        product,
        plan,
        asOf,
        sampling: desk.standard.sampling,
        claimsIn: (text, language) => desk.readers.claims(text, { language, class: product.class }),
        forbiddenIn: (text) => desk.readers.forbidden(said, text),
      }),
      plan.waivers as never,
      asOf,
    ),
  ]
  const own = decide(
    'product',
    findings,
    BEFORE_AIR,
    desk.markets.map((m) => m.market.id),
  )
  const gates = { ...own.gates, plan: above.plan, supplier: above.supplier }
  const decision: GateDecision = {
    ...own,
    gates,
    overall: overall(gates),
    markets: Object.fromEntries(
      Object.entries(own.markets ?? {}).map(([m, state]) => [m, worse(worse(state, above.plan), above.supplier)]),
    ),
  }
  return { offer: terms, costs: offer.costs, findings, overall: decision.overall, decision }
}

/** Decides the closure gate from what the log holds: the plan, the records, and what the lineup counted. */
export function decideClosure(
  id: string,
  plan: Project,
  desk: Desk,
  records: {
    readonly suppliers: readonly (Supplier | undefined)[]
    readonly products: readonly { readonly facts: ProductFacts | undefined; readonly offer: Offer | undefined }[]
    readonly lineup: ClosureCase['lineup']
  },
): Judged[] {
  const asOf = plan.date as Day
  const found = runChecks(closureChecks, {
    id,
    plan,
    asOf,
    retention: retentionOf(desk.markets),
    readings: readIndicators(desk.standard.risks, plan.results ?? {}),
    decided: records.products.length,
    lineup: records.lineup,
    undefinedTerms: desk.undefinedTerms,
    cardNumbers: cardNumbersIn({ plan, suppliers: records.suppliers, products: records.products }),
  })
  return applyWaivers(found, plan.waivers as never, asOf)
}

/** Assesses the register of risks from the findings on all subjects, and reads the indicators of what came back. */
export const decideRisk = (findings: readonly Finding[], subjects: number, plan: Project, desk: Desk) => ({
  risks: assessRisks(desk.standard.risks, findings, subjects),
  readings: readIndicators(desk.standard.risks, plan.results ?? {}),
})

/** Proposes the lineup of reviewed products. */
export function decideLineup(reviewed: readonly Reviewed[], plan: Project, desk: Desk, solver: Solver) {
  const currency = streamCurrency(
    plan,
    reviewed.map((r) => r.product),
  )
  const roles = suggestRoles(
    desk.standard.roles,
    reviewed.map((r) => figuresOf({ ...r, margin: leastMarginRate(r.costs) }, currency, plan, desk.standard.rates)),
  )
  const candidates = candidatesOf(reviewed, roles, currency, plan, desk.standard.rates)
  const settings = lineupSettings.parse({
    slots: plan.slots,
    ...(plan['role-mix'] ? { 'role-mix': plan['role-mix'] } : {}),
    ...plan.lineup,
  })
  const lineup = proposeLineup(candidates, { settings, defaults: desk.standard.lineup, roles: desk.roleNames }, solver)
  return { lineup, roles, currency, candidates, settings }
}

/** Carries a project through the standard: every gate decided, the lineup proposed, every step an event. Pure but for the solver it is given. */
export function carryOut(facts: ProjectFacts, desk: Desk, solver: Solver, at: Instant, actor: string): Outcome {
  const { plan, id } = facts
  const events: Event[] = []
  const append = (type: string, subject: string, clause: string, body: object) =>
    events.push({ seq: events.length, at, type, actor, subject, clause, body: body as Event['body'] })

  append('standard.adopted', id, 'G1', {
    markets: Object.fromEntries(desk.markets.map((m) => [m.market.id, m.hash])),
    clauses: desk.standard.clauses.clauses.length,
    terms: desk.standard.glossary.terms.length,
  })
  append('plan.recorded', id, 'P5', { plan: withoutUndefined(plan) })
  const planFindings = decidePlan(plan, id, desk)
  const planDecision = decide('plan', planFindings, ['plan'])
  append('gate.decided', id, 'P5', planDecision)
  append('listings.imported', id, 'P2', facts.imported)

  const lookUp = factsFinder(facts.facts)
  const offerOf = new Map(facts.offers.map((o) => [o.product, o]))
  const groups = groupSuppliers(facts.listings, lookUp, facts.suppliers, desk.nameKey)

  const supplierState = new Map<string, GateState>()
  const suppliers = groups.groups.map((group) => {
    append('supplier.recorded', group.id, 'I2', withoutUndefined(group))
    const findings = decideSupplierGate(group, plan, desk)
    const decision = decide('supplier', findings, ['supplier'])
    supplierState.set(group.id, decision.overall)
    append('gate.decided', group.id, 'I2', decision)
    return { group, findings, decision }
  })

  const seen = new Set<string>()
  const products = facts.listings.flatMap((listing) => {
    const product = productId(listing)
    if (seen.has(product)) return []
    seen.add(product)
    const recorded = lookUp(listing)
    const offer = offerOf.get(product) ?? (recorded && offerOf.get(recorded.product))
    const group = groups.groupOf(listing)
    append('product.recorded', product, 'I3', withoutUndefined({ listing, supplier: group.id, facts: recorded, offer }))
    const above = { plan: planDecision.overall, supplier: supplierState.get(group.id) as GateState }
    const reviewed = reviewOne({ listing, facts: recorded, offer, group }, plan, desk, above)
    append('gate.decided', product, 'I3', reviewed.decision)
    return [reviewed]
  })

  const { lineup, roles, currency } = decideLineup(products, plan, desk, solver)
  append('lineup.decided', id, 'I9', lineupBody(lineup, products))

  const findings = [...planFindings, ...suppliers.flatMap((s) => s.findings), ...products.flatMap((p) => p.findings)]
  const risk = decideRisk(findings, products.length + suppliers.length, plan, desk)
  append('risk.assessed', id, 'S2', risk)

  const closure = decideClosure(id, plan, desk, {
    suppliers: suppliers.map((s) => s.group.supplier),
    products: products.map((p) => ({ facts: p.product.facts, offer: p.offer })),
    lineup: countedIn(lineup),
  })
  const closureGates = gatesOf(closure, ['closure'])
  append('gate.decided', id, 'T2', decide('plan', closure, ['closure']))
  const filled = lineup.slots.filter((s) => s.product !== null)
  const flow = countFlow({
    plan: planDecision.gates,
    suppliers: suppliers.map((s) => s.decision.gates),
    products: products.map((p) => p.decision.gates),
    lineup: countStates([
      ...filled.map((s): GateState => (s.released ? 'passed' : 'conditional')),
      ...Array<GateState>(lineup.slots.length - filled.length).fill('open'),
    ]),
    closure: closureGates,
  })
  append('flow.counted', id, 'F1', { flow })
  append('closure.recorded', id, 'T1', { gates: closureGates, findings: closure.length })
  append('archive.closed', id, 'T2', { events: events.length + 2 })
  const log = new ConformityLog()
  for (const e of events) log.add(e)
  const conformity = log.assess(desk.standard.clauses.clauses)
  append(ASSESSED, id, 'M1', { conformity })
  return {
    events,
    planFindings: [...planFindings, ...closure],
    suppliers,
    products,
    roles,
    lineup,
    flow,
    risks: risk.risks,
    conformity,
    currency,
  }
}

/** What closure asks of a lineup. */
const countedIn = ({ work, filled, released }: Lineup): ClosureCase['lineup'] => ({
  candidates: work.candidates,
  filled,
  released,
})

/** What the log keeps of a lineup: the slots with their suppliers, and what proves them. */
export function lineupBody(lineup: Lineup, products: readonly Reviewed[]): object {
  const supplierOf = new Map(products.map((p) => [p.product.id, p.product.supplier]))
  return withoutUndefined({
    ...lineup,
    slots: lineup.slots.map((s) => ({ ...s, ...(s.product === null ? {} : { supplier: supplierOf.get(s.product) }) })),
  })
}

/** Drops keys without a value, which canonical JSON refuses. */
export const withoutUndefined = <T>(value: T): T => JSON.parse(JSON.stringify(value))
