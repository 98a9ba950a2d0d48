import { lineageOf } from '@haixuan/domain/gate/rule-set'
import { addDays, type Day, type Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { House } from '../../house.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { recheckDue } from './recheck-due.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const owner = person('a', 'Lin', 'owner')
const plan = { id: 'june', theme: '雨具', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 4 }
const listing = (sku: string) => ({
  row: 1,
  sku,
  title: '晴雨两用折叠伞',
  description: '八骨。',
  images: [],
  category: [],
  seller: '示例伞业有限公司',
  variants: [],
  attributes: [],
  language: 'zh',
})

let db: Db
let house: House
let as: ReturnType<typeof asking>
const faults: unknown[] = []
beforeAll(async () => {
  db = (await testDatabase()).db
  house = testHouse(db, clock)
  as = asking(await testApp(house))
  await makeOrganisation(db, 'a')
})
const noon = (day: string) => {
  clock.now = `${day}T12:00:00.000Z` as Instant
}
const recheckOn = async (day: string) => {
  noon(day)
  return recheckDue(house, (error) => faults.push(error))
}
const decisions = async () =>
  (await db.selectFrom('event').select('id').where('type', '=', 'gate.decided').execute()).length

describe('a supplier whose licence lapses two weeks after the stream', () => {
  const lapsed = async () => {
    const { gates } = (await as(owner).get('/suppliers/S-1')).body
    return gates[0].findings.some((f: { what: { en: string } }) => f.what.en.endsWith('ended on 2026-06-20'))
  }

  beforeAll(async () => {
    await as(owner).post('/projects', plan)
    await as(owner).post('/projects/june/products', { listings: [listing('U-1'), listing('U-2')] })
    await as(owner).post('/suppliers', { id: 'S-1', name: '示例伞业有限公司', country: 'CN', kind: 'manufacturer' })
    await as(owner).post('/suppliers/S-1/add-document', {
      type: 'cn-business-licence',
      number: '91330000MA00000001',
      issued: '2024-01-01',
      expires: '2026-06-20',
    })
  })

  it('is not looked at before the stream is over', async () => {
    expect(await recheckOn('2026-06-06')).toEqual({ plans: 0, suppliers: 0, products: 0 })
  })

  it('is looked at with all of its project on the day after the stream, and once', async () => {
    expect(await recheckOn('2026-06-07')).toEqual({ plans: 1, suppliers: 1, products: 2 })
    const before = await decisions()
    expect(await recheckOn('2026-06-07')).toEqual({ plans: 0, suppliers: 0, products: 0 })
    expect(await decisions()).toBe(before)
  })

  it('holds through the last day of its licence, and opens the night after', async () => {
    await recheckOn('2026-06-20')
    expect(await lapsed()).toBe(false)
    const before = (await as(owner).get('/projects/june/products/U-1')).body
    // its last minute by the calendar of the organisation, which is that of Shanghai, eight hours ahead
    clock.now = '2026-06-20T15:59:00.000Z' as Instant
    expect(await recheckDue(house, (error) => faults.push(error))).toMatchObject({ suppliers: 0 })
    clock.now = '2026-06-20T16:00:00.000Z' as Instant
    const { suppliers } = await recheckDue(house, (error) => faults.push(error))
    expect(suppliers).toBe(1)
    expect(await lapsed()).toBe(true)
    const { gates } = (await as(owner).get('/suppliers/S-1')).body
    expect(gates[0].state).toBe('open')
    const after = (await as(owner).get('/projects/june/products/U-1')).body
    expect([before.gates.supplier, after.gates.supplier]).toEqual(['conditional', 'open'])
    const { rows } = (await as(owner).get('/events?subject=S-1&type=gate.decided')).body
    expect(rows[0]).toMatchObject({
      actor: 'haixuan',
      body: { 'as-of': '2026-06-21', zone: 'Asia/Shanghai', overall: 'open' },
    })
    expect(faults).toEqual([])
  })

  it('whose decision in that hour comes out the same from the log', async () => {
    const { rows } = (await as(owner).get('/events?type=gate.decided&limit=200')).body
    expect(rows.length).toBeGreaterThan(3)
    for (const { id } of rows)
      expect((await as(owner).get(`/events/${id}/replay`)).body).toMatchObject({ outcome: 'same', fault: null })
  })

  it('is left alone once the project is closed', async () => {
    await db.updateTable('project').set({ closed_at: clock.now }).where('id', '=', 'june').execute()
    expect(await recheckOn('2027-06-21')).toEqual({ plans: 0, suppliers: 0, products: 0 })
  })
})

it('decides a project past its stream again on the day a rule of its market begins or ends, on no day between', async () => {
  const lineage = new Set(lineageOf(house.standard.markets, 'de').map((m) => m.id))
  const turns = house.standard.rules
    .filter((r) => lineage.has(r.market))
    .flatMap(({ 'in-force': { from, until } }) => (until ? [from, until] : [from]))
  // the first turn after which, and before which, nothing turns for some days
  const turn = [...new Set(turns)]
    .sort()
    .find(
      (day) =>
        day > '2027-01-01' && !turns.some((d) => d !== day && Math.abs(Date.parse(d) - Date.parse(day)) < 6 * 864e5),
    ) as Day
  expect(turn, 'the standard has a rule for de that begins or ends after 2027-01-01').toBeDefined()
  noon(addDays(turn, -5))
  await as(owner).post('/projects', { ...plan, id: 'rules', markets: ['de'], date: addDays(turn, -4) })
  await as(owner).post('/projects/rules/products', { listings: [listing('U-3')] })
  expect(await recheckOn(addDays(turn, -3))).toMatchObject({ plans: 1, products: 1 })
  expect(await recheckOn(addDays(turn, -1))).toMatchObject({ plans: 1, products: 0 })
  expect(await recheckOn(turn)).toMatchObject({ plans: 1, products: 1 })
  expect(await recheckOn(addDays(turn, 1))).toMatchObject({ plans: 1, products: 0 })
  expect(faults).toEqual([])
})
