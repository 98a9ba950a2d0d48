import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { storing } from '../../../../test/support/storing.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../../../test/support/test-worker.ts'
import type { Actor } from '../../../platform/commands/actor.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const li = person('a', 'Li', 'legal')
const zhou = person('a', 'Zhou', 'sourcing')
const ofS1: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }

// in the form of OFAC, with made-up parties; it ends in 0x1A as the publisher's does
const SDN = [
  '173,"KORVALEN ZEPHYRINE CO., LTD.",-0- ,"TESTLAND",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '306,"MISTRAL QUEEN","vessel","TESTLAND",-0- ,"ABCD",Bulk Cargo,9999,8888,Panama,-0- ,-0- ',
  '\u001a',
].join('\r\n')
const ALT = ['173,57,"fka","ZEPHYR TRADING",-0- ', '\u001a'].join('\r\n')
const UN = `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-04-27T00:00:09.554Z"><INDIVIDUALS></INDIVIDUALS><ENTITIES><ENTITY>
<DATAID>2</DATAID><FIRST_NAME>TEST FRONT</FIRST_NAME><REFERENCE_NUMBER>TEe.002</REFERENCE_NUMBER></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>`

let as: ReturnType<typeof asking>
let stored: ReturnType<typeof storing>
beforeAll(async () => {
  const { db, connection } = await testDatabase()
  const house = testHouse(db, clock)
  await makeOrganisation(db, 'a')
  const app = await testApp(house)
  as = asking(app)
  stored = storing(app, li)
  testWorker(house, connection)
  for (const [id, name, names] of [
    ['S-1', '示例贸易有限公司', ['Zephyrine Korvalen Trading Co., Ltd.']],
    ['S-2', '启明日用品有限公司', []],
  ] as const)
    await as(zhou).post('/suppliers', { id, name, names, country: 'CN', kind: 'trader' })
})

const adopted = async (input: object) => {
  const { body } = await as(li).post('/screening-lists', input)
  return taskEnded(as, li, body.task)
}
const screeningsOf = async (id: string) => (await as(li).get(`/suppliers/${id}`)).body.record.screenings

it('nothing is screened before a list was uploaded', async () => {
  expect((await as(li).post('/suppliers/S-1/screen', {})).body).toMatchObject({ code: 'refused', clause: 'I2' })
})

describe('a list', () => {
  it('is adopted from its files by legal, kept by hash and day, and every supplier is screened again', async () => {
    const files = [await stored('SDN.CSV', SDN), await stored('ALT.CSV', ALT)]
    expect((await as(zhou).post('/screening-lists', { files, day: '2026-04-30' })).status).toBe(403)
    expect(await adopted({ files })).toMatchObject({ state: 'failed', error: { code: 'bad-input', field: 'day' } })
    const { result, done, of } = await adopted({ files, day: '2026-04-30' })
    expect(result).toMatchObject({ id: 'ofac-sdn', version: 1, day: '2026-04-30', parties: 2, names: 3 })
    expect([done, of]).toEqual([2, 2])
    expect(await taskEnded(as, li, result.task)).toMatchObject({
      state: 'done',
      result: { screened: 2, hits: 1, open: 1 },
    })
    const [screening] = await screeningsOf('S-1')
    expect(screening).toMatchObject({
      list: 'ofac-sdn',
      'list-date': '2026-04-30',
      on: '2026-05-01',
      files,
      hits: [{ name: 'Zephyrine Korvalen Trading Co., Ltd.', entry: '173', listed: 'KORVALEN ZEPHYRINE CO., LTD.' }],
    })
    expect(screening.hits[0].words).toContainEqual({ screened: 'korvalen', listed: 'korvalen', how: 'same', slips: 0 })
    expect(await screeningsOf('S-2')).toMatchObject([{ list: 'ofac-sdn', hits: [] }])
    expect((await as(li).get('/screening-lists')).body.rows).toMatchObject([
      { id: 'ofac-sdn', day: '2026-04-30', adoptedBy: 'Li', files: [{ name: 'SDN.csv' }, { name: 'ALT.csv' }] },
    ])
  })

  it('of the UN names its day itself; files of two lists are not adopted as one', async () => {
    const un = await stored('un.xml', UN)
    const sdn = await stored('SDN.CSV', SDN)
    expect((await adopted({ files: [un, sdn] })).error).toMatchObject({ code: 'bad-input' })
    const { result } = await adopted({ files: [un] })
    expect(result).toMatchObject({ id: 'un-consolidated', day: '2026-04-27' })
    await taskEnded(as, li, result.task)
    expect((await screeningsOf('S-1')).map((s: { list: string }) => s.list)).toEqual(['ofac-sdn', 'un-consolidated'])
  })

  it('that is no list is refused by the name it was sent by', async () => {
    const { error } = await adopted({ files: [await stored('goods.csv', 'name,price\nsoap,1\n')] })
    expect(error).toMatchObject({ code: 'bad-input', field: 'files', detail: expect.stringContaining('goods.csv') })
    expect((await as(li).post('/screening-lists', { files: ['0'.repeat(64)] })).status).toBe(404)
    expect(error.detail).not.toContain('/tmp')
  })
})

describe('a hit', () => {
  it('is decided by legal, with a reason, and stays decided when the supplier is screened again', async () => {
    const said = { list: 'ofac-sdn', decision: 'not-the-same', reason: '注册地与负责人均不同' }
    expect((await as(zhou).post('/suppliers/S-1/decide-screening', said)).status).toBe(403)
    expect((await as(li).post('/suppliers/S-1/decide-screening', { ...said, reason: ' ' })).status).toBe(400)
    expect((await as(li).post('/suppliers/S-2/decide-screening', said)).status).toBe(404)
    expect((await as(li).post('/suppliers/S-1/decide-screening', said)).status).toBe(200)
    clock.now = '2026-05-20T08:00:00.000Z' as Instant
    const { body } = await as(zhou).post('/suppliers/S-1/screen', {})
    expect(await taskEnded(as, zhou, body.task)).toMatchObject({ result: { screened: 1, hits: 1, open: 0 } })
    const latest = (await screeningsOf('S-1')).findLast((s: { list: string }) => s.list === 'ofac-sdn')
    expect(latest).toMatchObject({
      on: '2026-05-20',
      decision: 'not-the-same',
      'decided-by': 'Li',
      'decided-on': '2026-05-01',
    })
  })

  it('is not told to the supplier', async () => {
    const { record } = (await as(ofS1).get('/suppliers/S-1')).body
    expect(record.screenings).toEqual([])
    const { body } = await as(ofS1).get('/suppliers/S-1/review')
    expect(JSON.stringify(body)).not.toMatch(/ofac/i)
  })
})
