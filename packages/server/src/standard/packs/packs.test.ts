import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Instant } from '@haixuan/domain/kernel/day'
import { replayDecisions } from '@haixuan/interchange/verify/replay-decisions'
import { verifyArchive } from '@haixuan/interchange/verify/verify-archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../../test/support/test-worker.ts'
import type { House } from '../../house.ts'
import { exportArchive } from '../../improve/archive/export-archive.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { asSystem } from '../../platform/database/scope.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection', 'sourcing', 'quality')
const wang = person('a', 'Wang', 'legal')
const mallory = person('b', 'Mallory', 'legal', 'selection', 'sourcing')
const file = path.join(tmpdir(), `haixuan-pack-${process.pid}.zip`)
afterAll(() => rmSync(file, { force: true }))

let as: ReturnType<typeof asking>
let house: House
let faults: unknown[]

const rule = (id: string, body: string, more = '') => `
  - id: ${id}
    clause: I3
    topic: product
    title: { zh: 内控, en: House rule }
    in-force: { from: 2026-01-01 }
    ${body}
    severity: block
    statutory: false
    owner: quality
    remedy: { zh: 请补充, en: Provide it }
    source: { act: 内控手册, article: '3.2', status: recorded-from-memory }${more}
`
const packOf = (...rules: string[]) => `market: sg\nrules:${rules.join('')}`
const CARE = rule('sg.own.care', 'requires: { label: [care-symbols] }')
const propose = (yaml: string, more: object = {}, by = lin) =>
  as(by).post('/rule-packs', { id: 'house', name: '内控规则', yaml, reason: '退货多因洗护不当', ...more })
const adopt = (version: number, more: object = {}, by = wang) =>
  as(by).post('/rule-packs/house/adopt', { version, from: '2026-05-01', ...more })
const findingsOf = async (of = 'rain', product = 'P-1', by = lin) => {
  const { body } = await as(by).get(`/projects/${of}/products/${product}`)
  return (body.findings as { rule?: string; source?: string; state: string; statutory: boolean }[]).filter((f) =>
    f.rule?.startsWith('sg.own.'),
  )
}
const decided = async () => {
  for (const { id } of (await as(lin).get('/tasks?limit=100')).body.rows) await taskEnded(as, lin, id)
}

beforeAll(async () => {
  const { db, connection } = await testDatabase()
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  house = testHouse(db, clock)
  as = asking(await testApp(house))
  await asSystem(db, (tx) =>
    tx
      .insertInto('member')
      .values(
        [lin, wang].map(({ org, user, name, roles }) => ({
          org_id: org,
          user_id: user,
          name,
          email: `${name}@a.example`,
          roles: [...roles],
        })),
      )
      .execute(),
  )
  ;({ faults } = testWorker(house, connection))
  const products = [1, 2, 3].map((n) => umbrella(`P-${n}`, `折叠伞 ${n} 号`))
  await projectWith(as, lin, 'rain', products)
  await projectWith(as, mallory, 'rain', products)
})

/** What Today says waits for a person's yes, of packs. */
const waiting = async (who: typeof lin) =>
  (await as(who).get('/today')).body.awaiting.filter((a: { kind: string }) => a.kind === 'pack')

describe('G2, M3 · rules of an organisation’s own', () => {
  it('are refused with line, field and remedy', async () => {
    const { status, body } = await propose(packOf(CARE.replace('care-symbols', 'no-such')), { file: '内控.yaml' })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      place: '内控.yaml:8',
      field: 'rules[0].requires.label',
      remedy: { zh: expect.stringContaining('请') },
    })
    const looser = rule('sg.own.x', 'sets: { vat: { rate: "0.01" } }')
    expect((await propose(packOf(looser))).body).toMatchObject({
      field: 'rules[0].sets.vat.rate',
      place: 'pack.yaml:8',
    })
    expect((await propose(packOf(CARE.replace('sg.own.care', 'sg.care')))).body.remedy.en).toContain('sg.own.care')
  })

  it('wait for a second person, who is told', async () => {
    expect((await propose(packOf(CARE))).body).toEqual({ id: 'house', version: 1, market: 'sg', rules: 1 })
    const { rows } = (await as(wang).get('/notifications')).body
    expect(rows).toMatchObject([
      {
        kind: 'pack-proposed',
        about: { kind: 'pack', id: 'house' },
        text: { zh: 'Lin 上传了规则包《内控规则》，待另一人启用' },
      },
    ])
    expect(await waiting(wang)).toEqual([expect.objectContaining({ subject: 'house', name: '内控规则', by: 'Lin' })])
    // not of who uploaded it, of other roles or organisations
    for (const who of [lin, person('a', 'Hu', 'host'), mallory]) expect(await waiting(who)).toEqual([])
  })

  it('show what they would hold before they are adopted, and change nothing by it', async () => {
    const { task } = (await as(lin).post('/rule-packs/house/foresee', { version: 1 })).body
    const { result } = await taskEnded(as, lin, task)
    expect(result).toMatchObject({ products: 3, changed: 3, projects: 1 })
    expect(result.effects[0].gained).toEqual([
      expect.objectContaining({ rule: 'sg.own.care', by: 'law', source: '内控规则 v1: 内控手册, 3.2' }),
    ])
    expect(await findingsOf()).toEqual([])
  })

  it('are adopted by a second person, from today on', async () => {
    expect((await adopt(1, {}, person('a', 'Lin', 'legal'))).body).toMatchObject({ code: 'refused', clause: 'M3' })
    expect((await adopt(1, { from: '2026-04-30' })).body).toMatchObject({ code: 'refused' })
    expect((await adopt(1, {}, person('a', 'Hu', 'host'))).status).toBe(403)
    expect((await adopt(1, {}, mallory)).status).toBe(404)
    expect((await adopt(1)).body).toEqual({ id: 'house', version: 1, projects: ['rain'] })
    expect((await adopt(1)).status).toBe(409)
    expect(await waiting(wang)).toEqual([])
    await decided()
    expect(await findingsOf()).toEqual([
      expect.objectContaining({
        rule: 'sg.own.care',
        source: '内控规则 v1: 内控手册, 3.2',
        statutory: false,
        state: 'missing',
      }),
    ])
    const log = (await as(lin).get('/events?subject=pack:house')).body.rows
    expect(log.map((e: { type: string; actor: string }) => [e.type, e.actor])).toEqual(
      expect.arrayContaining([
        ['rule-pack.proposed', 'Lin'],
        ['rule-pack.adopted', 'Wang'],
      ]),
    )
  })

  it('stand in the law that people look up, and bind what is recorded from then on', async () => {
    const { rows } = (await as(lin).get('/standard/rules?market=sg&q=sg.own')).body
    expect(rows).toMatchObject([{ id: 'sg.own.care', pack: { name: '内控规则 v1' } }])
    await as(lin).post('/projects/rain/products', { listings: [umbrella('P-4', '折叠伞 4 号')] })
    expect((await findingsOf('rain', 'P-4')).length).toBe(1)
  })

  it('are nothing to another organisation', async () => {
    expect((await as(mallory).get('/standard/rules?market=sg&q=sg.own')).body.rows).toEqual([])
    expect((await as(mallory).get('/rule-packs')).body.rows).toEqual([])
    expect(await findingsOf('rain', 'P-1', mallory)).toEqual([])
  })

  it('follow one another by version, and end on a day with those they bound decided again', async () => {
    const brand = rule('sg.own.brand', 'requires: { fact: product.brand }')
    expect((await propose(packOf(brand))).body.version).toBe(2)
    expect((await adopt(2)).status).toBe(200)
    await decided()
    expect((await findingsOf()).map((f) => f.rule)).toEqual(['sg.own.brand'])
    const { versions } = (await as(lin).get('/rule-packs/house')).body
    expect(
      versions.map((v: { version: number; standing: string; added: string[]; gone: string[] }) => [
        v.version,
        v.standing,
        v.added,
        v.gone,
      ]),
    ).toEqual([
      [2, 'in-force', ['sg.own.brand'], ['sg.own.care']],
      [1, 'ended', ['sg.own.care'], []],
    ])
    // the stream is on 2026-06-06: from that day on it is no longer bound
    const ask = (from: string) => as(wang).post('/rule-packs/house/propose-withdrawal', { from, reason: '并入法规' })
    const confirm = (by: Actor, version = 2) => as(by).post('/rule-packs/house/withdraw', { version })
    expect((await confirm(lin)).body).toMatchObject({ code: 'refused', clause: 'M3' })
    expect((await ask('2026-04-30')).body).toMatchObject({ code: 'refused' })
    expect((await ask('2026-06-07')).status).toBe(200)
    expect((await ask('2026-06-07')).body).toMatchObject({ code: 'refused' })
    expect((await as(lin).get('/notifications')).body.rows[0]).toMatchObject({ kind: 'withdrawal-proposed' })
    // nobody withdraws alone what it took two to adopt
    expect((await confirm(wang)).body).toMatchObject({ code: 'refused', clause: 'M3' })
    const asked = (await as(wang).get('/rule-packs/house')).body.versions[0]
    expect(asked).toMatchObject({ standing: 'in-force', until: null, endingBy: 'Wang', endingMine: true })
    expect((await as(lin).post('/rule-packs/house/keep', { version: 2, reason: '再等一周' })).status).toBe(200)
    expect((await confirm(lin)).body).toMatchObject({ code: 'refused' })
    await ask('2026-06-07')
    expect((await confirm(lin, 1)).body).toMatchObject({ code: 'refused' })
    expect((await confirm(lin)).body).toEqual({ id: 'house', version: 2, projects: expect.any(Array) })
    await decided()
    expect((await findingsOf()).length).toBe(1)
    expect((await as(lin).get('/events?type=rule-pack.withdrawn')).body.rows).toMatchObject([
      { actor: 'Lin', body: { until: '2026-06-07', reason: '并入法规', proposed: { by: 'Wang' } } },
    ])
    expect((await ask('2026-06-06')).status).toBe(409)
    expect((await propose(packOf(CARE))).body.version).toBe(3)
    expect((await as(wang).post('/rule-packs/house/reject', { version: 3, reason: '重复' })).status).toBe(200)
    expect(faults).toEqual([])
  })

  it('may list words that are not said: found in a product’s texts, with the pack as their source', async () => {
    const words = `market: sg
words:
  - id: sg.own.words.plain
    language: zh
    words: [涤纶伞面]
    what: { zh: 不以面料作卖点, en: The cloth is no selling point }
    remedy: { zh: 请改为说明防水等级, en: Say how waterproof it is }
    severity: note
    from: 2026-01-01
`
    expect((await propose(words)).body).toMatchObject({ version: 4, rules: 1 })
    expect((await adopt(4)).status).toBe(200)
    await decided()
    expect(await findingsOf()).toContainEqual(
      expect.objectContaining({
        check: 'product.words.allowed',
        clause: 'I3',
        rule: 'sg.own.words.plain',
        severity: 'note',
        source: '内控规则 v4: 组织用语规范 House wording',
        // after 八骨，
        span: { field: 'description', from: 3, to: 7, words: '涤纶伞面' },
      }),
    )
    expect(faults).toEqual([])
  })

  it('go into the archive, whose decisions come out the same from it alone', async () => {
    await exportArchive(house, { org: 'a', of: 'project', project: 'rain' }, file)
    const verdict = await verifyArchive(file, { replay: await replayDecisions() })
    expect(verdict).toMatchObject({ ok: true, problems: [] })
  })
})
