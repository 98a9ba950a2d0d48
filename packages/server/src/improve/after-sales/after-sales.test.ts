import { createHash } from 'node:crypto'
import { Replay } from '@haixuan/domain/flow/replay'
import type { Instant } from '@haixuan/domain/kernel/day'
import { canonicalBytes } from '@haixuan/domain/kernel/log/canonical-json'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { House } from '../../house.ts'
import type { Db } from '../../platform/database/open-database.ts'

const clock = { now: '2026-06-01T08:00:00.000Z' as Instant }
const boss = person('a', 'Boss', 'owner')
const lin = person('a', 'Lin', 'selection')
const qin = person('a', 'Qin', 'service')
const fu = person('a', 'Fu', 'finance')
const fa = person('a', 'Fa', 'legal')

let as: ReturnType<typeof asking>
let db: Db
let house: House
beforeAll(async () => {
  db = (await testDatabase()).db
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  house = testHouse(db, clock)
  as = asking(await testApp(house))
})

const buyer = {
  name: 'Erika Mustermann',
  email: 'Erika@Muster.example',
  phone: '+49 30 1234-567',
  address: 'Heidestraße 17, Köln',
}
/** 2 × 24.90 and 1 × 9.90, 5.00 off, 6.90 paid for a way that costs 4.90 at the least. */
const order = {
  id: 'DE-2026-7001',
  day: '2026-05-20',
  delivered: '2026-05-26',
  currency: 'EUR',
  lines: [
    { id: '1', quantity: 2, price: '24.90' },
    { id: '2', quantity: 1, price: '9.90' },
  ],
  discounts: [{ id: 'JUNE', amount: '5.00' }],
  shipping: { paid: '6.90', standard: '4.90' },
}
const german = (asked: object, more: object = {}) => ({
  market: 'de',
  order,
  case: { kind: 'withdrawal', requested: '2026-06-01', ...asked },
  buyer,
  ...more,
})
const opened = async (input: object) => {
  const reply = await as(qin).post('/cases', input)
  expect(reply, JSON.stringify(reply.body)).toMatchObject({ status: 201, body: { version: 1 } })
  return reply.body as { id: string; person: string; due: string }
}
const decided = (id: string, version = 1, input = {}) => as(qin).post(`/cases/${id}/decide`, input, { version })
const close = (id: string, outcome: string, version: number) =>
  as(qin).post(`/cases/${id}/close`, { outcome }, { version })

describe('a return under German law', () => {
  it('gives back to the cent what was paid, over two cases of one order', async () => {
    // The discount falls on 49.80 and 9.90 as 4.17 and 0.83, so the umbrellas cost 45.63, of which one is 22.82 (rounded up).
    const one = await opened(german({ lines: [{ line: '1', quantity: 1 }] }))
    const first = await decided(one.id)
    expect(first.body).toMatchObject({ state: 'owed', total: { minor: 2282, currency: 'EUR' }, due: '2026-06-15' })
    expect(first.body.decision).toMatchObject({
      basis: { kind: 'law', rule: 'de.returns.withdrawal' },
      deadline: '2026-06-09',
    })
    // The rest: 22.81 + (9.90 − 0.83) + the cheapest way out, 4.90, now that nothing is left with the buyer.
    const rest = await opened(german({}, { buyer: { email: 'erika@muster.EXAMPLE' } }))
    expect(rest.person).toBe(one.person)
    expect((await decided(rest.id)).body).toMatchObject({ total: { minor: 2281 + 907 + 490, currency: 'EUR' } })
    // and all of it once more is not to be had
    const again = await opened(german({ lines: [{ line: '2', quantity: 1 }] }))
    expect(await decided(again.id)).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'case.lines 2' } })
    // unless the buyer takes one back
    expect((await close(rest.id, 'withdrawn-by-buyer', 2)).status).toBe(200)
    expect((await decided(again.id)).body.total).toEqual({ minor: 907, currency: 'EUR' })
  })

  it('refuses what is too late by the law of the day', async () => {
    const { id, due } = await opened(german({ requested: '2026-06-10' }, { order: { ...order, id: 'DE-2' } }))
    expect(due).toBe('2026-06-24')
    expect((await decided(id)).body).toMatchObject({ state: 'refused', total: { minor: 0 }, due: null })
    expect((await close(id, 'refunded', 2)).body).toMatchObject({ code: 'refused', clause: 'T4' })
    expect((await close(id, 'refused', 2)).body).toMatchObject({ state: 'closed' })
  })

  it('recovers from the supplier what the clause lays on them', async () => {
    // goods 54.70 and the whole way out 6.90; the contract lays 80 % of it on the supplier: 49.28
    const supplier = { id: 'S-1', clause: 'quality.returns', kinds: ['not-as-described'], share: '0.8' }
    const asked = { kind: 'not-as-described', wants: 'refund', tried: ['repair'] }
    const { id } = await opened(german(asked, { order: { ...order, id: 'DE-3' }, supplier }))
    const { body } = await decided(id)
    expect(body.total).toEqual({ minor: 5470 + 690, currency: 'EUR' })
    expect(body.decision.recovery).toEqual({
      supplier: 'S-1',
      clause: 'quality.returns',
      amount: { minor: 4928, currency: 'EUR' },
    })
    const paid = await as(fu).post(
      `/cases/${id}/record-recovery`,
      { amount: '49.28', reference: 'CN-77' },
      { version: 2 },
    )
    expect(paid.status).toBe(200)
    const got = (await as(fu).get(`/cases/${id}`)).body
    expect(got.steps.recovered).toMatchObject({ by: 'Fu', minor: 4928 })
  })
})

describe('a return under Chinese law', () => {
  it('takes policy, class and supplier from the product, and counts the days from the goods', async () => {
    await projectWith(as, lin, 'june', [umbrella('U-1', '晴雨两用折叠伞')], { markets: ['cn'] })
    const { id } = await opened({
      market: 'cn',
      project: 'june',
      product: 'U-1',
      order: {
        id: 'CN-1',
        day: '2026-05-20',
        delivered: '2026-05-23',
        currency: 'CNY',
        lines: [{ id: '1', product: 'U-1', quantity: 1, price: '59.00' }],
      },
      case: { kind: 'withdrawal', requested: '2026-05-28' },
      buyer: { phone: '13800001111' },
    })
    expect((await decided(id)).body).toMatchObject({
      state: 'owed',
      total: { minor: 5900, currency: 'CNY' },
      due: null,
    })
    // found damaged by use: 12.00 less
    const back = { day: '2026-06-02', lines: [{ line: '1', quantity: 1, condition: 'used', 'value-lost': '12.00' }] }
    const received = await as(qin).post(`/cases/${id}/receive-goods`, back, { version: 2 })
    expect(received.body).toMatchObject({ version: 3, due: '2026-06-09' })
    const events = (await as(lin).get(`/events?subject=${id}&sort=id`)).body.rows
    expect(events.map((e: { type: string }) => e.type)).toEqual([
      'case.opened',
      'case.decided',
      'case.goods-received',
      'case.decided',
    ])
    expect(events[0]).toMatchObject({ project: 'june', clause: 'T4', body: { product: 'U-1' } })
  })
})

describe('money goes back', () => {
  it('by two persons, until the organisation has set a limit', async () => {
    const { id } = await opened(german({}, { order: { ...order, id: 'DE-4' } }))
    await decided(id)
    const pay = (who: typeof fu, version: number) =>
      as(who).post(`/cases/${id}/refund`, { reference: 'PAY-1' }, { version })
    expect((await pay(qin, 2)).body).toMatchObject({ state: 'refund-asked', version: 3 })
    expect((await pay(qin, 3)).body).toMatchObject({ code: 'refused', clause: 'T4' })
    expect((await pay(fu, 2)).body).toMatchObject({ code: 'stale' })
    expect((await pay(fu, 3)).body).toMatchObject({ state: 'refunded', total: { minor: 5470 + 490 }, due: null })
    expect((await pay(fu, 4)).status).toBe(409)
    const events = (await as(fu).get(`/events?subject=${id}&type=case.refunded`)).body.rows
    expect(events[0].body).toMatchObject({ reference: 'PAY-1', 'asked-by': 'Qin' })
  })

  it('by one person within the limit, in its currency', async () => {
    const set = (service: object, by = boss) =>
      as(by).put('/settings/limits/refund', { value: { service }, from: clock.now.slice(0, 10), reason: '小额快退' })
    expect((await set({ EUR: '50' }, fu)).status).toBe(403)
    expect((await set({ EUR: '1.234' })).body.field).toBe('value.service.EUR')
    expect((await set({ EUR: '59.60', CNY: '1000' })).body.version).toBe(1)
    const { id } = await opened(german({}, { order: { ...order, id: 'DE-5' } }))
    await decided(id)
    const paid = await as(qin).post(`/cases/${id}/refund`, { reference: 'PAY-2' }, { version: 2 })
    expect(paid.body).toMatchObject({ state: 'refunded', total: { minor: 5960 } })
    expect((await close(id, 'refunded', 3)).body.state).toBe('closed')
  })
})

describe('lists', () => {
  it('tells what is overdue, by day, a page at a time', async () => {
    clock.now = '2026-06-16T08:00:00.000Z' as Instant
    const { rows } = (await as(qin).get('/cases?overdue=true&sort=due')).body
    expect(rows.map((r: { due: string }) => r.due)).toEqual(['2026-06-09', '2026-06-15', '2026-06-15', '2026-06-15'])
    expect(rows.every((r: { overdue: boolean; state: string }) => r.overdue && r.state === 'owed')).toBe(true)
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const page = (await as(qin).get(`/cases?sort=due&limit=2${cursor}`)).body
      seen.push(...page.rows.map((r: { id: string }) => r.id))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe((await as(qin).get('/cases?limit=200')).body.rows.length)
    expect((await as(qin).get('/cases?kind=not-as-described&market=de')).body.rows).toHaveLength(1)
  })
})

describe('what is personal', () => {
  const everywhere = async (words: string[]) => {
    const { rows } = await sql<{ t: string }>`select table_schema || '.' || quote_ident(table_name) as t
      from information_schema.tables where table_schema in ('public', 'auth') and table_type = 'BASE TABLE'`.execute(db)
    const found: string[] = []
    for (const { t } of rows) {
      const { rows: all } = await sql<{ row: string }>`select r::text as row from ${sql.raw(t)} r`.execute(db)
      if (all.some(({ row }) => words.some((w) => row.includes(w)))) found.push(t)
    }
    return found
  }

  it('lies nowhere in clear, and is shown only to those whose work needs it', async () => {
    const { id } = await opened(
      german({ reason: 'Frau Mustermann mag die Farbe nicht' }, { order: { ...order, id: 'DE-6' } }),
    )
    expect(
      await everywhere(['Mustermann', 'Muster.example', '1234-567', 'Heidestraße', 'DE-2026-7001', 'DE-6']),
    ).toEqual([])
    const seen = (await as(qin).get(`/cases/${id}`)).body
    expect(seen.buyer).toEqual({
      known: 'shown',
      ...buyer,
      order: 'DE-6',
      reason: 'Frau Mustermann mag die Farbe nicht',
    })
    expect((await as(lin).get(`/cases/${id}`)).body.buyer).toEqual({ known: 'hidden' })
  })

  it('is exported with what opens the commitments of the log', async () => {
    const { rows } = (await as(qin).get('/cases?limit=200')).body
    const held = (await as(fa).get(`/people/${rows.at(-1).person}/export`)).body
    for (const c of held.cases) {
      const event = (await as(fa).get(`/events?subject=${c.id}&type=case.opened`)).body.rows[0]
      const hash = createHash('sha256')
        .update(Buffer.from(c.salt, 'hex'))
        .update(canonicalBytes(c.personal))
        .digest('hex')
      expect(event.body.buyer).toEqual({ person: held.person, commitment: hash })
    }
    expect(held.cases.length).toBeGreaterThan(3)
  })

  it('is gone once the key is destroyed, and not before the last case is closed', async () => {
    const mine = { name: 'Max Beispiel', email: 'max@weg.example' }
    const { id, person: who } = await opened(german({}, { order: { ...order, id: 'DE-7' }, buyer: mine }))
    const erase = (by = fa) => as(by).post(`/people/${who}/erase`, { reason: 'asked-by-person' })
    expect((await erase(qin)).status).toBe(403)
    expect((await erase()).body).toMatchObject({ code: 'refused', clause: 'G2' })
    await close(id, 'withdrawn-by-buyer', 1)
    expect((await erase()).body).toEqual({ person: who, cases: 1 })
    expect((await as(qin).get(`/cases/${id}`)).body.buyer).toEqual({ known: 'erased' })
    expect((await as(fa).get(`/people/${who}/export`)).body.cases[0]).toMatchObject({ personal: null, salt: null })
    const back = await opened(german({}, { order: { ...order, id: 'DE-8' }, buyer: mine }))
    expect(back.person).not.toBe(who)
    expect((await as(person('b', 'X', 'owner')).get(`/people/${who}/export`)).status).toBe(404)
  })
})

describe('the log', () => {
  it('holds decisions that anyone can run again, and tells one that was changed', async () => {
    const { rows } = (await as(fa).get('/events?type=case.decided&limit=200')).body
    const replay = new Replay((plan) => house.desks.for(plan), undefined as never)
    const eventOf = ({ id: _, seq: __, project, ...e }: Record<string, unknown>) =>
      ({ seq: 0, ...e, ...(project ? { project } : {}) }) as Event
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) expect(replay.take(eventOf(row))).toBe('same')
    const row = structuredClone(rows[0])
    row.body.decision.total.minor += 1
    expect(replay.take(eventOf(row))).toEqual({ fault: 'comes out with another decision' })
  })

  it('never takes a card number, in any command, and names the field', async () => {
    const card = '6222 0212 3456 7894'
    const refused = await as(qin).post('/cases', german({ reason: `退到 ${card}` }))
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad-input', clause: 'R4', field: 'case.reason' } })
    expect(JSON.stringify(refused.body)).not.toContain('6222')
    const channel = await as(lin).post('/projects/june/add-channel', { id: 'x', kind: 'api', name: card })
    expect(channel).toMatchObject({ status: 400, body: { field: 'name' } })
  })
})
