import type { Instant } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Db } from '../../platform/database/open-database.ts'

const lin = person('a', 'Lin', 'owner')
const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }

let db: Db
let as: ReturnType<ReturnType<typeof asking>>
beforeAll(async () => {
  db = (await testDatabase()).db
  await makeOrganisation(db, 'a')
  const by = asking(await testApp(testHouse(db, clock)))
  await projectWith(by, lin, 'june', [umbrella('U-1', '折叠伞'), umbrella('U-2', '折叠伞')])
  as = by(lin)
  // how often a row of a candidate is written
  await sql`create table written (id text)`.execute(db)
  await sql`create function test_written() returns trigger language plpgsql security definer as
    'begin insert into public.written values (new.id); return null; end'`.execute(db)
  await sql`create trigger test_written after update on candidate for each row execute function test_written()`.execute(
    db,
  )
})
const written = async () => {
  const { rows } = await sql<{ id: string }>`delete from written returning id`.execute(db)
  return rows.map((r) => r.id)
}
const stored = (id: string) =>
  db
    .selectFrom('candidate')
    .select(['version', 'role', 'facts', 'title', 'class', 'price_minor', 'listing', 'decided_at', 'updated_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test.each<[string, object]>([
  ['fix-role', { role: 'hero' }],
  ['fix-class', { class: 'household' }],
  ['describe', { model: 'M-7' }],
  ['edit-listing', { title: '长柄伞', price: { minor: 4_900, currency: 'CNY' } }],
])('%s writes the row of its product once, with the decision on it', async (verb, input) => {
  clock.now = new Date(Date.parse(clock.now) + 60_000).toISOString() as Instant
  const before = await stored('U-1')
  const done = await as.post(`/projects/june/products/U-1/${verb}`, input, { version: before.version })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  expect(await written()).toEqual(['U-1'])
  const after = await stored('U-1')
  expect(after).toMatchObject({ version: before.version + 1, updated_at: clock.now, decided_at: clock.now })
  const shown = (await as.get('/projects/june/products/U-1')).body
  expect(shown).toMatchObject({ version: after.version, state: done.body.state })
})

test('what was written is what each command recorded, and is found by its new title', async () => {
  expect(await stored('U-1')).toMatchObject({
    role: 'hero',
    class: 'household',
    title: '长柄伞',
    price_minor: 4_900,
    facts: { role: { fixed: 'hero', by: 'Lin' }, class: 'household', model: 'M-7' },
    listing: { sku: 'U-1', title: '长柄伞', price: { minor: 4_900, currency: 'CNY' } },
  })
  const found = async (q: string) =>
    (await as.get(`/projects/june/products?q=${q}`)).body.rows.map((r: { id: string }) => r.id)
  expect(await found('长柄')).toEqual(['U-1'])
  expect(await found('折叠')).toEqual(['U-2'])
})
