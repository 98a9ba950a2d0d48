import {
  type BriefDecision,
  eachDecided,
  type LoggedFinding,
  nameOfFindings,
  whole,
} from '@haixuan/domain/flow/decision'
import { mentionedIn } from '@haixuan/domain/flow/likeness'
import type { GateState } from '@haixuan/domain/gate/gate'
import type { Day, Instant } from '@haixuan/domain/kernel/day'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { project } from '@haixuan/domain/plan/project'
import { offer } from '@haixuan/domain/select/cooperation/offer'
import { listing } from '@haixuan/domain/select/product/listing'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { makeOrganisation, person, testHouse } from '../../../test/support/test-house.ts'
import type { House } from '../../house.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { inScope } from '../../platform/database/scope.ts'
import { insertProducts } from '../../select/product/store.ts'
import { decideAlike, keptAfter } from '../decide/decide-alike.ts'
import { decideProducts } from '../decide/decide-products.ts'
import { productRows, reviewRow } from './product-rows.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const actor = person('a', 'Lin', 'selection')
/** Sentences with claims, signs, words of rules, and letters that formats trip over. */
const SENTENCES = [
  '全网最低价，史上最强！',
  'Clinically proven to cure acne in 7 days.',
  '100% natural and "fully" biodegradable \\ no. 1',
  'iPhone charger, Nike style bag',
  '食品级硅胶，婴儿可用。',
  'Free of harmful substances. -1000001 "from": -2000000',
  'Antibacterial cotton towel 🧺',
  'With a lithium battery of 10000 mAh',
  '根治一切，永不复发。',
  '八骨，涤纶伞面。',
]
const TITLES = ['折叠伞', 'face serum', 'wooden toy blocks', 'power bank', 'ceramic mug "x"', '示例']
const IDS = ['A', 'b"c', 'd\\e', '号-7', '$&', "it's"]
const plan = project.parse({
  theme: '雨季居家',
  markets: ['sg', 'de'],
  date: '2026-06-06',
  language: 'zh',
  slots: 4,
  currency: 'SGD',
  waivers: [
    {
      check: 'product.sample.sealed',
      subject: 'A-1',
      reason: '样品已在途，下周可到',
      'asked-by': 'Lin',
      'granted-by': 'He',
      until: '2026-12-31',
    },
  ],
  holds: [{ product: 'A-2', by: 'He', reason: '待查', from: '2026-01-01' }],
  scripts: [{ product: 'A-3', language: 'zh', text: '全网最低价' }],
})

const facts = (id: string) =>
  fc
    .record(
      {
        class: fc.constantFrom('cosmetics', 'toys', 'battery-power', 'food-contact'),
        model: fc.constantFrom('M-1', 'M-2'),
        maker: fc.constantFrom({ name: 'Works', country: 'CN' }, { name: 'Werk', country: 'DE' }),
        origin: fc.constantFrom('CN', 'DE'),
        role: fc.constant({ fixed: 'traffic', by: 'Lin' }),
        certificates: fc.constantFrom(
          [{ type: 'ce-declaration', models: ['M-1'], issued: '2025-01-01', expires: '2028-01-01' }],
          [{ type: 'ce-declaration', models: [], expires: '2026-01-01' }],
        ),
        'claim-evidence': fc.constantFrom(
          [{ words: '最低价', type: 'price-comparison' }],
          [{ words: 'biodegradable', type: 'test-report' }],
        ),
      },
      { requiredKeys: [] },
    )
    .map((some) => productFacts.safeParse({ product: id, ...some }).data)

const terms = (id: string) =>
  offer.parse({
    id: `O-${id}`,
    product: id,
    supplier: 'S',
    markets: ['sg'],
    pricing: { type: 'fixed', price: { amount: '19.90', currency: 'SGD' } },
    quantity: 100,
    'stock-reserved': 120,
    delivery: { mode: 'direct-mail-9610', 'lead-days': { min: 5, max: 12 }, customs: { hs: '660191', origin: 'CN' } },
    settlement: {
      mode: 'commission',
      instrument: 'platform',
      currency: 'SGD',
      'cycle-days': 30,
      invoice: 'commercial',
      'commission-rate': '0.20',
    },
    costs: { 'unit-cost': { amount: '6.00', currency: 'SGD' } },
    rates: [],
  })

const one = (id: string) =>
  fc.record({
    listing: fc
      .record({
        title: fc.constantFrom(...TITLES),
        description: fc.array(fc.constantFrom(...SENTENCES), { maxLength: 3 }).map((all) => all.join(' ')),
        images: fc.constantFrom([], ['https://shop.example/u.jpg']),
        brand: fc.option(fc.constantFrom('Nike', 'Haus'), { nil: undefined }),
        origin: fc.option(fc.constantFrom('CN', 'DE'), { nil: undefined }),
        price: fc.option(fc.constant({ minor: 1990, currency: 'SGD' }), { nil: undefined }),
        hs: fc.option(fc.constant('660191'), { nil: undefined }),
        language: fc.constantFrom('zh', 'en', 'und'),
      })
      .map((some) =>
        listing.parse({
          row: 1,
          sku: id,
          ...some,
          category: [],
          variants: [],
          attributes: [],
          description: some.description,
        }),
      ),
    facts: fc.option(facts(id), { nil: undefined }),
    offered: fc.boolean(),
  })
/** Forty products; every second one reads as the one before it, under a name of its own. */
const products = fc
  .tuple(...Array.from({ length: 20 }, (_, i) => one(`${IDS[i % IDS.length]}-${i + 1 - (i % 6)}`)))
  .map((made) =>
    made.flatMap((each, i) => {
      const sku = `twin ${i}`
      const twin = { ...each, listing: { ...each.listing, sku }, facts: each.facts && { ...each.facts, product: sku } }
      return [each, twin]
    }),
  )

let db: Db
let house: House
beforeAll(async () => {
  db = (await testDatabase()).db
  house = testHouse(db, clock)
  await makeOrganisation(db, 'a')
})

/** Adds products to a project of their own and decides them twice; gives what the database tells and what a review of each alone does. */
async function decidedAndReviewed(
  id: string,
  made: readonly { listing: ReturnType<typeof listing.parse>; facts: ProductFacts | undefined; offered: boolean }[],
  passing: readonly string[],
) {
  return inScope(db, actor, async (tx) => {
    const { now } = clock
    await tx
      .insertInto('project')
      .values({
        org_id: 'a',
        id,
        version: 1,
        plan: JSON.stringify(plan),
        name: id,
        day: plan.date,
        created_at: now,
        updated_at: now,
      } as never)
      .execute()
    await tx
      .insertInto('supplier_gate')
      .values(
        ['S', 'T'].map((supplier) => ({
          org_id: 'a',
          project_id: id,
          supplier_id: supplier,
          name: supplier,
          brands: [],
          state: 'conditional' as const,
          findings: '[]',
          owes: [],
          decided_at: now,
        })),
      )
      .execute()
    // every twin is another supplier's
    const candidates = made.map((m, i) => ({
      listing: m.listing,
      supplier: i % 2 ? 'T' : 'S',
      facts: m.facts,
      decided: UNDECIDED,
    }))
    const ids = await insertProducts({ tx, actor }, id, candidates, now)
    for (const sku of ids.filter((sku) => made.find((m) => m.listing.sku === sku)?.offered))
      await tx
        .insertInto('offer')
        .values({
          org_id: 'a',
          id: `O-${sku}`,
          project_id: id,
          product_id: sku,
          supplier_id: 'S',
          version: 1,
          body: JSON.stringify(terms(sku)),
          created_at: now,
          updated_at: now,
        })
        .execute()
    const asked = { tx, actor, now, house }
    const standing = { id, plan, state: 'conditional' as const }
    const first = await decideProducts(asked, standing, { ids })
    const second = await decideProducts(asked, standing, { ids })
    const before = await toldAndReviewed(tx, id, plan, standing.state)
    // papers lapse, the gates of the plan and of suppliers pass: one of each kind decides for all
    await tx.updateTable('supplier_gate').set({ state: 'passed' }).where('supplier_id', 'in', passing).execute()
    const later = { ...plan, date: '2028-02-01' as Day }
    const passed = { id, plan: later, state: 'passed' as const }
    const kinds = await keptAfter(asked, passed, { after: '00000000-0000-0000-0000-000000000000', most: 1_000 })
    // some are decided by themselves before the others of their kind
    const third = await decideProducts(asked, passed, { ids: ids.filter((_, i) => i % 7 === 0) })
    third.push(
      ...(await decideAlike(
        asked,
        passed,
        kinds.map((k) => k.id),
      )),
    )
    return {
      first,
      second,
      third,
      kinds: kinds.length,
      before,
      after: await toldAndReviewed(tx, id, later, passed.state),
    }
  })
}

/** What the database tells of products, and what a review of each alone does. */
async function toldAndReviewed(tx: Parameters<typeof productRows>[0], id: string, of: typeof plan, state: GateState) {
  const { rows: told } = await sql<{ id: string; findings: object[]; gates: object; markets: object; state: string }>`
    select p.id, p.findings, p.gates, p.markets, p.state from product p where p.project_id = ${id} order by p.id
  `.execute(tx)
  const rows = await productRows(tx, 'a', id).execute()
  const reviews = rows.map((row) => reviewRow(row, of, house.desks.for(of), state))
  const reviewed = reviews.map((r) => ({
    id: r.product.id,
    findings: JSON.parse(JSON.stringify(r.findings)),
    gates: r.decision.gates,
    markets: r.decision.markets,
    state: r.overall,
  }))
  return { told, reviewed, logged: new Map(reviews.map((r) => [r.product.id, r.decision.findings])) }
}

const NOT_READ = { class: null, confidence: 0, theme_fit: 0, recheck_on: null }
/** Columns of a candidate that was never decided. */
const UNDECIDED = { likeness: '00000000-0000-0000-0000-000000000000', claims: [], traits: [], ...NOT_READ }

type Told = { findings: LoggedFinding[] }
let count = 0
test.each([
  ['of suppliers in two states', ['S']],
  ['of suppliers in one state', ['S', 'T']],
])(
  'judging what is alike once, %s, gives every product the findings and decision that a review of it alone gives',
  async (_, passing) => {
    expect([...mentionedIn(plan)].sort()).toEqual(['A-1', 'A-2', 'A-3'])
    await fc.assert(
      fc.asyncProperty(products, async (made) => {
        const { first, second, third, kinds, before, after } = await decidedAndReviewed(`p${count++}`, made, passing)
        for (const { told, reviewed } of [before, after]) expect(told).toEqual(reviewed)
        const once = new Map<string, LoggedFinding[]>()
        for (const [events, { logged }] of [
          [first, before],
          [third, after],
        ] as const) {
          const told = events.filter((e) => e.type === 'gate.findings').map((e) => (e.body as Told).findings)
          for (const findings of told) once.set(nameOfFindings(findings), findings)
          expect(told.length).toBeLessThan(made.length)
          const decisions = events.filter((e) => e.type === 'gate.decided').flatMap((e) => [...eachDecided(e as Event)])
          expect(decisions).toHaveLength(made.length)
          for (const { body, subject } of decisions) {
            const { told: name } = body as BriefDecision
            expect(whole(body as BriefDecision, once.get(name)!).findings).toEqual(logged.get(subject))
          }
        }
        expect(kinds).toBeLessThan(made.length)
        // nothing changed, so that nothing is told again
        expect(second).toEqual([])
      }),
      { numRuns: 8, seed: 4, endOnFailure: true },
    )
  },
  60_000,
)
