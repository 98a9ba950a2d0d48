import type { ColumnType, JSONColumnType } from 'kysely'

export type Json<T extends object> = JSONColumnType<T, string, string>
export type Json0<T extends object> = ColumnType<T | null, string | null, string | null>
/** Given as `to_tsvector` input; never read. */
export type Search = ColumnType<never, unknown, unknown>
/** What a table of records with a version has. */
export type Record_ = { org_id: string; version: number; created_at: string; updated_at: string }
