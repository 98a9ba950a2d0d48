import { hash } from 'node:crypto'
import { carryOut, decideSupplierGate, withoutUndefined } from '@haixuan/domain/flow/carry-out'
import { brief, decide, type GateDecision, together } from '@haixuan/domain/flow/decision'
import { makeDesk } from '@haixuan/domain/flow/desk'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { ASSESSED } from '@haixuan/domain/improve/conformity/conformity'
import type { Instant } from '@haixuan/domain/kernel/day'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { commitFields } from '@haixuan/domain/kernel/log/commitment'
import { type Event, isDecision } from '@haixuan/domain/kernel/log/event'
import { project } from '@haixuan/domain/plan/project'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import { listing } from '@haixuan/domain/select/product/listing'
import { supplier } from '@haixuan/domain/select/supplier/supplier'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadStandard } from '../standard/load.ts'
import { replayDecisions } from './replay-decisions.ts'

const standard = loadStandard() as StandardData
const standardHash = hash('sha256', canonicalJson(standard), 'hex')
const AT = '2026-05-01T08:00:00.000Z' as Instant
const PLAN = project.parse({ theme: '雨具', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 1 })
const listed = (sku: string, minor: number) =>
  listing.parse({
    row: 1,
    sku,
    title: `雨伞 ${sku}`,
    description: '',
    images: [],
    category: [],
    variants: [],
    attributes: [],
    price: { minor, currency: 'SGD' },
    language: 'zh',
  })
const SUPPLIER = supplier.parse({ id: 'S-1', name: '伞业', country: 'CN', kind: 'trader' })

let events: Event[]
beforeAll(async () => {
  const facts = {
    id: 'june',
    plan: PLAN,
    listings: [{ ...listed('U-1', 1990), seller: '伞业' }, listed('U-2', 2990)],
    suppliers: [SUPPLIER],
    facts: [],
    offers: [],
    imported: { file: 'made.csv', sha256: '0'.repeat(64), rows: 2, rejected: 0 },
  }
  const outcome = carryOut(facts, makeDesk(standard, PLAN), await loadSolver(), AT, 'Ann')
  events = outcome.events.map(withoutUndefined)
})

/** What is said of each decision of a log: `same`, `withheld` or the fault. */
async function replayed(log: readonly Event[], rules: object = standard): Promise<string[]> {
  const replay = await replayDecisions()
  const said: string[] = []
  for (const [place, decision] of log.entries()) {
    if (!isDecision(decision)) continue
    const rulesHash = hash('sha256', canonicalJson(rules), 'hex')
    const event = (at: number) => log[at]
    const context = { rules, rulesHash, place, event, evidence: () => undefined, withheld: [] }
    const rerun = await replay(decision, context)
    said.push(rerun === undefined ? 'same' : rerun === 'withheld' ? rerun : rerun.map((p) => p.what.en).join())
  }
  return said
}
const all = (said: string) => events.filter(isDecision).map(() => said)
const next = (type: string, subject: string, body: object, at = AT): Event => ({
  seq: events.length,
  at,
  type,
  actor: 'Ann',
  subject,
  clause: 'I2',
  body: withoutUndefined(body) as Event['body'],
})
const supplierDecision = (plan: typeof PLAN, name: string) => {
  const group = { id: 'S-1', name, supplier: { ...SUPPLIER, name }, brands: [] }
  const findings = decideSupplierGate(group, plan, makeDesk(standard, plan))
  return { group, decision: decide('supplier', findings, ['supplier']) }
}

test('a project carried out in one go comes out the same', async () => {
  expect(await replayed(events)).toEqual(all('same'))
})

test('what a record says beside its facts does not matter', async () => {
  const more = events.map((e) =>
    e.type.endsWith('.recorded') ? { ...e, body: { ...e.body, command: 'x', version: 2 } } : e,
  )
  expect(await replayed(more)).toEqual(all('same'))
})

describe('a decision made again', () => {
  test('stands on the records as they are by then, and so does all after it', async () => {
    const { group, decision } = supplierDecision(PLAN, '新名')
    const lineup = events.find((e) => e.type === 'lineup.decided')!
    const again = [...events, next('supplier.recorded', 'S-1', group), next('gate.decided', 'S-1', decision), lineup]
    expect(await replayed(again)).toEqual([...all('same'), 'same', 'same'])
  })

  test('after something else was recorded of the product is found out, and so is a lineup of old facts', async () => {
    const of = (type: string) => events.find((e) => e.type === type && ['U-2', 'june'].includes(e.subject))!
    const decided = events.find((e) => e.type === 'gate.decided' && e.subject === 'U-2')!
    const recorded = (more: object) => ({
      ...of('product.recorded'),
      body: { listing: { ...listed('U-2', 2990), ...more }, supplier: of('product.recorded').body.supplier },
    })
    const claims = recorded({ description: '全球最好的雨伞' })
    expect((await replayed([...events, claims, decided])).at(-1)).toContain('comes out with another findings')
    const { price: _, ...unpriced } = recorded({}).body.listing
    const body = { ...recorded({}).body, listing: unpriced }
    expect((await replayed([...events, { ...claims, body }, of('lineup.decided')])).at(-1)).toContain('another')
  })

  test('past the day of the stream is made as of its own day, and of no other', async () => {
    const later = '2026-07-01T08:00:00.000Z' as Instant
    const { group, decision } = supplierDecision(project.parse({ ...PLAN, date: '2026-07-01' }), '伞业')
    const made = (asOf: string, at: Instant) => [
      ...events,
      next('supplier.recorded', 'S-1', group),
      next('gate.decided', 'S-1', { ...decision, 'as-of': asOf }, at),
    ]
    expect((await replayed(made('2026-07-01', later))).at(-1)).toBe('same')
    expect((await replayed(made('2026-06-06', later))).at(-1)).toContain('another day than its own')
    expect((await replayed(made('2026-07-01', AT))).at(-1)).toContain('another day than its own')
  })
})

describe('decisions on several products in one event', () => {
  const ofProducts = () => events.filter((e) => e.type === 'gate.decided' && e.body.about === 'product')
  const several = (last: Event, all: readonly Event[]): Event => {
    const each = all.map(({ subject, body }) => {
      const { decision } = brief(body as unknown as GateDecision)
      return { id: subject, shared: decision, spans: decision.spans }
    })
    return { ...last, subject: 'june', body: together(each) }
  }
  // the verdict on clauses counts events, and these are fewer
  const inOne = (all: readonly Event[]) => {
    const products = ofProducts()
    const rest = events.filter((e) => e.type !== ASSESSED)
    return rest.flatMap((e) => (e === products.at(-1) ? [several(e, all)] : products.includes(e) ? [] : [e]))
  }

  test('come out as they do one by one, and so does all after them', async () => {
    const products = ofProducts()
    expect(products.length).toBeGreaterThan(1)
    expect(await replayed(inOne(products))).toEqual(
      inOne(products)
        .filter(isDecision)
        .map(() => 'same'),
    )
  })

  test('are found out when one of them is another, or names what is not on record', async () => {
    const said = async (all: readonly Event[]) => (await replayed(inOne(all))).filter((s) => s !== 'same')
    const products = ofProducts()
    const [first, ...rest] = products
    const other = { ...first!, body: { ...first!.body, overall: 'passed', about: 'product' } } as Event
    expect(await said([other, ...rest])).toContainEqual(expect.stringContaining(`${first!.subject} comes out`))
    const ghost = { ...first!, subject: 'nobody' }
    expect(await said([...products, ghost])).toContainEqual(expect.stringContaining('nobody no product'))
    expect((await said([]))[0]).toContain('names no product')
  })
})

describe('a standard that decisions name', () => {
  const named = (name: string) => events.map((e) => (isDecision(e) ? { ...e, body: { ...e.body, standard: name } } : e))

  test('is the one they are run under', async () => {
    expect(await replayed(named(standardHash), { standards: { [standardHash]: standard } })).toEqual(all('same'))
    expect(await replayed(named(standardHash), standard)).toEqual(all('same'))
  })

  test('has the content of its name', async () => {
    const other = '0'.repeat(64)
    for (const rules of [{ standards: { [other]: standard } }, { standards: {} }, standard])
      await expect(replayed(named(other), rules)).rejects.toThrow('not in the archive')
  })
})

describe('what is withheld', () => {
  const keptBack = (type: string, field: string) =>
    events.map((e) => (e.type === type ? commitFields(e, [field], new Uint8Array(32))[0] : e))
  const about = (e: Event) => (e.type === 'gate.decided' ? String(e.body.about) : e.type)
  const saidOf = async (log: readonly Event[]) =>
    new Map((await replayed(log)).map((said, i) => [`${about(log.filter(isDecision)[i]!)} ${i}`, said]))

  test('the plan: nothing can be run again but what needs none', async () => {
    expect(new Set((await saidOf(keptBack('plan.recorded', 'plan'))).values())).toEqual(new Set(['withheld']))
  })

  test('the listings: plan and suppliers are run again', async () => {
    for (const [what, said] of await saidOf(keptBack('product.recorded', 'listing')))
      expect([what, said]).toEqual([what, /^(plan 0|supplier|conformity)/.test(what) ? 'same' : 'withheld'])
  })

  test('the supplier: the plan is run again, a product of another supplier too', async () => {
    for (const [what, said] of await saidOf(keptBack('supplier.recorded', 'supplier')))
      expect([what, said]).toEqual([what, /^(plan 0|supplier 2|product 4|conformity)/.test(what) ? 'same' : 'withheld'])
  })
})

test('projects in one log do not touch one another', async () => {
  const of = (name: string) => events.map((e) => ({ ...e, project: name }))
  const [june, july] = [of('june'), of('july').filter((e) => e.type !== 'plan.recorded')]
  const log = june.flatMap((e, i) => [e, ...(july[i] ? [july[i]] : [])])
  const said = await replayed(log)
  const decisions = log.filter(isDecision)
  expect(said.map((each, i) => [decisions[i]!.project, each])).toEqual(
    decisions.map((e) => [e.project, e.project === 'june' ? 'same' : expect.stringContaining('no plan is recorded')]),
  )
})
