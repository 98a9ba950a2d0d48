import { createSecretKey, randomBytes } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { openNote, parseVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import type { Db } from '../database/open-database.ts'
import { asSystem, inScope } from '../database/scope.ts'
import { appendEvents } from './append.ts'
import { checkLog } from './check-log.ts'
import { saltOf, signingKeyOf } from './log-keys.ts'
import { rotateKey } from './rotate-key.ts'
import { sealOnce } from './seal.ts'

const master = createSecretKey(randomBytes(32))
const NOW = '2026-05-20T12:00:00.000Z' as Instant
let db: Db
beforeAll(async () => {
  db = (await testDatabase()).db
})

/** A log of two checkpoints: events 0 to 4, then 5 to 8; event 3 is one of those with commitments. */
async function logOf(org: string): Promise<void> {
  await db.insertInto('organisation').values({ id: org, name: org }).execute()
  for (const subjects of [
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8],
  ]) {
    await inScope(db, { org, user: 'u' }, (tx) =>
      appendEvents(
        tx,
        { actor: { org, name: 'Ann' }, now: NOW },
        subjects.map((n) => ({
          type: n === 3 ? 'plan.recorded' : 'test.made-up',
          subject: `s-${n}`,
          clause: 'T2',
          project: 'p-1',
          body: n === 3 ? { plan: { budget: 1 }, version: 1 } : { n },
        })),
      ),
    )
    await sealOnce(db, master)
  }
}

const idOf = (org: string, seq: number) => sql`(select event_id from leaf where org_id = ${org} and seq = ${seq})`

let made = 0
/** What is named after the owner of the database has run a statement on a fresh log. */
async function faultsAfter(tamper: (org: string) => RawBuilder<unknown>): Promise<string[]> {
  const org = `org-${++made}`
  await logOf(org)
  expect(await checkLog(db, master, org)).toEqual([])
  await tamper(org).execute(db)
  return (await checkLog(db, master, org)).map(({ code, where }) => `${code} @ ${where}`)
}

describe('what the owner of the database changes is named', () => {
  test.each<[string, (org: string) => RawBuilder<unknown>, string[]]>([
    [
      'the body of an event',
      (org) => sql`update happening set body = '{"n":9}' where id = ${idOf(org, 2)}`,
      ['event.changed @ event 2'],
    ],
    [
      'a field that is committed to',
      (org) => sql`update happening set body = jsonb_set(body, '{plan,budget}', '2') where id = ${idOf(org, 3)}`,
      ['event.changed @ event 3'],
    ],
    [
      'what is committed to',
      (org) => sql`update leaf set committed = '{}' where org_id = ${org} and seq = 3`,
      ['event.changed @ event 3'],
    ],
    [
      'who did it',
      (org) => sql`update happening set actor = 'Bob' where id = ${idOf(org, 7)}`,
      ['event.changed @ event 7'],
    ],
    [
      'the project it belongs to',
      (org) => sql`update happening set project_id = 'p-2' where id = ${idOf(org, 7)}`,
      ['event.changed @ event 7'],
    ],
    ['an event taken out', (org) => sql`delete from happening where id = ${idOf(org, 4)}`, ['event.missing @ event 4']],
    [
      'two events that change places',
      (org) => sql`with was as (select seq, subject, body from event where org_id = ${org} and seq in (0, 1))
        update happening h set subject = was.subject, body = was.body from was, leaf l
        where h.org_id = ${org} and l.org_id = ${org} and l.event_id = h.id and l.seq = 1 - was.seq`,
      ['event.changed @ event 0', 'event.changed @ event 1'],
    ],
    [
      'an event added at the end',
      (org) => sql`with added as (insert into happening (org_id, at, type, actor, subject, clause, body)
          values (${org}, ${NOW}, 'test.made-up', 'Ann', 's-9', 'T2', '{}') returning id)
        insert into leaf (org_id, seq, hash, event_id) select ${org}, 9, decode(repeat('00', 32), 'hex'), id from added`,
      ['event.changed @ event 9', 'tree.changed @ events 8 to 9', 'checkpoint.missing @ checkpoint 10'],
    ],
    [
      'an event that no leaf tells of',
      (org) => sql`insert into happening (org_id, at, type, actor, subject, clause, body)
        values (${org}, ${NOW}, 'test.made-up', 'Ann', 's-9', 'T2', '{}')`,
      ['event.added @ after event 8'],
    ],
    [
      'the leaf of an event taken out',
      (org) => sql`delete from leaf where org_id = ${org} and seq = 4`,
      [
        'event.added @ after event 3',
        'leaf.missing @ event 4',
        'checkpoint.root @ checkpoint 5',
        'tree.changed @ events 4 to 5',
        'tree.changed @ events 4 to 7',
        'tree.changed @ events 0 to 7',
        'checkpoint.root @ checkpoint 9',
      ],
    ],
    [
      'leaves that change their events',
      (org) => sql`with was as (delete from leaf where org_id = ${org} and seq in (5, 6) returning *)
        insert into leaf select org_id, seq, hash, (select o.event_id from was o where o.seq = 11 - was.seq), committed from was`,
      ['event.changed @ event 5', 'event.changed @ event 6'],
    ],
    [
      'an event and its leaf, so that they agree',
      // the hash of another event stands in for that of the changed one: what counts is that both were changed
      (org) => sql`with changed as (
          update happening set body = (select body from happening where id = ${idOf(org, 5)}), subject = 's-5'
          where id = ${idOf(org, 6)})
        update leaf set hash = decode(repeat('00', 32), 'hex') where org_id = ${org} and seq = 6`,
      [
        'event.changed @ event 6',
        'tree.changed @ events 6 to 7',
        'tree.changed @ events 4 to 7',
        'tree.changed @ events 0 to 7',
        'checkpoint.root @ checkpoint 9',
      ],
    ],
    [
      'a node of the tree',
      (org) => sql`delete from tree_node where org_id = ${org} and level = 1 and index = 2`,
      ['tree.changed @ events 4 to 5'],
    ],
    [
      'the root of a checkpoint',
      (org) => sql`update checkpoint set root = decode(repeat('00', 32), 'hex') where org_id = ${org} and size = 5`,
      ['checkpoint.root @ checkpoint 5'],
    ],
    [
      'a checkpoint that no key of the log signed',
      (org) => sql`update checkpoint set note = replace(note, E'\n5\n', E'\n6\n') where org_id = ${org} and size = 5`,
      ['checkpoint.signature @ checkpoint 5'],
    ],
    [
      'the newest checkpoint taken out',
      (org) => sql`delete from checkpoint where org_id = ${org} and size = 9`,
      ['checkpoint.missing @ checkpoint 9'],
    ],
  ])('%s', async (_, tamper, wanted) => expect(await faultsAfter(tamper)).toEqual(wanted))
})

const signingKey = async (org: string) => (await asSystem(db, (tx) => signingKeyOf(tx, master, org)))!

describe('the key of a log', () => {
  test('is handed over: old checkpoints hold, the last of the old key names the new one, and both signed it', async () => {
    await logOf('rotated')
    const before = await signingKey('rotated')
    const to = await rotateKey(db, master, { actor: { org: 'rotated', name: 'Ann' }, now: NOW })
    const after = await signingKey('rotated')
    expect(after.publicKey).toEqual(parseVerifierKey(to).publicKey)
    expect(after.name).toBe(before.name)
    expect(Buffer.from(after.publicKey).equals(before.publicKey)).toBe(false)

    const handover = await db
      .selectFrom('event')
      .select(['seq', 'body'])
      .where('org_id', '=', 'rotated')
      .where('type', '=', 'key.rotated')
      .executeTakeFirstOrThrow()
    expect(handover).toMatchObject({ seq: 9, body: { to } })
    const newest = await db
      .selectFrom('checkpoint')
      .select('note')
      .where('org_id', '=', 'rotated')
      .where('size', '=', 10)
      .executeTakeFirstOrThrow()
    for (const key of [before, after]) expect(parseCheckpoint(openNote(newest.note, key) ?? '').size).toBe(10)

    await inScope(db, { org: 'rotated', user: 'u' }, (tx) =>
      appendEvents(tx, { actor: { org: 'rotated', name: 'Ann' }, now: NOW }, [
        { type: 'test.made-up', subject: 'after', clause: 'T2', body: {} },
      ]),
    )
    await sealOnce(db, master)
    expect(await checkLog(db, master, 'rotated')).toEqual([])
  })

  test('lies in the database sealed, is gone when retired, and is not for requests to read', async () => {
    await logOf('kept')
    const { seed } = await signingKey('kept')
    const salt = (await asSystem(db, (tx) => saltOf(tx, master, 'kept')))!
    await rotateKey(db, master, { actor: { org: 'kept', name: 'Ann' }, now: NOW })
    const { rows } = await sql<{ all: string }>`
      select string_agg(k::text, ' ') || (select wrapped::text from log_salt where org_id = 'kept') as all
      from log_key k where org_id = 'kept'`.execute(db)
    for (const secret of [seed, salt]) expect(rows[0]!.all).not.toContain(Buffer.from(secret).toString('hex'))
    const retired = await db.selectFrom('log_key').select('wrapped').where('retired_at', 'is not', null).execute()
    expect(retired.every((key) => key.wrapped === null)).toBe(true)
    await expect(
      inScope(db, { org: 'kept', user: 'u' }, (tx) => tx.selectFrom('log_key').select('wrapped').execute()),
    ).rejects.toThrow('permission denied')
    const another = createSecretKey(randomBytes(32))
    await expect(asSystem(db, (tx) => signingKeyOf(tx, another, 'kept'))).rejects.toThrow(
      'was not sealed with this master key',
    )
  })

  test('sealed for one organisation does not open for another', async () => {
    await logOf('mine')
    await logOf('theirs')
    await sql`update log_salt t set wrapped = m.wrapped from log_salt m
      where t.org_id = 'theirs' and m.org_id = 'mine'`.execute(db)
    await expect(asSystem(db, (tx) => saltOf(tx, master, 'theirs'))).rejects.toThrow('log salt of theirs')
  })
})
