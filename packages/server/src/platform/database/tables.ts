import type { LoggedFinding } from '@haixuan/domain/flow/decision'
import type { About } from '@haixuan/domain/gate/binding'
import type { GateState, Judged } from '@haixuan/domain/gate/gate'
import type { Rule } from '@haixuan/domain/gate/rule'
import type { Gate } from '@haixuan/domain/gate/words'
import type { AfterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import type { RefundDecision } from '@haixuan/domain/improve/after-sales/decide-refund'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { Money } from '@haixuan/domain/kernel/money'
import type { Project } from '@haixuan/domain/plan/project'
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
import type { Show } from '@haixuan/domain/supervise/live/show'
import type { DefectClass, Lot } from '@haixuan/domain/supervise/quality/lot'
import type { Nonconformity, NonconformityStep } from '@haixuan/domain/supervise/quality/nonconformity'
import type { SamplingSeverity } from '@haixuan/domain/supervise/quality/sampling'
import type { Reading } from '@haixuan/domain/supervise/risk/indicator'
import type { TemplateTexts } from '@haixuan/domain/templates/template-schema'
import type { ColumnType, Generated, JSONColumnType, SelectType } from 'kysely'

type Json<T extends object> = JSONColumnType<T, string, string>
type Json0<T extends object> = ColumnType<T | null, string | null, string | null>
/** Given as `to_tsvector` input; never read. */
type Search = ColumnType<never, unknown, unknown>
/** Who did what with the money and the goods of a case. */
export type CaseSteps = {
  readonly 'refund-asked'?: { readonly by: string; readonly at: string }
  readonly refunded?: { readonly by: string; readonly at: string; readonly reference: string }
  readonly recovered?: { readonly by: string; readonly at: string; readonly reference: string; readonly minor: number }
  readonly closed?: { readonly by: string; readonly at: string; readonly outcome: string }
}
/** What an offer earns per unit in one market; the floor is open where no price reaches the target. */
export type Earning = {
  readonly market: string
  readonly price: Money
  readonly floor: Money | null
  readonly margin: Money
  readonly marginRate: number
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

type Record_ = { org_id: string; version: number; created_at: string; updated_at: string }

/** The tables of migrations/: instants are ISO strings in UTC, days YYYY-MM-DD, bigints numbers. */
export interface Tables {
  organisation: {
    id: string
    name: string
    created_at: Generated<string>
    papers_seen_on: string | null
    standard_seen: string | null
    rules_version: Generated<number>
  }
  member: {
    org_id: string
    user_id: string
    name: string
    email: string
    roles: string[]
    supplier_id: string | null
    created_at: Generated<string>
  }
  invitation: {
    org_id: string
    id: string
    hash: Buffer
    name: string
    email: string
    roles: string[]
    supplier_id: string | null
    invited_by: string
    created_at: string
    expires_at: string
  }
  member_name: { org_id: string; folded: string; user_id: string }
  project: Record_ & {
    id: string
    plan: Json<Project>
    name: string
    day: string
    state: Generated<GateState>
    gates: JSONColumnType<Partial<Record<Gate, GateState>>, string | undefined, string>
    findings: JSONColumnType<Judged[], string | undefined, string>
    closed_at: string | null
    rechecked_on: string | null
  }
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
  live_entry: {
    org_id: string
    id: string
    project_id: string
    product_id: string | null
    version: number
    kind: string
    body: Json<object>
    at: string
  }
  after_sales_case: Record_ & {
    id: string
    project_id: string | null
    product_id: string | null
    body: Json<AfterSalesCase>
    decision: Json0<RefundDecision>
    state: string
    due: string | null
    person: string | null
    sealed: Buffer | null
    order_lookup: Buffer | null
    kind: string
    market: string
    currency: string
    total_minor: Generated<number>
    steps: JSONColumnType<CaseSteps, string | undefined, string>
  }
  organisation_setting: {
    org_id: string
    name: string
    version: number
    value: Json<object>
    set_by: string
    set_at: string
  }
  live_show: {
    org_id: string
    project_id: string
    version: number
    slots: Json<Show>
    started_by: string
    started_at: string
    ended_at: string | null
  }
  lot: {
    org_id: string
    project_id: string
    product_id: string
    id: string
    supplier_id: string
    class: string | null
    units: number
    severity: SamplingSeverity
    verdict: 'waiting' | 'second-sample' | 'accepted' | 'refused'
    superseded: boolean
    nonconforming: number
    sampled: number
    differences: number
    body: Json<Lot>
    at: string
  }
  inspection_term: {
    org_id: string
    supplier_id: string
    class: string
    version: number
    reduced: boolean
    resumed_at: string | null
    reason: string
    set_by: string
    set_at: string
  }
  nonconformity: Record_ & {
    id: string
    project_id: string
    product_id: string
    supplier_id: string
    lot_id: string | null
    class: DefectClass
    what: string
    body: Json<Nonconformity>
    next: NonconformityStep | null
    owner: string | null
    due: string | null
    steps_due: Generated<number>
    steps_in_time: Generated<number>
  }
  indicator_reading: {
    org_id: string
    project_id: string
    product_id: Generated<string>
    indicator: string
    at: string
    events: number
    trials: number
    low: number
    high: number
    state: 'quiet' | 'alert' | 'hold'
  }
  product_result: {
    org_id: string
    project_id: string
    product_id: string
    counts: Json<Record<string, number>>
    updated_at: string
    sales_minor: number | null
    sales_currency: string | null
  }
  shop_order: {
    org_id: string
    project_id: string
    product_id: string
    order_id: string
    day: string
    quantity: number
    paid_minor: number
    paid_currency: string
    refunded_minor: number
    refunded_on: string | null
  }
  alert: {
    org_id: string
    id: string
    version: number
    project_id: string
    product_id: string | null
    indicator: string
    level: 'alert' | 'hold'
    reading: Json<Reading>
    owner: string
    due: string
    state: 'open' | 'acknowledged' | 'closed'
    acknowledged_by: string | null
    closed_by: string | null
    reason: string | null
    opened_at: string
    updated_at: string
  }
  recall: {
    org_id: string
    id: string
    version: number
    reason: string
    sought: Json<object>
    products: Json<{ project: string; product: string }[]>
    state: 'open' | 'closed'
    opened_by: string
    opened_at: string
    closed_by: string | null
    closed_at: string | null
    outcome: string | null
  }
  management_rule: {
    org_id: string
    id: string
    version: number
    title: string
    body: Json<object>
    people: string[]
    roles: string[]
    published: string
    published_by: string
    newest: Generated<boolean>
  }
  rule_acknowledgement: { org_id: string; rule_id: string; version: number; name: string; at: string }
  rule_breach: Record_ & {
    id: string
    rule_id: string
    rule_version: number
    person: string
    body: Json<object>
    state: 'recorded' | 'appealed' | 'upheld' | 'lifted'
    recorded_by: string
  }
  calendar_token: { org_id: string; user_id: string; hash: Buffer; created_at: string }
  suggestion: Record_ & { id: string; project_id: string | null; body: Json<object>; state: string }
  event: {
    org_id: string
    id: Generated<number>
    seq: number | null
    at: string
    type: string
    actor: string
    subject: string
    clause: string
    project_id: string | null
    supplier_id: string | null
    body: Json<Record<string, unknown>>
    /** named by the sealer */
    committed: ColumnType<string[] | null, never, never>
  }
  archive: {
    org_id: string
    id: string
    part: Json<object>
    withheld: string[]
    sha256: string
    size: number
    events: number
    root: string
    made_by: string
    made_at: string
  }
  legal_hold: {
    org_id: string
    id: string
    version: number
    about: 'organisation' | 'project' | 'person'
    subject: string | null
    reason: string
    placed_by: string
    placed_at: string
    lifted_by: string | null
    lifted_at: string | null
    lift_reason: string | null
  }
  tree_node: { org_id: string; level: number; index: number; hash: Buffer }
  log_key: {
    org_id: string
    id: string
    public_key: string
    wrapped: Buffer | null
    created_at: string
    retired_at: string | null
  }
  log_salt: { org_id: string; wrapped: Buffer }
  standard_used: { org_id: string; hash: string; content: Buffer }
  organisation_limit: {
    org_id: string
    name: string
    version: number
    from_day: string
    value: Json<object>
    reason: string
    set_by: string
    set_at: string
  }
  template: {
    org_id: string
    kind: string
    version: number
    texts: Json0<TemplateTexts>
    set_by: string
    set_at: string
  }
  rule_pack: {
    org_id: string
    id: string
    version: number
    name: string
    market: string
    yaml: string
    rules: Json<readonly Rule[]>
    state: 'proposed' | 'adopted' | 'rejected' | 'replaced'
    from_day: string | null
    until_day: string | null
    reason: string
    proposed_by: string
    proposed_user: string
    proposed_at: string
    decided_by: string | null
    decided_at: string | null
    decided_why: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawn_why: string | null
    ending_by: string | null
    ending_user: string | null
    ending_at: string | null
    ending_from: string | null
    ending_why: string | null
  }
  leaf: { org_id: string; seq: number; hash: Buffer }
  checkpoint: { org_id: string; size: number; root: Buffer; note: string; at: string }
  answered: {
    org_id: string
    key: string
    user_id: string
    asked: Buffer
    status: number
    answer: Json<object>
    at: Generated<string>
  }
  file: {
    org_id: string
    sha256: string
    name: string
    media_type: string
    size: number
    supplier_id: string | null
    stored_by: string
    stored_at: string
    /** the supplier, or nothing for the organisation's own */
    owner: ColumnType<string, never, never>
  }
  person_key: {
    org_id: string
    person: string
    wrapped: Buffer | null
    created_at: string
    destroyed_at: string | null
    lookup: Generated<Buffer[]>
  }
  api_key: {
    org_id: string
    id: string
    name: string
    hash: Buffer
    user_id: string
    scopes: string[]
    expires_at: string | null
    last_used_at: string | null
    revoked_at: string | null
    created_at: string
  }
  receiver: Record_ & {
    id: string
    kind: string
    url: string
    secret: Buffer | null
    events: Generated<string[]>
    active: Generated<boolean>
    name: string
    position: number
  }
  delivery: {
    org_id: string
    id: Generated<number>
    receiver_id: string
    event_id: number
    state: string
    attempts: Generated<number>
    answer: string | null
    next_at: string | null
    delivered_at: string | null
    type: string
    created_at: string
  }
  task: {
    org_id: string
    id: string
    kind: string
    project_id: string | null
    state: string
    done: Generated<number>
    of: number | null
    result: Json0<Record<string, unknown>>
    error: Json0<Record<string, unknown>>
    started_by: string
    created_at: string
    finished_at: string | null
    input: JSONColumnType<object, string | undefined, string>
    place: Json0<object>
    attempt: Generated<number>
    user_id: string
    supplier_id: string | null
    started_at: string | null
  }
  import_fault: { org_id: string; task_id: string; row: number; field: string; reason: Json<Text> }
  comment: Record_ & {
    id: string
    kind: string
    project_id: string
    subject: string
    text: string
    mentions: string[]
    user_id: string
    author: string
    removed_at: string | null
  }
  notification: {
    org_id: string
    id: Generated<number>
    user_id: string
    kind: string
    about: Json<object>
    facts: JSONColumnType<Record<string, unknown>, string | undefined, string>
    once: string | null
    at: string
    read_at: string | null
  }
  saved_view: {
    org_id: string
    id: string
    user_id: string
    list: string
    name: string
    query: string
    shared: boolean
    created_at: string
    updated_at: string
  }
  preference: { org_id: string; user_id: string; value: Json<object>; updated_at: string }
}
