import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Actor } from '../commands/actor.ts'
import type { Db } from '../database/open-database.ts'
import { asSystem } from '../database/scope.ts'
import { appendEvents } from '../events/append.ts'
import { tellDue } from './tell-due.ts'

const lin = person('a', 'Lin', 'selection')
const wang = person('a', 'Wang', 'legal')
const he = person('a', 'He', 'quality')
const sun: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }
const mallory = person('b', 'Mallory', 'owner')

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
let db: Db
let app: FastifyInstance
const as = (actor: Actor) => asking(app)(actor)
const P1 = { kind: 'product', project: 'rain', id: 'P-1' }
const told = async (actor: Actor, more = '') => (await as(actor).get(`/notifications?${more}`)).body.rows
const unread = async (actor: Actor) => (await as(actor).get('/notifications/unread')).body.unread

beforeAll(async () => {
  db = (await testDatabase()).db
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  await asSystem(db, (tx) =>
    tx
      .insertInto('member')
      .values(
        [lin, wang, he, sun, mallory].map((a) => ({
          org_id: a.org,
          user_id: a.user,
          name: a.name,
          email: `${a.name}@people.example`,
          roles: [...a.roles],
          supplier_id: a.supplier ?? null,
        })),
      )
      .execute(),
  )
  app = await testApp(testHouse(db, clock))
  await projectWith(asking(app), lin, 'rain', [umbrella('P-1', '折叠伞')])
})

describe('comments', () => {
  it('stand on their record, tell whom they mention, and keep what was said out of the log', async () => {
    const said = '请 Wang 看一下这份报告'
    const { status, body } = await as(lin).post('/comments', { ...P1, text: said, mentions: ['Wang', 'Lin'] })
    expect(status).toBe(201)
    const { rows } = (await as(wang).get('/comments?kind=product&project=rain&id=P-1')).body
    expect(rows).toMatchObject([
      { id: body.id, author: 'Lin', text: said, mentions: [{ name: 'Lin' }, { name: 'Wang' }], removed: false },
    ])
    expect(await told(wang)).toMatchObject([
      {
        kind: 'mention',
        about: P1,
        read: false,
        text: { zh: `Lin 提到了您：${said}`, en: `Lin mentioned you: ${said}` },
      },
    ])
    // nobody is told of what they did themselves
    expect(await told(lin)).toEqual([])
    const log = JSON.stringify((await as(lin).get('/events?subject=P-1')).body)
    expect(log).toContain('comment.added')
    expect(log).not.toContain('这份报告')
  })

  it('are changed and taken back by whose they are alone', async () => {
    const { id } = (await as(lin).post('/comments', { ...P1, text: '一' })).body
    expect((await as(wang).post(`/comments/${id}/change`, { text: '二' }, { version: 1 })).status).toBe(403)
    expect((await as(lin).post(`/comments/${id}/change`, { text: '二' }, { version: 1 })).status).toBe(200)
    expect((await as(lin).post(`/comments/${id}/change`, { text: '三' }, { version: 1 })).status).toBe(412)
    expect((await as(lin).post(`/comments/${id}/remove`, {})).status).toBe(200)
    const { rows } = (await as(wang).get('/comments?kind=product&project=rain&id=P-1')).body
    expect(rows.find((r: { id: string }) => r.id === id)).toMatchObject({ text: '', removed: true })
  })

  it('are for records that are there, people of the house, and no supplier', async () => {
    expect((await as(lin).post('/comments', { ...P1, id: 'P-9', text: '一' })).status).toBe(404)
    expect((await as(mallory).post('/comments', { ...P1, text: '一' })).status).toBe(404)
    expect(await as(lin).post('/comments', { ...P1, text: '一', mentions: ['Sun'] })).toMatchObject({
      status: 400,
      body: { field: 'mentions' },
    })
    expect((await as(sun).get('/comments?kind=product&project=rain&id=P-1')).status).toBe(403)
  })
})

describe('notifications', () => {
  it('are each person’s own: counted, read, and unknown to others', async () => {
    await as(lin).post('/comments', { ...P1, text: '再看', mentions: ['He'] })
    expect([await unread(he), await unread(mallory)]).toEqual([1, 0])
    const [{ id }] = await told(he)
    expect((await as(wang).post('/notifications/read', { ids: [id] })).body).toEqual({ read: 0 })
    expect((await as(he).post('/notifications/read', { ids: [id] })).body).toEqual({ read: 1 })
    expect([await unread(he), (await told(he, 'unread=true')).length]).toEqual([0, 0])
  })

  it('ask those who may for an approval, but not who asks', async () => {
    expect((await as(lin).post('/projects/rain/ask', { what: 'approval', note: '下午前' })).status).toBe(200)
    // approving is for selection, legal and finance
    expect((await told(wang))[0]).toMatchObject({
      kind: 'approval-asked',
      about: { kind: 'project', id: 'rain' },
      text: { zh: 'Lin 请您批准选品方案：下午前' },
    })
    expect((await told(he)).filter((n: { kind: string }) => n.kind === 'approval-asked')).toEqual([])
    expect(await told(lin)).toEqual([])
  })

  it('come with an alert, to those with the role, and to the owner where nobody has it', async () => {
    const alert = (org: string, owner: string) =>
      asSystem(db, (tx) =>
        appendEvents(tx, { actor: { org, name: 'system' }, now: '2026-05-01T08:00:00.000Z' }, [
          {
            type: 'alert.opened',
            subject: 'A-1',
            clause: 'S2',
            body: { owner, indicator: 'return-rate', level: 'hold' },
          },
        ]),
      )
    await alert('a', 'quality')
    await alert('b', 'quality')
    // the indicator as standard/risks.yaml names it
    for (const actor of [he, mallory])
      expect((await told(actor))[0]).toMatchObject({
        kind: 'alert',
        text: { zh: '“退货率”超过暂停线，请今日处理', en: '“Return rate” calls for a hold: answer it today' },
        about: { kind: 'alert', id: 'A-1' },
      })
    expect((await told(wang)).some((n: { kind: string }) => n.kind === 'alert')).toBe(false)
  })

  it('remind of what is owed 7, 3 and 1 days before a stream, once a day of reminding', async () => {
    await asSystem(db, (tx) =>
      sql`update project set findings = '[{"severity":"block","owner":"legal"},{"severity":"block","owner":"legal"},
        {"severity":"block","owner":"legal","waived":{}},{"severity":"warn","owner":"legal"}]' where org_id = 'a'`.execute(
        tx,
      ),
    )
    const due = async () => (await told(wang)).filter((n: { kind: string }) => n.kind === 'due')
    const before = (await due()).length
    // the stream is on 2026-06-06
    await tellDue(db, '2026-05-31T01:00:00.000Z')
    expect((await due()).length - before).toBe(0)
    for (let turn = 0; turn < 2; turn++) await tellDue(db, '2026-06-03T01:00:00.000Z')
    expect((await due()).length - before).toBe(1)
    const own = (
      await sql<{ n: number }>`select count(*)::int as n from product p, jsonb_array_elements(p.findings) f
        where p.org_id = 'a' and f ->> 'owner' = 'legal' and f ->> 'severity' = 'block'`.execute(db)
    ).rows[0]!.n
    expect((await due())[0].text.en).toBe(
      `雨季居家护理 goes on air in 3 days (2026-06-06 20:00 Asia/Singapore); you owe ${2 + own} things still`,
    )
  })
})

describe('the days of an organisation', () => {
  it('begin and end in its zone, for reminders and for today', async () => {
    const due = async () => (await told(wang)).filter((n: { kind: string }) => n.kind === 'due').length
    const before = await due()
    // one day before the stream of 2026-06-06 begins at midnight of the 5th: 16:00 of the 4th by UTC in Shanghai
    await tellDue(db, '2026-06-04T15:59:00.000Z')
    expect((await due()) - before).toBe(0)
    await tellDue(db, '2026-06-04T16:00:00.000Z')
    expect((await due()) - before).toBe(1)
    clock.now = '2026-06-04T16:00:00.000Z' as Instant
    expect((await as(lin).get('/today')).body.day).toBe('2026-06-05')
    const berlin = { name: 'a', zone: 'Europe/Berlin', remindDays: [1] }
    expect((await as(person('a', 'Zhou', 'owner')).put('/settings/organisation', berlin)).status).toBe(200)
    expect((await as(lin).get('/today')).body.day).toBe('2026-06-04')
    clock.now = '2026-06-04T22:00:00.000Z' as Instant
    expect((await as(lin).get('/today')).body.day).toBe('2026-06-05')
  })
})

describe('views and preferences', () => {
  it('are kept by each person; a view is seen by colleagues when it is shared', async () => {
    const view = { list: 'product.list', name: '待补', query: 'state=open&sort=title', shared: false }
    const { id } = (await as(lin).post('/views', view)).body
    expect((await as(lin).get('/views?list=product.list')).body.rows).toMatchObject([{ id, name: '待补', own: true }])
    expect((await as(wang).get('/views?list=product.list')).body.rows).toEqual([])
    expect((await as(wang).post(`/views/${id}/change`, { shared: true })).status).toBe(404)
    await as(lin).post(`/views/${id}/change`, { shared: true })
    expect((await as(wang).get('/views?list=product.list')).body.rows).toMatchObject([
      { id, own: false, query: view.query },
    ])
    expect((await as(sun).get('/views?list=product.list')).body.rows).toEqual([])
    expect((await as(wang).post(`/views/${id}/remove`, {})).status).toBe(404)
    expect((await as(lin).post(`/views/${id}/remove`, {})).status).toBe(200)
  })

  it('put what is given in place of what was, and leave the rest', async () => {
    expect((await as(lin).get('/preferences')).body).toEqual({})
    await as(lin).put('/preferences', { language: 'en', columns: { 'product.list': ['title', 'price'] } })
    await as(lin).put('/preferences', { theme: 'dark' })
    expect((await as(lin).get('/preferences')).body).toEqual({
      language: 'en',
      theme: 'dark',
      columns: { 'product.list': ['title', 'price'] },
    })
    expect((await as(wang).get('/preferences')).body).toEqual({})
  })
})
