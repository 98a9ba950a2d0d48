import { runChecks } from '@haixuan/domain/gate/check'
import { closureChecks } from '@haixuan/domain/improve/checks'
import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { asSystem } from '../../platform/database/scope.ts'
import { rulesForPlan } from './store.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const fa = person('a', 'Fa', 'legal')
const luo = person('a', 'Luo', 'legal')
const shen = person('a', 'Shen', 'host')
const wei = person('a', 'Wei', 'host')
const au = person('a', 'Au', 'auditor')

let as: ReturnType<typeof asking>
let db: Db
beforeAll(async () => {
  db = (await testDatabase()).db
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  as = asking(await testApp(testHouse(db, clock)))
  for (const name of ['Shen', 'Wei']) await joins(name)
})
const joins = (name: string) =>
  asSystem(db, (tx) =>
    tx
      .insertInto('member')
      .values({ org_id: 'a', user_id: name, name, email: `${name}@people.example`, roles: ['host'], supplier_id: null })
      .execute(),
  )

const rule = {
  id: 'host-conduct',
  title: '主播行为规范',
  text: '不得虚构原价。',
  acknowledges: { people: ['Fa'], roles: ['host'] },
  questions: [{ question: '可否虚构原价？', answers: ['可以', '不可以'], right: 1 }],
}
const path = '/management-rules/host-conduct'
const listed = async () => (await as(fa).get('/management-rules')).body.rows[0]
/** what the closure gate finds of T1 */
const found = async () => {
  const plan = { 'management-rules': await asSystem(db, (tx) => rulesForPlan(tx, 'a')) }
  const rules = closureChecks.filter((c) => c.id === 'management-rules.acknowledged')
  return runChecks(rules, { id: 'june', plan } as never).map((f) => f.what.en)
}

describe('a management rule', () => {
  it('is missing at closure until one is published', async () => {
    expect(await found()).toEqual(['No management rules are on record'])
    expect((await as(shen).post('/management-rules', rule)).status).toBe(403)
    expect(await as(fa).post('/management-rules', rule)).toMatchObject({
      status: 201,
      body: { id: 'host-conduct', version: 1 },
    })
    expect(await listed()).toMatchObject({
      version: 1,
      published: '2026-05-01',
      must: ['Fa', 'Shen', 'Wei'],
      lacking: ['Fa', 'Shen', 'Wei'],
    })
    expect(await found()).toEqual(['Rule host-conduct version 1 is not acknowledged by Fa, Shen, Wei'])
  })

  it('is acknowledged by each person themselves, once they answer its test', async () => {
    const shown = (await as(shen).get(path)).body
    expect(shown.questions).toEqual([{ question: '可否虚构原价？', answers: ['可以', '不可以'] }])
    const sign = (who: typeof shen, answers: number[], version = 1) =>
      as(who).post(`${path}/acknowledge`, { version, answers })
    expect((await sign(shen, [0])).body).toMatchObject({ code: 'refused', clause: 'T1' })
    expect((await sign(au, [1])).status).toBe(403)
    expect((await sign(shen, [1], 2)).body.code).toBe('stale')
    for (const who of [shen, shen, wei, fa]) expect((await sign(who, [1])).status).toBe(200)
    expect((await as(fa).get('/events?type=management-rule.acknowledged')).body.rows).toHaveLength(3)
    expect(await found()).toEqual([])
    expect((await as(shen).get('/management-rules?mine=true')).body.rows).toEqual([])
  })

  it('asks whoever joins later too, and everyone again for a new version', async () => {
    await joins('Neu')
    expect((await listed()).lacking).toEqual(['Neu'])
    expect((await as(fa).post('/management-rules', rule, { version: 7 })).status).toBe(412)
    const next = { ...rule, text: '不得虚构原价，不得冒用他人肖像。', changes: '增加肖像权' }
    expect((await as(fa).post('/management-rules', next, { version: 1 })).body.version).toBe(2)
    expect((await listed()).lacking).toEqual(['Fa', 'Neu', 'Shen', 'Wei'])
    const first = (await as(wei).get(`${path}?version=1`)).body
    expect(first).toMatchObject({ text: rule.text, lacking: ['Neu'], versions: [1, 2] })
  })
})

describe('a breach', () => {
  it('is recorded, appealed against by the person, and decided by a third', async () => {
    const what = { person: 'Shen', what: '虚构划线价', measure: '停播一场' }
    const { body } = await as(fa).post(`${path}/record-breach`, what)
    const appeal = (who: typeof wei) => as(who).post(`/breaches/${body.id}/appeal`, { reason: '该价格有成交记录' })
    expect((await appeal(wei)).body.clause).toBe('T1')
    expect((await appeal(shen)).body.version).toBe(2)
    const decide = (who: typeof fa) =>
      as(who).post(`/breaches/${body.id}/decide`, { decision: 'lifted', reason: '核实有成交记录' }, { version: 2 })
    expect((await decide(fa)).body.clause).toBe('T1')
    expect((await decide(luo)).body.version).toBe(3)
    const { rows } = (await as(fa).get('/breaches?state=lifted')).body
    expect(rows).toMatchObject([
      { person: 'Shen', rule: 'host-conduct', ruleVersion: 2, record: { decision: { by: 'Luo' } } },
    ])
    expect((await as(person('b', 'Eve', 'owner')).get('/breaches')).body.rows).toEqual([])
  })
})
