import type { Rule } from '@haixuan/domain/gate/rule'
import type { Json } from './columns.ts'

export interface StandardTables {
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
}
