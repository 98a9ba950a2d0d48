import { reviewOne } from '@haixuan/domain/flow/carry-out'
import { makeDesk } from '@haixuan/domain/flow/desk'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { rulesOfPack } from '@haixuan/domain/gate/pack'
import type { Rule } from '@haixuan/domain/gate/rule'
import type { Day } from '@haixuan/domain/kernel/day'
import { project } from '@haixuan/domain/plan/project'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadStandard } from './load.ts'

const standard = loadStandard()
const plan = project.parse({
  theme: '雨季居家护理',
  markets: ['de', 'sg'],
  date: '2026-06-06',
  language: 'zh',
  slots: 4,
})
const RANK = { passed: 0, conditional: 1, open: 2 } as const

/** Listings with claims, batteries, and goods for children, so that law has something to say. */
const TITLES = [
  '全网最低价 防晒喷雾 100% 有效',
  'Best ever wireless earbuds with lithium battery, eco-friendly',
  '儿童毛绒玩具 抗菌 国家级品质',
  '不锈钢保温杯 食品级',
]
const listing = (title: string) => ({
  row: 1,
  sku: 'P-1',
  title,
  description: title,
  price: { minor: 1990, currency: 'EUR' },
  images: [],
  category: [],
  seller: '示例公司',
  variants: [],
  attributes: [],
  language: 'zh',
})

const asks = fc.oneof(
  fc.constantFrom(...standard.labels.labels.map((l) => l.id)).map((id) => ({ requires: { label: [id] } })),
  fc.constantFrom(...standard.evidence.evidence.map((e) => e.id)).map((id) => ({ requires: { certificate: id } })),
  fc
    .uniqueArray(fc.constantFrom('absolute', 'health', 'performance', 'eco', 'price'), { minLength: 1 })
    .map((claim) => ({ forbids: { claim } })),
  fc.constant({ forbids: { sale: true as const } }),
  // words of the very claims that law finds, and such as no law knows
  fc
    .record({
      words: fc.uniqueArray(
        fc.constantFrom(
          '全网最低价',
          '最低价',
          '有效',
          '100% 有效',
          'best',
          'best ever',
          'eco-friendly',
          '抗菌',
          '国家级',
          '不锈钢*',
        ),
        { minLength: 1 },
      ),
      language: fc.constantFrom('zh', 'en', 'de'),
    })
    .map((forbids) => ({ forbids })),
  fc.nat(90).map((days) => ({ sets: { 'price-reference': { days } } })),
)
const pack = fc.array(
  fc.record({ asks, severity: fc.constantFrom('block', 'warn', 'note'), market: fc.constantFrom('eu', 'de', 'sg') }),
  { minLength: 1, maxLength: 5 },
)

it('leaves every finding of the law as it was and no gate better, for any pack beside the law as it ships', () => {
  const above = { plan: 'passed', supplier: 'passed' } as const
  const review = (rules: typeof standard.rules, title: string) =>
    reviewOne(
      {
        listing: listing(title) as never,
        facts: undefined,
        offer: undefined,
        group: { id: 'S', name: 'S', supplier: undefined, brands: [] } as never,
      },
      plan,
      makeDesk({ ...(standard as unknown as StandardData), rules }, plan),
      above,
    )
  const alone = new Map(TITLES.map((title) => [title, review(standard.rules, title)]))
  expect([...alone.values()].every(({ findings }) => findings.some((f) => f.rule))).toBe(true)
  fc.assert(
    fc.property(pack, fc.constantFrom(...TITLES), (made, title) => {
      const own = made.flatMap(({ asks, severity, market }, i) =>
        rulesOfPack(
          {
            name: 'House',
            version: 1,
            market,
            from: '2026-01-01' as Day,
            rules: [
              {
                ...(standard.rules[0] as Rule),
                ...{ requires: undefined, forbids: undefined, sets: undefined, applies: undefined },
                id: `${market}.own.r${i}`,
                'in-force': { from: '2026-01-01' as Day },
                severity,
                ...asks,
              } as Rule,
            ],
          },
          standard.parameters.parameters,
        ),
      )
      const before = alone.get(title)!
      const after = review([...standard.rules, ...own], title)
      const keyOf = (f: (typeof after.findings)[number]) =>
        JSON.stringify([f.check, f.rule, f.market, f.severity, f.statutory, f.state, f.span ?? null])
      const kept = new Set(after.findings.map(keyOf))
      expect(before.findings.filter((f) => !kept.has(keyOf(f)))).toEqual([])
      expect(RANK[after.overall]).toBeGreaterThanOrEqual(RANK[before.overall])
    }),
    { numRuns: 60 },
  )
}, 60_000)
