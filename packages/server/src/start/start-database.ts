import { existsSync, symlinkSync } from 'node:fs'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Config } from '../config.ts'
import type { Connection } from '../platform/database/connection.ts'
import { startEmbedded } from '../platform/database/embedded/embedded.ts'
import type { Role } from '../platform/database/embedded/presence.ts'
import { migrate } from '../platform/database/migrate.ts'
import { placesIn } from './data-folder.ts'

/** A PostgreSQL that answers and has what this program needs. */
export type StartedDatabase = {
  readonly connection: Connection
  /** where the PostgreSQL of our own lies */
  readonly folder?: string
  readonly stop: () => Promise<void>
}

type Options = {
  readonly as: Role
  /** told when the PostgreSQL of our own will not come back */
  readonly onGiveUp: (why: Error) => void
  /** false leaves the schema as it is, such as an empty one that is to be restored */
  readonly migrated?: boolean
}

/** Starts the PostgreSQL that comes with Haixuan, or takes the one of DATABASE_URL, and migrates it. @throws BadInput */
export async function startDatabase(
  { data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>,
  { as, onGiveUp, migrated = true }: Options,
): Promise<StartedDatabase> {
  const started: StartedDatabase =
    databaseUrl === undefined
      ? await ownDatabase(placesIn(data).database, as, onGiveUp)
      : { connection: { url: databaseUrl }, stop: async () => {} }
  try {
    if (migrated) await migrate(started.connection)
    return started
  } catch (error) {
    await started.stop()
    throw databaseUrl === undefined ? error : unreachable(error)
  }
}

/** Where root's cluster cannot lie in the folder, a link in the folder says where it does. */
async function ownDatabase(folder: string, as: Role, onGiveUp: Options['onGiveUp']): Promise<StartedDatabase> {
  const embedded = await startEmbedded({ folder, as, onGiveUp })
  if (!existsSync(folder)) symlinkSync(embedded.folder, folder)
  return embedded
}

/** What a system or PostgreSQL says of an address, a login, a password or a database that is not there. */
const NOT_THERE = /^(E[A-Z]+|28...|3D000|57P03|53300)$/

function unreachable(error: unknown): unknown {
  const { code = '', message } = error as { code?: string; message: string }
  if (error instanceof BadInput || !NOT_THERE.test(code)) return error
  // the address holds a password; what PostgreSQL says does not
  return new BadInput(toOperator(`PostgreSQL cannot be reached there (${message || code})`), { field: 'DATABASE_URL' })
}
