import type { AfterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import type { RefundDecision } from '@haixuan/domain/improve/after-sales/decide-refund'
import type { Generated, JSONColumnType } from 'kysely'
import type { Json, Json0, Record_ } from './columns.ts'

/** Who did what with the money and the goods of a case. */
export type CaseSteps = {
  readonly 'refund-asked'?: { readonly by: string; readonly at: string }
  readonly refunded?: { readonly by: string; readonly at: string; readonly reference: string }
  readonly recovered?: { readonly by: string; readonly at: string; readonly reference: string; readonly minor: number }
  readonly closed?: { readonly by: string; readonly at: string; readonly outcome: string }
}

export interface ImproveTables {
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
  suggestion: Record_ & { id: string; project_id: string | null; body: Json<object>; state: string }
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
}
