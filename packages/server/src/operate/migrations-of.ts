import { type Connection, connect } from '../platform/database/connection.ts'

/** The migrations a database has had, in their order; none for one that is not Haixuan's. */
export async function migrationsOf(connection: Connection): Promise<{ name: string; sha256: string }[]> {
  const client = await connect(connection, 'haixuan cli')
  try {
    const { rows } = await client.query(`select to_regclass('haixuan.migration') is not null as there`)
    if (!rows[0].there) return []
    return (await client.query('select name, sha256 from haixuan.migration order by name')).rows
  } finally {
    await client.end()
  }
}
