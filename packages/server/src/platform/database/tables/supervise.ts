import type { Show } from '@haixuan/domain/supervise/live/show'
import type { DefectClass, Lot } from '@haixuan/domain/supervise/quality/lot'
import type { Nonconformity, NonconformityStep } from '@haixuan/domain/supervise/quality/nonconformity'
import type { SamplingSeverity } from '@haixuan/domain/supervise/quality/sampling'
import type { Reading } from '@haixuan/domain/supervise/risk/indicator'
import type { Generated } from 'kysely'
import type { Json, Record_ } from './columns.ts'

export interface SuperviseTables {
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
}
