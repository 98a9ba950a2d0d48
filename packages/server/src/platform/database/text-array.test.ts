import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { textArray } from './text-array.ts'

test('PostgreSQL reads what was given, as it reads the same as JSON', async () => {
  const { db } = await testDatabase()
  const texts = ['a', '', null, 'NULL', '{"x":"\\"}', '海选 \u{1F9FA}', 'tab\t, new\nline', 'x'.repeat(100_000)]
  const { rows } = await sql<{ found: unknown; none: unknown }>`
    select array(select t from unnest(${textArray(texts)}::text[]) with ordinality as t (t, n) order by n)
        is not distinct from array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)) as found,
      cardinality(${textArray([])}::text[]) as none`.execute(db)
  expect(rows).toEqual([{ found: true, none: 0 }])
})
