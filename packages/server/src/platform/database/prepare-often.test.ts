import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { openDatabase } from './open-database.ts'

test('what is asked often in transactions that write is prepared, and nothing that only reads', async () => {
  const { connection } = await testDatabase()
  const db = openDatabase(connection, { max: 1, prepare: true })
  try {
    const double = (n: number, readOnly = false) => {
      const transaction = readOnly ? db.transaction().setAccessMode('read only') : db.transaction()
      return transaction.execute(
        async (tx) => (await sql<{ n: number }>`select ${n}::int * 2 as n`.execute(tx)).rows[0]?.n,
      )
    }
    const prepared = async () =>
      (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows
    for (let n = 0; n < 6; n++) expect(await double(n, true)).toBe(2 * n)
    expect(await prepared()).toEqual([])
    for (let n = 0; n < 6; n++) expect(await double(n)).toBe(2 * n)
    expect(await prepared()).toEqual([{ statement: 'select $1::int * 2 as n' }])
  } finally {
    await db.destroy()
  }
})
