import type { LoggedFinding } from '@haixuan/domain/flow/decision'
import type { About } from '@haixuan/domain/gate/binding'
import type { GateState, Judged } from '@haixuan/domain/gate/gate'
import type { Gate } from '@haixuan/domain/gate/words'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { Money } from '@haixuan/domain/kernel/money'
import type { Amount } from '@haixuan/domain/select/cooperation/amount'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Reconciliation } from '@haixuan/domain/select/cooperation/settlement/reconcile'
import type { Order, OrderRefund, Statement } from '@haixuan/domain/select/cooperation/settlement/statement'
import type { StoredPlan } from '@haixuan/domain/select/lineup/board/stored-plan'
import type { Candidate as LineupCandidate } from '@haixuan/domain/select/lineup/candidate'
import type { Lineup } from '@haixuan/domain/select/lineup/lineup'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import type { FieldClaim } from '@haixuan/domain/select/product/product-case'
import type { ListedParty } from '@haixuan/domain/select/supplier/lists/list-difference'
import type { PaperKind } from '@haixuan/domain/select/supplier/papers/papers'
import type { Supplier, SupplierKind } from '@haixuan/domain/select/supplier/supplier'
import type { ColumnType, Generated, JSONColumnType, SelectType } from 'kysely'
import type { Json, Json0, Record_, Search } from './columns.ts'

/** What an offer earns per unit in one market; the floor is open where no price reaches the target. */
export type Earning = {
  readonly market: string
  readonly price: Money
  readonly floor: Money | null
  readonly margin: Money
  readonly marginRate: number
}

/** A supplier's yes or no to terms, named by their hash. */
export type OfferAnswer = {
  readonly agrees: boolean
  readonly hash: string
  readonly by: string
  readonly at: string
  readonly note?: string
}

/** A statement with what it was made of, and the payer's held against it. */
export type Settled = {
  readonly final: boolean
  readonly orders: readonly Order[]
  readonly refunds: readonly OrderRefund[]
  readonly statement: Statement
  readonly reconciliation: Reconciliation | null
}

/** A candidate product of a project: its listing, what people recorded of it, how it was read. */
type Candidate = Record_ & {
  id: string
  project_id: string
  supplier_id: string
  listing: Json<Listing>
  facts: Json0<ProductFacts>
  title: string
  brand: string | null
  sku: string | null
  class: string | null
  confidence: number | null
  price_minor: number | null
  price_currency: string | null
  theme_fit: number | null
  /** of facts */
  channel: ColumnType<string | null, never, never>
  role: string | null
  /** what it shares with those that no check can tell from it, what they came out with among it */
  likeness: string
  claims: JSONColumnType<FieldClaim[], string | undefined, string>
  traits: Generated<string[]>
  recheck_on: string | null
  search: Search
  decided_at: string | null
}

/** What products that are alike came out with. */
type Outcome = {
  /** names it by its content */
  outcome: string
  state: GateState
  gates: Json<Partial<Record<Gate, GateState>>>
  markets: Json<Record<string, GateState>>
  blocks: number
  warns: number
  owes: string[]
  margin: number | null
}

type Readonly_<T> = { readonly [Key in keyof T]: ColumnType<SelectType<T[Key]>, never, never> }

export interface SelectTables {
  supplier: Record_ & {
    id: string
    body: Json<Supplier>
    name: string
    country: string
    kind: ColumnType<SupplierKind, never, never>
    decision: string | null
    lapses: string | null
    paper_until: string | null
    search: Search
  }
  screening_list: {
    org_id: string
    id: string
    version: number
    day: string
    files: Json<{ sha256: string; name: string }[]>
    parties: number
    names: number
    adopted_by: string
    adopted_at: string
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawn_why: string | null
    ending_by: string | null
    ending_user: string | null
    ending_at: string | null
    ending_why: string | null
  }
  screening_list_version: {
    org_id: string
    list_id: string
    version: number
    what: 'adopted' | 'withdrawn'
    day: string
    files: Json<{ sha256: string; name: string }[]>
    parties: number
    names: number
    added: number | null
    changed: number | null
    removed: number | null
    why: string | null
    by_name: string
    at: string
  }
  screening_party: {
    org_id: string
    list_id: string
    party: string
    since: number
    until: number | null
    place: string
    body: Json<ListedParty>
    search: Search
  }
  paper_notice: {
    org_id: string
    supplier_id: string
    kind: PaperKind
    paper: string
    until: string
    threshold: number
    name: Json<Text>
    project_id: string | null
    product_id: string | null
    raised_at: string
  }
  supplier_gate: {
    org_id: string
    project_id: string
    supplier_id: string
    name: string | null
    brands: string[]
    state: GateState
    findings: Json<Judged[]>
    owes: string[]
    recheck_on: string | null
    decided_at: string
  }
  candidate: Candidate
  /** candidates with what they came out with; read only */
  product: Readonly_<Candidate & Outcome & { findings: Json<Judged[]> }>
  /** `price` is Money of a listing, an Amount of an offer */
  past_price: {
    org_id: string
    project_id: string
    product_id: string
    supplier_id: string
    of: 'listing' | 'offer'
    until: string
    price: Json<Money | Amount>
  }
  list_mapping: {
    org_id: string
    headers: string
    seller: string
    map: Json<Record<string, string>>
    set_by: string
    set_at: string
  }
  import_fault: { org_id: string; task_id: string; row: number; field: string; reason: Json<Text> }
  offer: Record_ & {
    id: string
    project_id: string
    product_id: string
    supplier_id: string
    body: Json<Offer>
    pricing_type: Generated<Offer['pricing']['type']>
    delivery_mode: Generated<Offer['delivery']['mode']>
    settlement_mode: Generated<Offer['settlement']['mode']>
    /** what it earns in the market where it earns least, as its gates were last decided */
    least: JSONColumnType<Earning | null, string | undefined, string>
    margin_rate: Generated<number | null>
    /** what its supplier last said of the terms it was shown */
    answer: JSONColumnType<OfferAnswer | null, string | undefined, string>
    /** the supplier has not answered the terms as they are now */
    waits: Generated<boolean>
  }
  settlement: {
    org_id: string
    project_id: string
    product_id: string
    number: number
    version: number
    supplier_id: string
    starts: string
    ends: string
    due_day: string
    due_minor: number
    due_currency: string
    body: Json<Settled>
    state: 'computed' | 'differs' | 'agreed'
    recorded_by: string
    recorded_at: string
    agreed_by: string | null
    agreed_at: string | null
  }
  likeness: Outcome & {
    org_id: string
    project_id: string
    id: string
    readers: string
    about: Json<About>
    has_offer: boolean
    findings: Json<Judged[]>
    recheck_on: string | null
    decided_at: string | null
  }
  alike_count: {
    org_id: string
    project_id: string
    /** '' of all together */
    supplier_id: string
    likeness: string
    class: string
    channel: string
    currency: string
    part: Generated<number>
    n: number
  }
  alike_finding: {
    org_id: string
    project_id: string
    likeness: string
    place: number
    check: string
    clause: string
    gate: Gate
    owner: string
    due: string | null
    wrong: boolean
    statutory: boolean
    waived: boolean
  }
  told_findings: { org_id: string; project_id: string; hash: string; findings: Json<LoggedFinding[]> }
  lineup: {
    org_id: string
    project_id: string
    version: number
    body: Json<Lineup>
    filled: number
    released: number
    proposed_by: string
    proposed_at: string
    released_by: string | null
    released_at: string | null
    authors: Generated<string[]>
    edited: Generated<boolean>
    changed: Generated<string[]>
    /** absent in lineups proposed before boards were kept */
    plan: JSONColumnType<StoredPlan | null, string | undefined, string>
  }
  lineup_candidate: {
    org_id: string
    project_id: string
    product_id: string
    points: number
    body: Json<LineupCandidate>
  }
}
