import { sql, type Transaction } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { ensureAppRole } from './app-role.ts'
import { connect } from './connection.ts'
import { asSystem, inScope } from './scope.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

const { db, connection } = await testDatabase({ empty: true })
const client = await connect(connection, 'haixuan test')
await ensureAppRole(client)
await client.query(`
  create table note (org_id text, id int, supplier_id text, primary key (org_id, id));
  alter table note enable row level security;
  create policy own_organisation on note using (org_id = current_setting('haixuan.org', true));
  create policy own_supplier on note as restrictive using (
    coalesce(current_setting('haixuan.supplier', true), '') in ('', supplier_id));
  grant select, insert, update, delete on note to haixuan_app`)
await client.end()

beforeEach(async () => {
  await sql`insert into note values ('a', 1, 's'), ('a', 2, 't'), ('b', 3, 's')`.execute(db)
})
afterEach(async () => {
  await sql`truncate note`.execute(db)
})

const a = { org: 'a', user: 'u' }
const ids = async (tx: Tx) =>
  (await sql<{ id: number }>`select id from note order by id`.execute(tx)).rows.map(({ id }) => id)
const who = async (tx: Tx) =>
  (
    await sql<{ me: string; org: string; user: string }>`select current_user as me,
    current_setting('haixuan.org') as org, current_setting('haixuan.user') as user`.execute(tx)
  ).rows[0]

test('an organisation sees its own rows, a supplier of it its own', async () => {
  expect(await inScope(db, a, ids)).toEqual([1, 2])
  expect(await inScope(db, { ...a, supplier: 's' }, ids)).toEqual([1])
  expect(await inScope(db, { org: 'b', user: 'u' }, ids)).toEqual([3])
  expect(await inScope(db, { org: '', user: 'u' }, ids)).toEqual([])
})

test('no row of others is changed, deleted or made', async () => {
  await inScope(db, a, async (tx) => {
    expect((await sql`update note set supplier_id = 'x' where id = 3`.execute(tx)).numAffectedRows).toBe(0n)
    expect((await sql`delete from note where org_id = 'b'`.execute(tx)).numAffectedRows).toBe(0n)
  })
  const made = inScope(db, a, (tx) => sql`insert into note values ('b', 4, 's')`.execute(tx))
  await expect(made).rejects.toThrow('violates row-level security')
  const moved = inScope(db, a, (tx) => sql`update note set org_id = 'b' where id = 1`.execute(tx))
  await expect(moved).rejects.toThrow('violates row-level security')
  expect(await asSystem(db, ids)).toEqual([1, 2, 3])
})

test('the role cannot switch the guard off', async () => {
  await expect(
    inScope(db, a, async (tx) => {
      await sql`set local row_security = off`.execute(tx)
      return ids(tx)
    }),
  ).rejects.toThrow('query would be affected by row-level security')
  for (const statement of [
    'alter table note disable row level security',
    'drop policy own_organisation on note',
    'alter role haixuan_app bypassrls',
    'create table other (id int)',
  ])
    await expect(
      inScope(db, a, (tx) => sql.raw(statement).execute(tx)),
      statement,
    ).rejects.toThrow(/must be owner|permission denied/)
})

test('the scope ends with its transaction, and names with quotes are only names', async () => {
  const odd = `a'; reset role; --`
  expect(await inScope(db, { org: odd, user: '海选"' }, who)).toEqual({ me: 'haixuan_app', org: odd, user: '海选"' })
  for (let n = 0; n < 10; n++) {
    const { rows } = await sql<{ me: string; org: string | null }>`select current_user as me,
      nullif(current_setting('haixuan.org', true), '') as org`.execute(db)
    expect(rows[0]).toEqual({ me: 'user' in connection ? connection.user : rows[0]!.me, org: null })
    expect(rows[0]!.me).not.toBe('haixuan_app')
  }
})

test('a question changes nothing, and what fails leaves nothing', async () => {
  const insert = (tx: Tx) => sql`insert into note values ('a', 4, 's')`.execute(tx)
  await expect(inScope(db, a, insert, { readOnly: true })).rejects.toThrow('read-only transaction')
  await expect(
    inScope(db, a, async (tx) => {
      await insert(tx)
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await inScope(db, a, ids)).toEqual([1, 2])
})

test.each([
  ['40001', 2, 3, 'done'],
  ['40P01', 3, 4, 'done'],
  ['40001', 9, 4, 'failed'],
  ['23505', 1, 1, 'failed'],
])('error %s, raised %i times: %i tries, %s', async (code, raised, tries, end) => {
  let tried = 0
  const done = inScope(db, a, async (tx) => {
    tried += 1
    await sql`insert into note values ('a', 4, 's')`.execute(tx)
    if (tried <= raised) await sql.raw(`do $$ begin raise exception using errcode = '${code}'; end $$`).execute(tx)
  })
  if (end === 'failed') await expect(done).rejects.toMatchObject({ code })
  else await done
  expect(tried).toBe(tries)
  expect(await inScope(db, a, ids)).toEqual(end === 'done' ? [1, 2, 4] : [1, 2])
})

test('two transactions that lock each other both succeed', async () => {
  let met = 0
  const bothHold = Promise.withResolvers<void>()
  const lockBoth = (first: number, second: number) =>
    inScope(db, a, async (tx) => {
      await sql`update note set supplier_id = 'x' where id = ${first}`.execute(tx)
      if (++met === 2) bothHold.resolve()
      await bothHold.promise
      await sql`update note set supplier_id = 'x' where id = ${second}`.execute(tx)
    })
  await Promise.all([lockBoth(1, 2), lockBoth(2, 1)])
  expect(met).toBeGreaterThan(2)
})
