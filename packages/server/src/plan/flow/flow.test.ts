import type { Judged } from '@haixuan/domain/gate/gate'
import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const he = person('a', 'He', 'quality')

type Node = { clause: string; passed: number; conditional: number; open: number; waiting: number }
type Step = Node & { step: string; subject: string; subjects: number; nodes: Node[] }
type Blocker = { kind: string; check: string; subjects: number; findings: number }
type Owed = { owner: string; due: string; findings: number }

let as: ReturnType<typeof asking>
let flow: { stages: { steps: Step[] }[]; blockers: Blocker[]; blockerKinds: number; owes: Owed[] }
let findings: (Judged & { of: string })[]

const rowsOf = async (path: string) => {
  const rows: { id: string; subject: string }[] = []
  for (let cursor = ''; ; ) {
    const { status, body } = await as(lin).get(`${path}&limit=20${cursor}`)
    expect(status).toBe(200)
    rows.push(...body.rows)
    if (!body.next) return { rows, total: body.total as number }
    cursor = `&cursor=${body.next}`
  }
}
const step = (name: string) => flow.stages.flatMap((s) => s.steps).find((s) => s.step === name) as Step

beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  await projectWith(as, lin, 'june', [
    umbrella('U-1', '晴雨两用折叠伞'),
    umbrella('U-2', '全网最低价的折叠伞', { description: '三天根治一切。', images: [] }),
    umbrella('U-3', '婴儿玩具', { category: ['玩具'], seller: '另一家示例商行' }),
  ])
  const asked = { check: 'product.sample.sealed', subject: 'U-1', reason: '样品已在途，下周可到', until: '2026-12-31' }
  await as(lin).post('/projects/june/ask-waiver', asked)
  await as(he).post('/projects/june/grant-waiver', { check: asked.check, subject: asked.subject })
  const { body } = await as(lin).get('/projects/june/products/U-1')
  const fixed = await as(lin).post(
    '/projects/june/products/U-1/fix-role',
    { role: 'traffic' },
    { version: body.version },
  )
  expect(fixed.status).toBe(200)
  flow = (await as(lin).get('/projects/june/flow')).body
  findings = []
  for (const id of ['U-1', 'U-2', 'U-3'])
    for (const f of (await as(lin).get(`/projects/june/products/${id}`)).body.findings) findings.push({ ...f, of: id })
}, 60_000)

describe('the flowchart of a project', () => {
  it('stands open at a clause by a recorded fact, provisional by what is missing or waived, else it is passed', () => {
    // counted from the findings of each product, which are shown to people, not from the flowchart's own statement
    for (const gate of ['product', 'cooperation', 'on-air'])
      for (const node of step(gate).nodes) {
        const blocks = findings.filter((f) => f.gate === gate && f.clause === node.clause && f.severity === 'block')
        const open = new Set(blocks.filter((f) => f.state === 'wrong' && !f.waived).map((f) => f.of))
        const held = new Set(blocks.map((f) => f.of))
        const told = { open: node.open, conditional: node.conditional, passed: node.passed }
        expect(told, `${gate} ${node.clause}`).toEqual({
          open: open.size,
          conditional: held.size - open.size,
          passed: 3 - held.size,
        })
      }
    expect(findings.some((f) => f.waived)).toBe(true)
  })

  it('has a node for each clause of a gate, and for others that hold it', () => {
    expect(
      step('product')
        .nodes.map((n) => n.clause)
        .slice(0, 3),
    ).toEqual(['I3', 'I4', 'I5'])
    expect(step('supplier')).toMatchObject({ subject: 'supplier', subjects: 2 })
    expect(step('closure').nodes.map((n) => n.clause)).toEqual(['T1', 'T2', 'T3', 'T4'])
  })

  it('does not take for passed what nothing is on record of: no terms, no supplier, so no delivery, settlement, inspection; no role', () => {
    const waits = (name: string, clause: string) => step(name).nodes.find((n) => n.clause === clause)?.waiting
    // three products without terms; of neither seller a record
    expect(['I6', 'I7', 'I8'].map((clause) => waits('cooperation', clause))).toEqual([0, 3, 3])
    expect(['I1', 'I2'].map((clause) => waits('supplier', clause))).toEqual([2, 0])
    // a person has fixed the role of one of three
    expect(['I3', 'I4', 'I5'].map((clause) => waits('product', clause))).toEqual([0, 0, 2])
  })

  it('opens exactly its rows: products and suppliers of every node', async () => {
    for (const [name, path] of [
      ['product', '/projects/june/products'],
      ['cooperation', '/projects/june/products'],
      ['on-air', '/projects/june/products'],
      ['supplier', '/projects/june/suppliers'],
    ] as const)
      for (const node of step(name).nodes)
        for (const state of ['passed', 'conditional', 'open'] as const) {
          const { rows } = await rowsOf(`${path}?gate=${name}&clause=${node.clause}&clauseState=${state}`)
          expect(rows, `${name} ${node.clause} ${state}`).toHaveLength(node[state])
        }
  })

  it('opens exactly its rows: subjects of every blocker, findings of whoever owes', async () => {
    expect(flow.blockers.length).toBe(Math.min(flow.blockerKinds, 12))
    for (const { kind, check, subjects, findings } of flow.blockers) {
      const { rows, total } = await rowsOf(`/work?project=june&role=all&kind=${kind}&check=${check}`)
      expect([total, rows.length]).toEqual([findings, findings])
      expect(new Set(rows.map((r) => r.subject)).size).toBe(subjects)
      if (kind === 'product')
        expect((await rowsOf(`/projects/june/products?check=${check}`)).rows).toHaveLength(subjects)
      if (kind === 'supplier')
        expect((await rowsOf(`/projects/june/suppliers?check=${check}`)).rows).toHaveLength(subjects)
    }
    expect(flow.owes.length).toBeGreaterThan(2)
    for (const { owner, due, findings } of flow.owes)
      expect((await rowsOf(`/work?project=june&role=${owner}&due=${due}`)).rows).toHaveLength(findings)
  })
})

describe('today', () => {
  it('counts what a role owes by its days, and shows the projects with their clocks', async () => {
    const { body } = await as(he).get('/today')
    const owed = flow.owes.filter((o) => o.owner === 'quality').reduce((sum, o) => sum + o.findings, 0)
    expect(body.work.roles).toEqual([{ role: 'quality', findings: owed, overdue: 0, soon: 0 }])
    // 20:00 in Singapore is noon in UTC
    expect(body.projects).toMatchObject([{ id: 'june', starts: '2026-06-06T12:00:00.000Z', mine: owed, slots: 4 }])
  })

  it('asks for the yes of those alone who may give it', async () => {
    const waits = async (who: typeof lin) => (await as(who).get('/today')).body.awaiting
    expect(await waits(lin)).toEqual([])
    expect(await waits(he)).toEqual([])
    expect(await waits(person('a', 'Wang', 'legal'))).toMatchObject([{ kind: 'plan', project: 'june', by: 'Lin' }])
  })
})

describe('a stream that is over', () => {
  const qin = person('a', 'Qin', 'service')
  const owed = async (who: typeof lin) => (await as(who).get('/work?limit=50')).body.rows

  it('owes its closure, no papers', async () => {
    clock.now = '2026-06-07T08:00:00.000Z' as Instant
    const { blockers, owes } = (await as(lin).get('/projects/june/flow')).body
    expect(blockers).toEqual([])
    // results.returned of the domain: thirty days after the stream of 6 June
    expect(owes).toEqual([{ owner: 'service', due: '2026-07-06', subjects: 1, findings: 1 }])
    expect(await owed(he)).toEqual([])
    expect(await owed(qin)).toMatchObject([
      { kind: 'closing', project: 'june', due: '2026-07-06', finding: { clause: 'T2' } },
    ])
    expect((await as(he).get('/today')).body.work).toMatchObject({ findings: 0, overdue: 0 })
    const told = { rows: [{ product: 'U-1', counts: { orders: 20, returns: 1 } }] }
    await as(qin).post('/projects/june/results', told)
    expect(await owed(lin)).toMatchObject([{ kind: 'closing', subject: 'june', finding: { owner: 'selection' } }])
  })

  it('owes its cases by their days, steps of nonconformities, and suggestions', async () => {
    const bought = { id: 'O-1', day: '2026-06-06', delivered: '2026-06-07', currency: 'SGD' }
    const order = { ...bought, lines: [{ id: '1', quantity: 1, price: '19.90' }] }
    const asked = { kind: 'defect', requested: '2026-06-07', wants: 'refund' }
    const buyer = { email: 'erika@muster.example' }
    const opened = await as(qin).post('/cases', {
      market: 'sg',
      order,
      case: asked,
      buyer,
      project: 'june',
      product: 'U-1',
    })
    await as(he).post('/projects/june/products/U-1/nonconformities', { class: 'major', what: '伞骨断裂两把' })
    const idea = { about: 'product', what: '改用加粗伞骨', why: '断裂两把', indicator: 'return-rate' }
    await as(he).post('/projects/june/suggestions', idea)
    expect(await owed(qin)).toMatchObject([
      { kind: 'case', subject: opened.body.id, title: '晴雨两用折叠伞', due: opened.body.due, project: 'june' },
    ])
    // a day for containment: standard/quality.yaml
    expect(await owed(he)).toMatchObject([{ kind: 'nonconformity', due: '2026-06-08', title: '晴雨两用折叠伞' }])
    expect((await owed(lin)).map((r: { kind: string }) => r.kind).toSorted()).toEqual(['closing', 'suggestion'])
    const { owes } = (await as(lin).get('/projects/june/flow')).body
    for (const { owner, due, findings } of owes as Owed[])
      expect((await rowsOf(`/work?project=june&role=${owner}&due=${due}`)).rows).toHaveLength(findings)
    expect(owes.length).toBeGreaterThan(2)
  })

  it('is told of a case that is of no stream, too', async () => {
    const order = { day: '2026-05-30', currency: 'SGD', lines: [{ id: '1', quantity: 1, price: '5.00' }] }
    const asked = { kind: 'lost', requested: '2026-06-07' }
    await as(qin).post('/cases', { market: 'sg', order, case: asked, buyer: { phone: '+65 6123 4567' } })
    const { rows } = (await as(qin).get('/work?kind=case')).body
    expect(rows.filter((r: { project: string | null }) => r.project === null)).toHaveLength(1)
  })
})
