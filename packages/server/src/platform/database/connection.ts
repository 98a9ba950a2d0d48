import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { Client, type ClientConfig } from 'pg'
import { sessionTypes } from './session-types.ts'

/** Where a database is: an address such as postgres://user@host/name, or a socket's folder. */
export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

/** The oldest PostgreSQL that has what the migrations use. */
export const OLDEST_MAJOR = 15

/** What every session is set to: texts of instants and days come in one form, and tables lie where the role plays no part. */
const SESSION = '-c timezone=UTC -c datestyle=ISO -c search_path=public -c idle_in_transaction_session_timeout=60s'

/** The connection as `pg` takes it. @throws BadInput for an address that is none */
export function clientConfig(connection: Connection, name: string): ClientConfig {
  const session = { application_name: name, options: SESSION, types: sessionTypes, keepAlive: true }
  if (!('url' in connection)) return { ...connection, ...session }
  if (!/^postgres(ql)?:\/\//.test(connection.url) || !URL.canParse(connection.url))
    throw new BadInput(toOperator('is not an address such as postgres://user:password@host:5432/haixuan'), {
      place: 'DATABASE_URL',
    })
  return { connectionString: connection.url, ...session }
}

/** One connection beside the pool, for work that is not a request's; its caller ends it. */
export async function connect(connection: Connection, name: string): Promise<Client> {
  const client = new Client(clientConfig(connection, name))
  // a connection that PostgreSQL ends fails the question under way, or the next one
  client.on('error', () => {})
  await client.connect()
  return client
}
