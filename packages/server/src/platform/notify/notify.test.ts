import { createHmac } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mailServer } from '../../../test/support/mail-server.ts'
import { receiver } from '../../../test/support/receiver.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { House } from '../../house.ts'
import { sealOnce } from '../events/seal.ts'
import { deliverDue, PAUSES_MS } from './deliver.ts'
import { followLog } from './follow.ts'
import { Notifier } from './notifier.ts'

const clock = { now: '2026-06-01T08:00:00.000Z' as Instant }
const boss = person('a', 'Boss', 'owner')
const lin = person('a', 'Lin', 'selection')

let as: ReturnType<typeof asking>
let house: House
let there: Awaited<ReturnType<typeof receiver>>
let post: Awaited<ReturnType<typeof mailServer>>
beforeAll(async () => {
  const { db } = await testDatabase()
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  house = { ...testHouse(db, clock), outgoing: { privateAllowed: true } }
  as = asking(await testApp(house))
  there = await receiver()
  post = await mailServer()
})
afterAll(() => {
  there.close()
  post.close()
})
beforeEach(() => {
  there.got.length = 0
  there.state.reply = () => ({})
})

const options = () => ({
  db: house.db,
  master: house.masterKey,
  privateAllowed: true,
  address: 'https://select.example',
  smtp: { host: '127.0.0.1', port: post.port, secure: false, from: 'haixuan@house.example' },
})
const turn = async () => {
  await sealOnce(house.db, house.masterKey)
  await followLog(house.db, clock.now)
  return deliverDue(options(), clock.now)
}
const project = (id: string, who = lin) =>
  as(who).post('/projects', { id, theme: '雨具', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 2 })
const receiving = async (kind: string, to: string, events: string[], secret?: string) => {
  const made = await as(boss).post('/receivers', {
    name: kind,
    kind,
    address: to,
    events,
    ...(secret ? { secret } : {}),
  })
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 })
  return made.body as { id: string; secret?: string }
}
const off = async (id: string) => {
  const row = (await as(boss).get('/receivers')).body.rows.find((r: { id: string }) => r.id === id)
  const reply = await as(boss).post(`/receivers/${id}/change`, { active: false }, { version: row.version })
  expect(reply.status).toBe(200)
}
/** The text of an e-mail, its soft breaks and escapes undone (RFC 2045). */
const mailed = (data: string) => data.replace(/=\r?\n/g, '').replaceAll('=3D', '=')
const deliveriesOf = async (id: string) => (await as(boss).get(`/deliveries?receiver=${id}`)).body.rows

describe('a webhook', () => {
  let hook: { id: string; secret?: string }

  it('is told what it listens to, signed as Standard Webhooks asks, and nothing from before', async () => {
    await project('before')
    await sealOnce(house.db, house.masterKey)
    hook = await receiving('webhook', `${there.url}/hook`, ['plan.recorded'])
    await project('june')
    await turn()
    expect(there.got).toHaveLength(1)
    const [{ headers, body, path }] = there.got as [(typeof there.got)[0]]
    expect(path).toBe('/hook')
    expect(new Webhook(hook.secret as string).verify(body, headers as Record<string, string>)).toEqual({
      type: 'plan.recorded',
      timestamp: clock.now,
      data: {
        organisation: 'a',
        seq: expect.any(Number),
        subject: 'june',
        actor: 'Lin',
        clause: 'P5',
        project: 'june',
        supplier: null,
      },
    })
    await turn()
    expect(there.got).toHaveLength(1)
    expect((await deliveriesOf(hook.id))[0]).toMatchObject({ state: 'delivered', attempts: 1, type: 'plan.recorded' })
  })

  it('tells nothing of another organisation, and shows no secret again', async () => {
    await project('june', person('b', 'Eve', 'owner'))
    await turn()
    expect(there.got).toEqual([])
    const listed = JSON.stringify((await as(boss).get('/receivers')).body)
    expect(listed).not.toContain('whsec_')
    expect(listed).not.toContain('/hook')
    expect((await as(lin).get('/receivers')).status).toBe(403)
  })

  it('is tried again after growing pauses with the same id, then given up, and sent again when asked', async () => {
    there.state.reply = () => ({ status: 503, body: 'not now' })
    await project('july')
    const start = Date.parse(clock.now)
    let at = start
    for (const [i, pause] of PAUSES_MS.entries()) {
      expect(await turn()).toBe(1)
      expect(await turn()).toBe(0)
      const [row] = await deliveriesOf(hook.id)
      expect(row).toMatchObject({ state: 'waiting', attempts: i + 1, answer: '503 not now' })
      at += pause
      expect(row.next).toBe(new Date(at).toISOString())
      clock.now = row.next
    }
    await turn()
    const [failed] = await deliveriesOf(hook.id)
    expect(failed).toMatchObject({ state: 'failed', attempts: PAUSES_MS.length + 1, next: null })
    expect(new Set(there.got.map((g) => g.headers['webhook-id'])).size).toBe(1)
    there.state.reply = () => ({})
    const again = await as(boss).post(`/receivers/${hook.id}/replay`, { since: new Date(start).toISOString() })
    expect(again.body).toEqual({ again: 1 })
    await turn()
    expect((await deliveriesOf(hook.id))[0]).toMatchObject({ state: 'delivered' })
  })

  it('is sent at once what waits for its next try, and what it has when asked for all; nothing else', async () => {
    const since = clock.now
    const again = async (all: boolean) =>
      (await as(boss).post(`/receivers/${hook.id}/replay`, { since, all })).body.again
    there.state.reply = () => ({ status: 500 })
    await project('later')
    await turn()
    there.state.reply = () => ({})
    expect(await turn()).toBe(0)
    expect(await again(false)).toBe(1)
    expect(await turn()).toBe(1)
    expect((await deliveriesOf(hook.id))[0]).toMatchObject({ state: 'delivered', attempts: 1 })
    expect(await again(false)).toBe(0)
    expect(await again(true)).toBe(1)
    expect(await turn()).toBe(1)
    // the same id each time: a receiver that has it already can tell
    expect(there.got.map((g) => JSON.parse(g.body).data.subject)).toEqual(['later', 'later', 'later'])
    expect(new Set(there.got.map((g) => g.headers['webhook-id'])).size).toBe(1)
  })

  it('is refused what the log never tells of, with the families there are', async () => {
    const bad = (events: string[]) => ({ name: 'x', kind: 'webhook', address: `${there.url}/x`, events })
    for (const one of ['sale.*', 'plan.refused', 'plan'])
      expect(await as(boss).post('/receivers', bad(['plan.*', one]))).toMatchObject({
        status: 400,
        body: { field: 'events', detail: expect.stringContaining('case.*') },
      })
    const { rows } = (await as(boss).get('/receivers')).body
    const { version } = rows.find((r: { id: string }) => r.id === hook.id)
    expect((await as(boss).post(`/receivers/${hook.id}/change`, { events: ['sale.*'] }, { version })).status).toBe(400)
  })

  it('signs with its new secret, and can be tested', async () => {
    const { body } = await as(boss).post(`/receivers/${hook.id}/rotate-secret`, {})
    expect(body.secret).not.toBe(hook.secret)
    expect((await as(boss).post(`/receivers/${hook.id}/test`, {})).status).toBe(200)
    await turn()
    const got = there.got[0]!
    expect(new Webhook(body.secret).verify(got.body, got.headers as Record<string, string>)).toMatchObject({
      type: 'receiver.tested',
    })
    expect(() => new Webhook(hook.secret as string).verify(got.body, got.headers as Record<string, string>)).toThrow()
  })

  it('that answers 410 is told nothing more', async () => {
    there.state.reply = () => ({ status: 410 })
    await project('august')
    await turn()
    await project('september')
    await turn()
    expect(there.got).toHaveLength(1)
    const [row] = (await as(boss).get('/receivers')).body.rows
    expect(row).toMatchObject({ active: false, failed: 1 })
  })
})

describe('people are told', () => {
  it('in DingTalk, signed by milliseconds and secret in the address', async () => {
    there.state.reply = () => ({ body: '{"errcode":0,"errmsg":"ok"}' })
    const { id } = await receiving('dingtalk', `${there.url}/robot/send?access_token=T`, ['plan.*'], 'SEC123')
    await project('ding')
    await turn()
    const got = there.got[0]!
    const { searchParams: asked } = new URL(got.path, there.url)
    const signed = createHmac('sha256', 'SEC123')
      .update(`${asked.get('timestamp')}\nSEC123`)
      .digest('base64')
    expect(asked.get('sign')).toBe(signed)
    expect(asked.get('timestamp')).toMatch(/^\d{13}$/)
    expect(JSON.parse(got.body)).toMatchObject({
      msgtype: 'text',
      text: { content: expect.stringMatching(/方案更新[\s\S]* https:\/\/select\.example\/projects\/ding\/plan$/) },
    })
    await off(id)
  })

  it('in Feishu, signed by seconds and secret in the body; a refusal with 200 counts as one', async () => {
    there.state.reply = () => ({ body: '{"code":19021,"msg":"sign match fail"}' })
    const { id } = await receiving('feishu', `${there.url}/open-apis/bot/v2/hook/H`, ['plan.recorded'], 'key')
    await project('fei')
    await turn()
    const body = JSON.parse(there.got[0]!.body)
    expect(body.sign).toBe(createHmac('sha256', `${body.timestamp}\nkey`).update('').digest('base64'))
    expect(body).toMatchObject({ msg_type: 'text', timestamp: expect.stringMatching(/^\d{10}$/) })
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'waiting', answer: expect.stringContaining('19021') })
    there.state.reply = () => ({ body: '{"code":0}' })
    clock.now = (await deliveriesOf(id))[0].next
    await turn()
    expect((await deliveriesOf(id))[0].state).toBe('delivered')
    await off(id)
  })

  it('in WeCom, by the key in the address', async () => {
    there.state.reply = () => ({ body: '{"errcode":0}' })
    const { id } = await receiving('wecom', `${there.url}/cgi-bin/webhook/send?key=K`, ['*'])
    await project('wecom')
    await turn()
    const plan = there.got.find((g) => g.body.includes('方案更新'))
    expect(plan?.path).toBe('/cgi-bin/webhook/send?key=K')
    expect(there.got.length).toBeGreaterThan(1)
    await off(id)
  })

  it('by e-mail, in both languages', async () => {
    const { id } = await receiving('email', 'lin@people.example', ['plan.recorded'])
    await project('mail')
    await turn()
    expect(post.mails).toHaveLength(1)
    const [{ from, to, data }] = post.mails as [(typeof post.mails)[0]]
    expect([from, to]).toEqual(['<haixuan@house.example>', '<lin@people.example>'])
    // 方案更新 in UTF-8, as a header writes it (RFC 2047)
    expect(data).toContain('=E6=96=B9=E6=A1=88=E6=9B=B4=E6=96=B0')
    expect(data).toContain('Plan_recorded')
    expect(mailed(data)).toContain('https://select.example/projects/mail/plan')
    expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'delivered' })
    await off(id)
  })

  it('not at an address inside, and the form says so', async () => {
    const strict = asking(await testApp({ ...house, outgoing: {} }))
    const hook = { name: 'x', kind: 'webhook', address: 'https://192.168.1.1/hook', events: ['*'] }
    const refused = await strict(boss).post('/receivers', hook)
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'address' } })
  })
})

describe('the notifier', () => {
  it('runs beside another one, and each event is told once', async () => {
    await receiving('webhook', `${there.url}/two`, ['plan.recorded'])
    const faults: unknown[] = []
    const two = [1, 2].map(
      () => new Notifier({ ...options(), clock: () => clock.now, everyMs: 5, onError: (e) => faults.push(e) }),
    )
    for (const n of two) n.start()
    for (let i = 0; i < 10; i++) {
      await project(`two-${i}`)
      await sealOnce(house.db, house.masterKey)
    }
    await expect.poll(() => there.got.length).toBeGreaterThanOrEqual(10)
    await Promise.all(two.map((n) => n.stop()))
    expect(faults).toEqual([])
    const subjects = there.got.map((g) => JSON.parse(g.body).data.subject)
    expect(subjects.toSorted()).toEqual(Array.from({ length: 10 }, (_, i) => `two-${i}`))
  })
})
