import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { storing } from '../../../../test/support/storing.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../../../test/support/test-worker.ts'
import type { House } from '../../../house.ts'
import type { Actor } from '../../../platform/commands/actor.ts'
import type { Db } from '../../../platform/database/open-database.ts'
import { asSystem } from '../../../platform/database/scope.ts'
import { keepParties } from './keep-parties.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const li = person('a', 'Li', 'legal', 'selection')
const wu = person('a', 'Wu', 'legal')
const zhou = person('a', 'Zhou', 'sourcing')
const mallory = person('b', 'Mallory', 'legal')
const ofS1: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }
const HEADER = '名称,别名,国家,原因'

let db: Db
let house: House
let as: ReturnType<typeof asking>
let store: ReturnType<typeof storing>
let faults: unknown[]
let template: string
beforeAll(async () => {
  const connected = await testDatabase()
  const { connection } = connected
  db = connected.db
  house = testHouse(db, clock)
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  const app = await testApp(house)
  const member = ({ org, user, name, roles }: Actor) => ({
    org_id: org,
    user_id: user,
    name,
    email: name,
    roles: [...roles],
  })
  await asSystem(db, (tx) => tx.insertInto('member').values([li, wu].map(member)).execute())
  as = asking(app)
  store = storing(app, li)
  faults = testWorker(house, connection).faults
  await as(zhou).post('/suppliers', { id: 'S-1', name: '示例伞业有限公司', country: 'CN', kind: 'manufacturer' })
  await as(zhou).post('/suppliers', { id: 'S-2', name: '启明日用品有限公司', country: 'CN', kind: 'trader' })
  await projectWith(as, li, 'june', [umbrella('U-1', '折叠伞')])
  const reply = await app.inject({
    url: '/api/v1/screening-lists/template.csv?lang=zh',
    headers: { 'x-actor': encodeURIComponent(JSON.stringify(zhou)) },
  })
  expect(reply.headers['content-disposition']).toContain('blocked-parties.csv')
  template = reply.body
})

const adopt = async (content: string, more: object = {}) => {
  const files = [await store('黑名单.csv', content)]
  const { task } = (await as(li).post('/screening-lists', { files, ...more })).body
  const { result, error } = await taskEnded(as, li, task)
  if (result) expect(await taskEnded(as, li, result.task)).toMatchObject({ state: 'done' })
  return { body: result ?? error }
}
const own = async (actor: Actor = li) => (await as(actor).get('/screening-lists/own-blocked')).body
const screeningOf = async (id: string) => (await as(li).get(`/suppliers/${id}`)).body.record.screenings.at(-1)
/** what the record as it stands asks about screening */
const asked = async (id: string) =>
  (await as(li).get(`/suppliers/${id}/review`)).body.decision.reasons
    .filter((r: { part: string }) => r.part === 'screening')
    .map((r: { effect: string; what: { zh: string } }) => [r.effect, r.what.zh])
const gates = async () =>
  (await as(li).get('/events?type=gate.decided&limit=200')).body.rows.filter(
    (e: { subject: string }) => e.subject === 'S-1',
  ).length

describe("an organisation's own list of parties", () => {
  it('is filled in from the template; a supplier named on it is hit, word by word, with the reason', async () => {
    const row = '示例伞业,"Shili Umbrella Co., Ltd.;示例雨具",CN,两次售假，见案卷 7'
    const { body } = await adopt(`${template}${row}\r\n`)
    expect(body).toMatchObject({ id: 'own-blocked', version: 1, day: '2026-05-01', parties: 1, names: 3 })
    expect(body.difference).toBeNull()
    const hits = (await screeningOf('S-1')).hits
    expect(hits).toMatchObject([
      {
        name: '示例伞业有限公司',
        entry: '示例伞业',
        listed: '示例伞业',
        country: 'CN',
        reason: '两次售假，见案卷 7',
      },
    ])
    // the company form alone tells the two apart
    expect(hits[0].words.filter((w: { how: string }) => w.how !== 'same')).toEqual([
      { screened: '有限公司', listed: '', how: 'only-screened', slips: 0 },
    ])
    expect((await screeningOf('S-2')).hits).toEqual([])
    // whom the organisation itself lists was not screened against sanctions lists
    expect(await asked('S-1')).toEqual([
      ['condition', '尚未作制裁名单筛查'],
      ['condition', '本组织的禁止合作名单有 1 个疑似命中待判定'],
    ])
    expect(faults).toEqual([])
  })

  it('with a row that is wrong is refused by line, field and remedy', async () => {
    const { body } = await adopt(`${HEADER}\n甲公司,,,售假\n乙公司,,中国,售假\n`)
    expect(body).toMatchObject({
      code: 'bad-input',
      place: '黑名单.csv:3',
      field: '国家',
      detail: '黑名单.csv:3: 国家: 中国 is not a code of two letters',
      remedy: { zh: expect.stringContaining('两字母国家代码') },
    })
    expect((await own()).version).toBe(1)
  })

  it('adopted before parties were kept is searched after the next start, once', async () => {
    const found = async () => (await as(li).get('/screening-lists/own-blocked/parties?q=umbrella')).body.rows
    const before = await found()
    expect(before).toMatchObject([{ id: '示例伞业', since: 1 }])
    await asSystem(db, (tx) => tx.deleteFrom('screening_party').execute())
    expect(await found()).toEqual([])
    expect(await keepParties(house, (error) => faults.push(error))).toBe(1)
    expect(await found()).toEqual(before)
    expect(await keepParties(house, (error) => faults.push(error))).toBe(0)
    expect(faults).toEqual([])
  })

  it('shows what a newer file changes before it is adopted, and keeps it', async () => {
    const newer = `${HEADER}\n示例伞业,Shili Umbrella,CN,三次售假\n南岸商行,,,拖欠货款\n`
    const file = await store('新.csv', newer)
    const seen = (await as(li).get(`/screening-lists/compare?files=${file}`)).body
    const changed = {
      party: '示例伞业',
      what: 'changed',
      before: {
        id: '示例伞业',
        names: ['示例伞业', 'Shili Umbrella Co., Ltd.', '示例雨具'],
        country: 'CN',
        reason: '两次售假，见案卷 7',
      },
      after: { id: '示例伞业', names: ['示例伞业', 'Shili Umbrella'], country: 'CN', reason: '三次售假' },
    }
    const added = {
      party: '南岸商行',
      what: 'added',
      before: null,
      after: expect.objectContaining({ reason: '拖欠货款' }),
    }
    expect(seen).toMatchObject({ id: 'own-blocked', over: 1, difference: { added: 1, changed: 1, removed: 0 } })
    expect(seen.rows).toEqual([added, changed])
    const first = (await as(li).get(`/screening-lists/compare?files=${file}&limit=1`)).body
    const rest = (await as(li).get(`/screening-lists/compare?files=${file}&limit=1&cursor=${first.next}`)).body
    expect([first.rows[0].party, rest.rows[0].party, rest.next]).toEqual(['南岸商行', '示例伞业', null])

    const { body } = await adopt(newer, { over: seen.over })
    expect(body).toMatchObject({ version: 2, difference: seen.difference })
    const kept = (await as(li).get('/screening-lists/own-blocked/versions/2/changes')).body
    expect(kept.rows).toEqual(expect.arrayContaining([added, changed]))
    expect(kept.rows).toHaveLength(2)
    const only = (await as(li).get('/screening-lists/own-blocked/versions/2/changes?what=added')).body
    expect(only.rows.map((r: { party: string }) => r.party)).toEqual(['南岸商行'])
    expect((await own()).versions.map((v: { difference: unknown }) => v.difference)).toEqual([
      { added: 1, changed: 1, removed: 0 },
      null,
    ])
  })

  it('is not adopted over a version that nobody held it against', async () => {
    const { body } = await adopt(`${HEADER}\n丙,,,拖欠\n`, { over: 1 })
    expect(body).toMatchObject({ code: 'stale', status: 412 })
  })

  it('is searched by its names and aliases, page by page', async () => {
    const found = async (query: string) => {
      const { rows } = (await as(zhou).get(`/screening-lists/own-blocked/parties?${query}`)).body
      return rows.map((r: { id: string }) => r.id)
    }
    expect(await found(`q=${encodeURIComponent('南岸')}`)).toEqual(['南岸商行'])
    expect(await found('q=shili umb')).toEqual(['示例伞业'])
    // an alias that the newer file no longer has
    expect(await found(`q=${encodeURIComponent('示例雨具')}`)).toEqual([])
    const { rows, next } = (await as(zhou).get('/screening-lists/own-blocked/parties?limit=1')).body
    const more = await found(`limit=1&cursor=${next}`)
    expect([rows[0].id, ...more].toSorted()).toEqual(['南岸商行', '示例伞业'].toSorted())
  })

  it('is told to nobody else', async () => {
    for (const stranger of [mallory, ofS1])
      for (const path of ['', '/own-blocked', '/own-blocked/parties', '/own-blocked/versions/2/changes']) {
        const { status, body } = await as(stranger).get(`/screening-lists${path}`)
        expect([200, 403, 404]).toContain(status)
        expect(JSON.stringify(body)).not.toContain('售假')
      }
  })

  it('is withdrawn by two people with a reason: its screenings decide no more, and their suppliers are decided again', async () => {
    const said = { list: 'own-blocked', decision: 'the-same', reason: '同一法定代表人' }
    await as(li).post('/suppliers/S-1/decide-screening', said)
    expect(await asked('S-1')).toContainEqual(['reject', '经确认，供应商列于本组织的禁止合作名单'])
    const before = await gates()
    const { version } = await own()
    const send = (what: string, actor: Actor, input: object, seen = version) =>
      as(actor).post(`/screening-lists/own-blocked/${what}`, input, { version: seen })
    const ask = (actor: Actor, reason: string, seen = version) => send('propose-withdrawal', actor, { reason }, seen)
    expect((await send('withdraw', wu, {})).body).toMatchObject({ code: 'refused', clause: 'I2' })
    expect((await ask(zhou, '误列')).status).toBe(403)
    expect((await ask(li, ' ')).status).toBe(400)
    expect((await ask(li, '误列', version - 1)).status).toBe(412)
    expect((await ask(li, '误列')).status).toBe(200)
    expect((await ask(wu, '误列')).body).toMatchObject({ code: 'refused' })
    // until another person confirms it nothing is other than it was
    expect(await own()).toMatchObject({ endingBy: 'Li', endingWhy: '误列', endingMine: true, withdrawnAt: null })
    expect(await own(wu)).toMatchObject({ endingMine: false })
    expect((await as(wu).get('/notifications')).body.rows).toMatchObject([
      { about: { kind: 'list', id: 'own-blocked' } },
    ])
    expect((await send('withdraw', li, {})).body).toMatchObject({ code: 'refused', clause: 'I2' })
    // it may be turned down, and asked for again
    expect((await send('keep', wu, { reason: '仍有往来' })).status).toBe(200)
    expect((await own()).endingBy).toBeNull()
    expect((await send('withdraw', wu, {})).body).toMatchObject({ code: 'refused' })
    await ask(li, '误列')
    expect((await send('withdraw', zhou, {})).status).toBe(403)
    const { body } = await send('withdraw', wu, {})
    expect(await taskEnded(as, li, body.task)).toMatchObject({ state: 'done', result: { suppliers: 2 } })
    expect(await asked('S-1')).toEqual([['condition', '尚未作制裁名单筛查']])
    expect(await gates()).toBeGreaterThan(before)
    // it stays on record, with who withdrew it and why
    expect(await screeningOf('S-1')).toMatchObject({
      decision: 'the-same',
      withdrawn: { on: '2026-05-01', by: 'Wu', reason: '误列' },
    })
    expect((await own()).versions[0]).toMatchObject({ version: 3, what: 'withdrawn', why: '误列', by: 'Wu' })
    expect((await ask(li, '误列', 3)).body).toMatchObject({ code: 'refused' })
    expect((await as(zhou).post('/suppliers/S-1/screen', {})).body).toMatchObject({ code: 'refused' })
    const { rows } = (await as(li).get('/events?type=screening-list.withdrawn')).body
    expect(rows).toMatchObject([
      { subject: 'own-blocked', clause: 'I2', actor: 'Wu', body: { proposed: { by: 'Li' } } },
    ])
    expect(faults).toEqual([])
  })

  it('is in force again once a file of it is adopted, held against the last one', async () => {
    const { body } = await adopt(`${HEADER}\n示例伞业,,CN,三次售假\n`)
    expect(body).toMatchObject({ version: 4, difference: { added: 0, changed: 1, removed: 1 } })
    expect((await own()).withdrawnAt).toBeNull()
    expect((await screeningOf('S-1')).withdrawn).toBeUndefined()
    expect((await as(li).get('/screening-lists/own-blocked/versions/4/changes?what=removed')).body.rows).toMatchObject([
      { party: '南岸商行', after: null },
    ])
  })
})
