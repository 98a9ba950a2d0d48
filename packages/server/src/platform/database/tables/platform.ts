import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Json, Json0, Record_ } from './columns.ts'

type Happening = {
  org_id: string
  id: Generated<number>
  at: string
  type: string
  actor: string
  subject: string
  clause: string
  project_id: string | null
  supplier_id: string | null
  body: Json<Record<string, unknown>>
}

type EventCount = {
  org_id: string
  /** '' of what belongs to no project */
  project_id: string
  type: string
  n: number
  newest: number
  last_at: string
}

export interface PlatformTables {
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
  member_name: { org_id: string; folded: string; user_id: string; name: string | null }
  organisation_setting: {
    org_id: string
    name: string
    version: number
    value: Json<object>
    set_by: string
    set_at: string
  }
  calendar_token: { org_id: string; user_id: string; hash: Buffer; created_at: string }
  happening: Happening
  /** what happened, with its place in the log once it has one: a view, `happening` is what is written */
  event: Happening & {
    seq: ColumnType<number | null, never, never>
    committed: ColumnType<string[] | null, never, never>
  }
  unsealed: { org_id: string; event_id: number }
  sealed_count: EventCount
  /** those that have no place yet among them: a view, `sealed_count` is what is written */
  event_count: EventCount
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
  leaf: { org_id: string; seq: number; hash: Buffer; event_id: number; committed: string[] }
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
