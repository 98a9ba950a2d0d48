import type { KeyObject } from 'node:crypto'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { Instant } from '@haixuan/domain/kernel/day'
import type { Kysely } from 'kysely'
import type { Desks } from './flow/desks.ts'
import type { Tables } from './platform/database/tables.ts'
import type { FileStore } from './platform/files/file-store.ts'
import type { Outgoing } from './platform/notify/outgoing.ts'

/** What every room of the server stands on; nothing in it belongs to one request. */
export type House = {
  readonly db: Kysely<Tables>
  readonly standard: StandardData
  readonly desks: Desks
  /** the organisation whose own rules stand in the standard; the law alone when absent */
  readonly own?: string
  /** where the days of the organisation begin and end; UTC in a house of none */
  readonly zone?: string
  readonly clock: () => Instant
  /** seals the secrets that lie in the database, which does not hold it */
  readonly masterKey: KeyObject
  /** the bytes of evidence and lists */
  readonly files: FileStore
  /** the longest file that is taken in, in bytes */
  readonly uploadBytes: number
  /** told after each command that its events are committed, so that they are sealed at once */
  readonly committed?: () => void
  /** where messages of the house may go; to public addresses over HTTPS alone when absent */
  readonly outgoing?: Outgoing
}
