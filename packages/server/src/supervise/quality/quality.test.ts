import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const clock = { now: '2026-05-20T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const gu = person('a', 'Gu', 'quality')
const he = person('a', 'He', 'sourcing')

let as: ReturnType<typeof asking>
let supplier: string
beforeAll(async () => {
  const { db } = await testDatabase()
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  as = asking(await testApp(testHouse(db, clock)))
  await as(lin).post('/suppliers', { id: 'S-1', name: '示例伞业有限公司', country: 'CN', kind: 'manufacturer' })
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞'), umbrella('U-2', '长柄雨伞')])
  for (const sku of ['U-1', 'U-2'])
    await as(lin).post(
      `/projects/june/products/${sku}/fix-class`,
      { class: 'household' },
      { version: (await as(lin).get(`/projects/june/products/${sku}`)).body.version },
    )
  supplier = (await as(lin).get('/projects/june/products/U-1')).body.supplier
}, 60_000)

const of = (sku: string, verb: string) => `/projects/june/products/${sku}/${verb}`
const minute = () => {
  clock.now = new Date(Date.parse(clock.now) + 60_000).toISOString() as Instant
}
const inspect = (id: string, found: number[], more: object = {}) => {
  minute()
  return as(gu).post(of('U-1', 'inspect-lot'), { id, found, ...more })
}
const putUp = (id: string, more: object = {}) => {
  minute()
  return as(he).post(of('U-1', 'put-up-lot'), { id, units: 1000, ...more })
}
const lot = async (id: string) => (await as(lin).get(of('U-1', `lots/${id}`))).body

describe('a lot', () => {
  it('is put up by the classes of the standard, and shown with its plan', async () => {
    const done = await putUp('L-1')
    expect(done, JSON.stringify(done.body)).toMatchObject({
      status: 201,
      body: { lot: 'L-1', severity: 'normal', verdict: 'waiting', nonconformity: null },
    })
    // 1,000 units at level II are letter J, 80 units: AQL 2.5 takes 5, AQL 4.0 takes 7 (ISO 2859-1, Table 2-A)
    const shown = await lot('L-1')
    expect(shown.classes.map((c: { class: string; plan: object }) => [c.class, c.plan])).toMatchObject([
      ['critical', { samples: [80], accept: [0], reject: [1] }],
      ['major', { lotCode: 'J', code: 'J', samples: [80], accept: [5], reject: [6] }],
      ['minor', { samples: [80], accept: [7], reject: [8] }],
    ])
    expect(shown.curve.points[0]).toEqual({ share: 0, chance: 1 })
    expect((await as(he).post(of('U-1', 'put-up-lot'), { id: 'L-1', units: 10 })).body.code).toBe('already-exists')
  })

  it('is inspected by its plan; the plan is not changed meanwhile, nor more found than was taken', async () => {
    const classes = [
      { class: 'critical', found: [0] },
      { class: 'minor', aql: '4.0', found: [2] },
    ]
    expect((await as(he).post(of('U-1', 'inspect-lot'), { id: 'L-1', found: [0] })).status).toBe(403)
    expect((await inspect('L-1', [1], { aql: '4.0' })).body).toMatchObject({ code: 'bad-input', field: 'aql' })
    expect((await inspect('L-1', [81], { classes })).body).toMatchObject({ code: 'bad-input', field: 'found' })
    const defects = [{ class: 'minor', what: '线头未剪', units: 2 }]
    expect((await inspect('L-1', [1], { classes, defects })).body).toMatchObject({ verdict: 'accepted' })
    expect((await inspect('L-1', [0], { classes })).body).toMatchObject({ code: 'refused', clause: 'S1' })
    expect(await lot('L-1')).toMatchObject({ by: 'Gu', nonconforming: 3, sampled: 80, verdict: 'accepted' })
    const { findings } = (await as(lin).get('/projects/june/products/U-1')).body
    expect(findings.map((f: { check: string }) => f.check)).not.toContain('lot.accepted')
  })

  it('that is refused opens a nonconformity, blocks its product, and may be put up again', async () => {
    await putUp('L-2')
    // one class is enough to refuse a lot
    const classes = [
      { class: 'critical', found: [0] },
      { class: 'minor', aql: '4.0', found: [0] },
    ]
    const all = await inspect('L-2', [6], { classes, defects: [{ class: 'major', what: '伞骨断裂', units: 6 }] })
    expect(all.body).toMatchObject({ verdict: 'refused', nonconformity: expect.stringMatching(/^NC-/) })
    const blocked = (await as(lin).get('/projects/june/products/U-1')).body.findings
    expect(blocked.find((f: { check: string }) => f.check === 'lot.accepted').what.zh).toContain('L-2')
    expect((await putUp('L-1b', { resubmits: 'L-1' })).body).toMatchObject({ code: 'refused' })
    await putUp('L-2b', { resubmits: 'L-2' })
    expect((await inspect('L-2b', [0], { classes })).body.verdict).toBe('accepted')
    const after = (await as(lin).get('/projects/june/products/U-1')).body.findings
    expect(after.map((f: { check: string }) => f.check)).not.toContain('lot.accepted')
    expect((await as(lin).get('/lots?verdict=refused')).body.rows).toMatchObject([{ id: 'L-2', superseded: true }])
  })

  it('is found by number, words, supplier and verdict, page by page', async () => {
    const ids = async (query: string) => {
      const { body } = await as(lin).get(`/lots?${query}`)
      if (!body.rows) throw new Error(JSON.stringify(body))
      return { ids: body.rows.map((r: { id: string }) => r.id), next: body.next }
    }
    const first = await ids('sort=at&limit=2')
    expect(first.ids).toEqual(['L-1', 'L-2'])
    expect((await ids(`sort=at&limit=2&cursor=${first.next}`)).ids).toEqual(['L-2b'])
    expect((await ids(`q=${encodeURIComponent('折叠')}&sort=at`)).ids).toHaveLength(3)
    expect((await ids('q=2b')).ids).toEqual(['L-2b'])
    expect((await ids(`supplier=${supplier}&project=june&class=household`)).ids).toHaveLength(3)
    expect((await as(person('b', 'Eve', 'owner')).get('/lots')).body.rows).toEqual([])
  })
})

describe('switching by the lots of a supplier and class', () => {
  const state = async () => (await as(gu).get(`/suppliers/${supplier}/switching`)).body.rows[0]
  it('tightens after two refused of five, and no one inspects more lightly', async () => {
    expect(await state()).toMatchObject({ severity: 'normal', lots: [{ id: 'L-1' }, { id: 'L-2', accepted: false }] })
    expect((await inspect('L-3', [6], { units: 1000 })).body).toMatchObject({ severity: 'normal', verdict: 'refused' })
    expect(await state()).toMatchObject({ severity: 'tightened' })
    expect((await inspect('L-4', [0], { units: 1000, severity: 'normal' })).body).toMatchObject({ clause: 'S1' })
    expect((await putUp('L-4')).body.severity).toBe('tightened')
    // Table 2-B: letter J at AQL 2.5 takes 3
    expect((await lot('L-4')).classes[1].plan).toMatchObject({ samples: [80], accept: [3] })
  })

  it('stops after five refused under tightened, and begins tightened again once the cause is corrected', async () => {
    for (const n of [5, 6, 7, 8, 9])
      expect((await inspect(`L-${n}`, [4], { units: 1000 })).body, `L-${n}`).toMatchObject({ verdict: 'refused' })
    expect(await state()).toMatchObject({ discontinued: true })
    expect((await putUp('L-10')).body).toMatchObject({
      code: 'refused',
      remedy: { zh: expect.stringContaining('整改') },
    })
    const resume = { class: 'household', reason: '更换伞骨供应商并经验证' }
    minute()
    expect((await as(gu).post(`/suppliers/${supplier}/resume-acceptance`, resume)).status).toBe(200)
    expect(await state()).toMatchObject({ discontinued: false, severity: 'tightened', lots: [] })
    expect((await as(gu).post(`/suppliers/${supplier}/resume-acceptance`, resume)).body.code).toBe('refused')
    expect((await putUp('L-10')).body).toMatchObject({ severity: 'tightened' })
  })

  it('reduces only where it is agreed to', async () => {
    const agree = { class: 'household', reason: '产线稳定，连续合格', allowed: true }
    expect((await as(he).post(`/suppliers/${supplier}/allow-reduced-inspection`, agree)).status).toBe(403)
    expect((await as(gu).post(`/suppliers/${supplier}/allow-reduced-inspection`, agree)).status).toBe(200)
    expect(await state()).toMatchObject({ reduced: true })
  })
})

describe('a nonconformity', () => {
  it('is listed by what is due, and goes from containment to effect with evidence and two people', async () => {
    const [{ id, version, lot: of }] = (await as(lin).get('/nonconformities?state=open&sort=opened&next=containment'))
      .body.rows
    expect(of).toBe('L-2')
    const opened = clock.now.slice(0, 10)
    expect((await as(lin).get(`/nonconformities/${id}`)).body).toMatchObject({
      class: 'major',
      next: 'containment',
      openedBy: 'Gu',
    })
    const take = (who: typeof gu, step: object, at: number) =>
      as(who).post(`/nonconformities/${id}/take-step`, { evidence: ['f'], ...step }, { version: at })
    expect((await take(gu, { step: 'cause', what: '热处理不足' }, version)).body).toMatchObject({ clause: 'S1' })
    expect((await take(gu, { step: 'containment', what: '整批隔离停售' }, version)).body).toMatchObject({
      version: version + 1,
      next: 'cause',
    })
    expect((await take(he, { step: 'cause', what: '热处理不足' }, version)).status).toBe(412)
    await take(he, { step: 'cause', what: '热处理温度不足' }, version + 1)
    expect((await take(he, { step: 'action', what: '更换热处理设备', evidence: [] }, version + 2)).body.clause).toBe(
      'S1',
    )
    await take(he, { step: 'action', what: '更换热处理设备' }, version + 2)
    const effect = { step: 'effect', what: '连续三批合格', effective: true }
    expect((await take(he, effect, version + 3)).body).toMatchObject({ code: 'refused' })
    expect((await take(gu, effect, version + 3)).body).toMatchObject({ next: null, due: null })
    expect((await as(lin).get('/nonconformities?state=closed')).body.rows.map((r: { id: string }) => r.id)).toEqual([
      id,
    ])
    expect((await as(lin).get(`/events?type=nonconformity.followed`)).body.rows).toHaveLength(4)
    expect(opened).toBe('2026-05-20')
  })
})

it('a scorecard tells what was found and what came back', async () => {
  await as(person('a', 'Qin', 'service')).post('/projects/june/results', {
    rows: [{ product: 'U-1', counts: { orders: 200, 'not-as-described': 4, 'late-deliveries': 10 } }],
  })
  const { body } = await as(lin).get(`/suppliers/${supplier}/scorecard`)
  expect(body.counts).toMatchObject({
    'lots-inspected': 9,
    'lots-accepted': 2,
    'lots-refused': 7,
    orders: 200,
    'nonconformities-closed': 1,
  })
  // 0.4 × 2/9 + 0.3 × 196/200 + 0.2 × 190/200 + 0.1 × 4/4 = 0.088889 + 0.294 + 0.19 + 0.1 = 0.672889
  expect(body).toMatchObject({ score: 67.3, grade: 'D' })
  const { rows } = (await as(lin).get('/supplier-scorecards?sort=-refused')).body
  expect(body).toMatchObject(rows[0])
  expect((await as(person('b', 'Eve', 'owner')).get(`/suppliers/${supplier}/scorecard`)).status).toBe(404)
})

it('a plan is told without a lot', async () => {
  const { body } = await as(lin).get('/sampling-plan?units=2000&aql=1.5&type=double')
  expect(body.plan).toMatchObject({ samples: [80, 80], accept: [2, 6], reject: [5, 7], code: 'K' })
  expect((await as(lin).get('/sampling-plan?aql=2.0')).body).toMatchObject({ code: 'bad-input' })
})
