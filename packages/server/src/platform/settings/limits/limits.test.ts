import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'

const owner = person('a', 'Zhou', 'owner')
const lin = person('a', 'Lin', 'selection')
const fu = person('a', 'Fu', 'finance')
const qin = person('a', 'Qin', 'service')
/** Noon in Shanghai, the organisation's zone. */
const clock = { now: '2026-05-01T04:00:00.000Z' as Instant }

let as: ReturnType<typeof asking>
const set = (name: string, value: object, from: string, more: object = {}) =>
  as(owner).put(`/settings/limits/${name}`, { value, from, reason: '复盘后调整', ...more })
const told = async () => (await as(lin).get('/settings/limits')).body

beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
})

describe('limits of an organisation', () => {
  it('stand at the standard’s until the owner sets them, each with its source', async () => {
    const { refund, risk, retention, day } = await told()
    expect(day).toBe('2026-05-01')
    expect(refund).toEqual({ version: 0, value: { finance: {}, service: {} }, history: [] })
    expect(risk.standard).toContainEqual(expect.objectContaining({ id: 'return-rate', alert: '0.10', hold: '0.20' }))
    expect(retention.standard).toContainEqual(
      expect.objectContaining({
        id: 'cn-trade-records',
        years: 3,
        source: { act: '中华人民共和国电子商务法', article: '第三十一条' },
      }),
    )
  })

  it('are for the owner, with a reason, from today on, and no looser than the standard', async () => {
    const body = { value: { 'cn-trade-records': 5 }, from: '2026-05-01' }
    expect((await as(lin).put('/settings/limits/retention', { ...body, reason: 'x' })).status).toBe(403)
    expect((await as(owner).put('/settings/limits/retention', body)).body.field).toBe('reason')
    expect((await set('retention', { 'cn-trade-records': 2 }, '2026-05-01')).body.field).toBe('cn-trade-records')
    expect((await set('retention', { 'cn-trade-records': 5 }, '2026-04-30')).body.field).toBe('from')
    expect((await set('risk', { 'return-rate': { alert: '0.2' } }, '2026-05-01')).body.field).toBe('return-rate.alert')
  })

  it('bind from the day they begin, in the zone of the organisation', async () => {
    await projectWith(as, lin, 'rain', [umbrella('P-1', '折叠伞')])
    const keptUntil = async () => (await as(person('a', 'Au', 'auditor')).get('/retention')).body.rows[0].until
    expect(await keptUntil()).toBe('2029-06-06')
    expect((await set('retention', { 'cn-trade-records': 5 }, '2026-05-03')).body).toEqual({ version: 1 })
    expect(await keptUntil()).toBe('2029-06-06')
    clock.now = '2026-05-02T15:59:00.000Z' as Instant
    expect(await keptUntil()).toBe('2029-06-06')
    // midnight in Shanghai
    clock.now = '2026-05-02T16:00:00.000Z' as Instant
    expect(await keptUntil()).toBe('2031-06-06')
    expect((await set('retention', {}, '2026-05-02')).body.field).toBe('from')
    expect((await set('retention', { 'cn-trade-records': 7 }, '2026-05-09')).body).toEqual({ version: 2 })
    const { history, version } = (await told()).retention
    expect([version, ...history.map((h: { standing: string; from: string }) => [h.standing, h.from])]).toEqual([
      2,
      ['coming', '2026-05-09'],
      ['in-force', '2026-05-03'],
    ])
    const { rows } = (await as(lin).get('/events?type=limit.set')).body
    expect(rows[0]).toMatchObject({ actor: 'Zhou', clause: 'T2', body: { reason: '复盘后调整', from: '2026-05-09' } })
    expect(
      (
        await as(owner).put(
          '/settings/limits/retention',
          { value: {}, from: '2026-06-01', reason: 'x' },
          { version: 1 },
        )
      ).status,
    ).toBe(412)
  })

  it('say by role how much one person alone pays back', async () => {
    const order = {
      day: '2026-04-20',
      delivered: '2026-04-28',
      currency: 'CNY',
      lines: [{ id: '1', quantity: 1, price: '300.00' }],
    }
    let orders = 0
    const opened = async () => {
      orders += 1
      const { body } = await as(qin).post('/cases', {
        market: 'cn',
        order: { ...order, id: `CN-${orders}` },
        case: { kind: 'withdrawal', requested: '2026-05-01' },
        buyer: { email: 'li@people.example' },
      })
      expect(body.id, JSON.stringify(body)).toBeDefined()
      const decided = await as(qin).post(`/cases/${body.id}/decide`, {}, { version: 1 })
      expect(decided.body.state, JSON.stringify(decided.body)).toBe('owed')
      return body.id as string
    }
    await set('refund', { service: { CNY: '200.00' }, finance: { CNY: '300.00' } }, '2026-05-03')
    const pay = async (who: typeof fu, id: string) =>
      (await as(who).post(`/cases/${id}/refund`, { reference: 'PAY-1' }, { version: 2 })).body.state
    expect(await pay(qin, await opened())).toBe('refund-asked')
    expect(await pay(fu, await opened())).toBe('refunded')
  })
})
