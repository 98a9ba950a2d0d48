import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { storing } from '../../../test/support/storing.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Actor } from '../../platform/commands/actor.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'owner')
const gu = person('a', 'Gu', 'quality')
const sun: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }
const NAME = '示例伞业有限公司'

let app: Awaited<ReturnType<typeof testApp>>
let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  app = await testApp(testHouse(db, clock))
  as = asking(app)
  for (const [id, name] of [
    ['S-1', NAME],
    ['S-2', '另一伞厂'],
  ])
    await as(lin).post('/suppliers', { id, name, country: 'CN', kind: 'manufacturer' })
  await projectWith(as, lin, 'june', [
    umbrella('U-1', '晴雨两用折叠伞'),
    umbrella('U-2', '儿童伞', { seller: '另一伞厂' }),
  ])
})
const own = (verb: string, input: object, asked = {}) => as(sun).post(`/suppliers/S-1/${verb}`, input, asked)
const product = (verb: string, input: object) => as(sun).post(`/projects/june/products/U-1/${verb}`, input)

describe('the account of a supplier can do its part', () => {
  it('say who it is, add documents, owners, letters of authorisation, and propose an account', async () => {
    const { version } = (await as(sun).get('/suppliers/S-1')).body
    const who = {
      name: NAME,
      country: 'CN',
      kind: 'manufacturer',
      numbers: [{ country: 'cn', kind: 'uscc', number: '91000000000000001N' }],
      brands: [{ brand: 'Yusan', owner: NAME }],
    }
    const done = [
      await own('identify', who, { version }),
      await own('add-document', { type: 'cn-business-licence', issued: '2020-01-01' }),
      await own('add-beneficial-owner', { name: '王小明', share: '0.8' }),
      await own('add-authorisation', {
        brand: 'Other',
        from: 'Owner',
        to: NAME,
        territory: ['sg'],
        channels: ['all'],
        'valid-from': '2026-01-01',
      }),
      await own('propose-bank-account', { holder: NAME, bank: '某银行', account: '****1234', country: 'CN' }),
    ]
    expect(done.map((d) => d.status)).toEqual([200, 200, 200, 200, 200])
  })
  it('no document that ends before it was issued', async () => {
    const { status, body } = await own('add-document', {
      type: 'iso-9001',
      issued: '2026-05-01',
      expires: '2026-04-30',
    })
    expect([status, body.field]).toEqual([400, 'expires'])
  })

  it('nominate products, which are its own whatever seller they name', async () => {
    const listings = [umbrella('U-9', '长柄伞', { seller: '另一伞厂' })]
    expect((await as(sun).post('/projects/june/products', { listings })).body).toMatchObject({ added: ['U-9'] })
    const { rows } = (await as(sun).get('/suppliers/S-1/products?sort=title')).body
    expect(rows.map((r: { id: string }) => r.id).sort()).toEqual(['U-1', 'U-9'])
    expect((await as(lin).get('/projects/june/products/U-9')).body.supplier).toBe('S-1')
    await projectWith(as, lin, 'july', [umbrella('U-3', '伞', { seller: '另一伞厂' })])
    expect((await as(sun).post('/projects/july/products', { listings })).status).toBe(404)
  })

  it('describe them, hand in certificates and labels, and send samples', async () => {
    await as(gu).post('/projects/june/products/U-1/hand-over-sample', { sample: 'Y-1', state: 'requested' })
    const { version } = (await as(sun).get('/projects/june/products/U-1')).body
    const done = [
      await as(sun).post('/projects/june/products/U-1/describe', { origin: 'CN' }, { version }),
      await product('add-certificate', { type: 'test-report', number: 'T1' }),
      await product('add-label', { statement: 'origin', language: 'en', text: 'Made in China' }),
      await product('hand-over-sample', { sample: 'Y-1', state: 'shipped' }),
    ]
    expect(done.map((d) => d.status)).toEqual([200, 200, 200, 200])
    const { rows } = (await as(sun).get('/suppliers/S-1/products')).body
    expect(rows.find((r: { id: string }) => r.id === 'U-1').samples).toEqual([{ id: 'Y-1', state: 'shipped' }])
  })

  it('see what it owes, each with its remedy and day', async () => {
    const { rows } = (await as(sun).get('/work')).body
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((r: { finding: { owner: string } }) => r.finding.owner === 'supplier')).toBe(true)
    expect(rows[0].finding).toMatchObject({ remedy: { zh: expect.any(String), en: expect.any(String) } })
    const { gates } = (await as(sun).get('/suppliers/S-1')).body
    expect(gates[0].findings.every((f: { owner: string }) => f.owner === 'supplier')).toBe(true)
  })

  it('is told each thing it owes once: its own, of its products, samples, and its steps of nonconformities', async () => {
    const owes = async (who = sun) => (await as(who).get('/suppliers/S-1/owes')).body.rows as Owes[]
    type Owes = { kind: string; what: { zh: string }; due: string; count: number; subjects: { id: string }[] }
    const before = await owes()
    expect(before).toEqual(await owes(gu))
    const said = before.filter((r) => r.kind !== 'sample').map((r) => r.what.zh)
    const findings = [
      ...(await as(sun).get('/suppliers/S-1')).body.gates.flatMap((g: { findings: object[] }) => g.findings),
      ...(await as(sun).get('/projects/june/products/U-1')).body.findings,
    ].filter((f) => f.owner === 'supplier' && f.severity === 'block')
    expect([...new Set(said)].sort()).toEqual([...new Set(findings.map((f) => f.what.zh))].sort())
    expect(before.every((r, i) => i === 0 || (before[i - 1]?.due ?? '') <= r.due)).toBe(true)

    await as(gu).post('/projects/june/products/U-9/hand-over-sample', { sample: 'Y-9', state: 'requested' })
    const opened = await as(gu).post('/projects/june/products/U-1/nonconformities', {
      class: 'major',
      what: '伞骨开焊，三件中有一件',
    })
    const path = `/nonconformities/${opened.body.id}`
    const step = (who: Actor, body: object, version: number) => as(who).post(`${path}/take-step`, body, { version })
    const photo = 'c'.repeat(64)
    const contained = { step: 'containment', what: '已隔离全部在库货品', evidence: [photo] }
    expect((await step(sun, contained, 1)).body.code).toBe('refused')
    expect((await step(gu, contained, 1)).status).toBe(200)
    const now = await owes()
    expect(now.filter((r) => r.kind === 'sample').map((r) => r.subjects.map((s) => s.id))).toEqual([['U-9']])
    expect(now.filter((r) => r.kind === 'nonconformity')).toMatchObject([
      { what: { zh: '不合格的原因尚未查明' }, count: 1, subjects: [{ id: opened.body.id }] },
    ])
    const letter = (await as(lin).get('/templates/fill?kind=supplier-request&record=S-1')).body
    const body = letter.body.map((p: { text: string }) => p.text).join('')
    for (const line of [
      '不合格的原因尚未查明，请查明原因（晴雨两用折叠伞）',
      '样品待寄出，请寄出并登记快递单号（长柄伞）',
    ])
      expect(body).toContain(line)

    expect((await step(sun, { step: 'cause', what: '焊点温度偏低' }, 2)).status).toBe(200)
    expect((await owes()).filter((r) => r.kind === 'nonconformity')).toMatchObject([
      { what: { zh: '不合格尚无纠正措施' } },
    ])
    // files of others are not shown to it
    const evidence = async (who: Actor) => (await as(who).get(path)).body.taken[0].evidence
    expect([await evidence(gu), await evidence(sun)]).toEqual([[photo], []])
    const other: Actor = { ...person('a', 'Moon', 'supplier'), supplier: 'S-2' }
    expect((await as(other).get('/suppliers/S-1/owes')).status).toBe(404)
    expect((await as(other).get(path)).status).toBe(404)
  })

  it('answer a corrective action, which a person of ours closes', async () => {
    const template = (await as(gu).get('/inspection-templates')).body.rows.find((t: { kinds: string[] }) =>
      t.kinds.includes('manufacturer'),
    )
    const items = template.items.map((i: { id: string; max: number }) => ({ id: i.id, score: i.max }))
    const item = items[3].id
    const inspected = {
      template: template.id,
      day: '2026-04-30',
      mode: template.modes[0],
      items,
      'corrective-actions': [{ item, action: '补齐灭火器', due: '2026-05-20' }],
    }
    const path = '/suppliers/S-1/record-inspection'
    const tooMuch = { ...inspected, items: [{ id: item, score: 99 }] }
    expect((await as(gu).post(path, tooMuch)).body).toMatchObject({ code: 'bad-input' })
    expect((await as(gu).post(path, { ...inspected, day: '2026-05-02' })).status).toBe(400)
    expect((await as(gu).post(path, inspected)).status).toBe(200)
    const of = { template: template.id, day: '2026-04-30', item }
    expect((await own('answer-corrective-action', { ...of, text: '已配齐 12 具' })).status).toBe(200)
    expect((await own('close-corrective-action', { ...of, evidence: 'x' })).status).toBe(403)
    const [{ 'corrective-actions': actions }] = (await as(gu).get('/suppliers/S-1')).body.record.inspections
    expect(actions).toMatchObject([{ item, answer: { text: '已配齐 12 具', by: 'Sun', on: '2026-05-01' } }])
    const review = (await as(gu).get('/suppliers/S-1/review?day=2026-05-21')).body
    expect(review.inspections).toMatchObject([{ result: 'conditional', score: 1, overdue: [{ id: item }] }])
    // at 17:00 in UTC it is the next day in Shanghai, where the organisation counts its days
    clock.now = '2026-05-01T17:00:00.000Z' as Instant
    expect((await as(gu).post(path, { ...inspected, day: '2026-05-03' })).status).toBe(400)
    expect((await as(gu).post(path, { ...inspected, day: '2026-05-02', 'corrective-actions': [] })).status).toBe(200)
    clock.now = '2026-05-01T08:00:00.000Z' as Instant
  })

  it('see of the photos of an inspection only those they sent themselves', async () => {
    const template = (await as(gu).get('/inspection-templates')).body.rows.find((t: { kinds: string[] }) =>
      t.kinds.includes('trader'),
    )
    const [theirs, ours] = [await storing(app, gu)('gate.txt', 'gate'), await storing(app, sun)('line.txt', 'line')]
    const [first, ...rest] = template.items.map((i: { id: string; max: number }) => ({ id: i.id, score: i.max }))
    const items = [{ ...first, photos: [theirs, ours] }, ...rest]
    const inspected = { template: template.id, day: '2026-04-29', mode: template.modes[0], items, photos: [theirs] }
    expect((await as(gu).post('/suppliers/S-1/record-inspection', inspected)).status).toBe(200)
    const seenBy = async (who: Actor) => {
      const { inspections } = (await as(who).get('/suppliers/S-1')).body.record
      const { photos, items } = inspections.find((i: { day: string }) => i.day === '2026-04-29')
      return [photos, items[0].photos]
    }
    expect(await seenBy(gu)).toEqual([[theirs], [theirs, ours]])
    expect(await seenBy(sun)).toEqual([[], [ours]])
  })
})

describe('and nothing else', () => {
  it.each([
    ['POST', '/suppliers/S-1/decide', { result: 'qualified' }],
    ['POST', '/suppliers/S-1/record-screening', { list: 'x', 'list-date': '2026-04-01', on: '2026-04-01' }],
    ['POST', '/suppliers/S-1/decide-screening', { list: 'x', decision: 'not-the-same', reason: 'x' }],
    ['POST', '/suppliers/S-1/verify-bank-account', { account: '****1234', how: 'visit' }],
    ['POST', '/suppliers/S-1/reject-bank-account', { account: '****1234', reason: 'x' }],
    ['POST', '/suppliers/S-1/screen', {}],
    ['GET', '/suppliers/S-1/scorecard'],
    ['GET', '/screening-lists'],
    ['POST', '/suppliers/S-2/add-document', { type: 'cn-taxpayer' }],
    ['GET', '/suppliers/S-2'],
    ['GET', '/suppliers/S-2/review'],
    ['POST', '/projects/june/products/U-2/add-certificate', { type: 'test-report' }],
  ])('%s %s is refused', async (method, url, body?: object) => {
    const { status } = method === 'GET' ? await as(sun).get(url) : await as(sun).post(url, body)
    expect([403, 404]).toContain(status)
  })

  it('lists and products of others are empty', async () => {
    expect((await as(sun).get('/suppliers')).body.rows.map((r: { id: string }) => r.id)).toEqual(['S-1'])
    expect((await as(sun).get('/suppliers/S-2/products')).body.rows).toEqual([])
  })
})
