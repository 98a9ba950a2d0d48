import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'

const { db } = await testDatabase({ empty: true })

async function read(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db)
  return rows[0]!.value
}

test.each([
  [`9007199254740991::bigint`, 9007199254740991],
  [`(select count(*) from generate_series(1, 3))`, 3],
  [`'{1,null}'::bigint[]`, [1, null]],
  [`'2026-05-20 20:00:00+08'::timestamptz`, '2026-05-20T12:00:00.000Z'],
  [`'2026-05-20 12:00:00.1+00'::timestamptz`, '2026-05-20T12:00:00.100Z'],
  [`'2026-05-20 12:00:00.123456+00'::timestamptz`, '2026-05-20T12:00:00.123456Z'],
  [`'{2026-05-20 20:00:00+08,null}'::timestamptz[]`, ['2026-05-20T12:00:00.000Z', null]],
  [`'2026-02-28'::date`, '2026-02-28'],
  [`'{2026-02-28}'::date[]`, ['2026-02-28']],
  [`'{"a": [1, "裙子", null]}'::jsonb`, { a: [1, '裙子', null] }],
  [`'{a,"b c",null}'::text[]`, ['a', 'b c', null]],
  [`0.10::numeric`, '0.10'],
  [`'\\xff00'::bytea`, Buffer.from([255, 0])],
])('%s', async (expression, value) => {
  expect(await read(expression)).toEqual(value)
})

test('what a number or an instant cannot hold exactly is a fault', async () => {
  await expect(read('9007199254740992::bigint')).rejects.toThrow('9007199254740992 is beyond')
  await expect(read(`'infinity'::timestamptz`)).rejects.toThrow('infinity is not an instant')
  expect(await read('1'), 'the connection still serves').toBe(1)
})
