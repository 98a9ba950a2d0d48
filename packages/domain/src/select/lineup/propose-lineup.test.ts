import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenUp } from '../../../test/lineup/given-up.ts'
import { assorted, product } from '../../../test/lineup/product.ts'
import { rulesWith } from '../../../test/lineup/rules.ts'
import { smallStream } from '../../../test/lineup/small-stream.ts'
import { tryEvery } from '../../../test/lineup/try-every.ts'
import { canonicalJson } from '../../kernel/log/canonical-json.ts'
import { money } from '../../kernel/money.ts'
import { proposeLineup } from './propose-lineup.ts'
import type { LineupSettings } from './settings-schema.ts'
import { loadSolver, type Solver } from './solve/linear.ts'
import { verifyLineup } from './verify-lineup.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** One phase for regular products, no limits but those given; one cent of profit is one point. */
const plain = (slots: number, given: Partial<LineupSettings> = {}): LineupSettings => ({
  slots,
  phases: [{ id: 'all', slots, roles: { regular: { points: 0 } } }],
  'role-mix': {},
  limits: { supplier: { max: 1 }, brand: { max: 1 }, class: { max: 1 } },
  ladder: [],
  weights: { margin: 1_000, theme: 0, role: 0, phase: 0, provisional: 0 },
  'reference-profit': '10.00',
  ...given,
})
const standing = (settings: LineupSettings, candidates: ReturnType<typeof product>[]) => {
  const lineup = proposeLineup(candidates, rulesWith(settings), solver)
  expect(verifyLineup(lineup, candidates, rulesWith(settings))).toEqual([])
  return { lineup, ids: lineup.slots.flatMap((s) => s.product ?? []).sort() }
}

describe('against trying every lineup of small streams', () => {
  test('it finds the fewest violations and then the most points, and its bounds hold', () => {
    fc.assert(
      fc.property(smallStream, ({ candidates, settings }) => {
        const rules = rulesWith(settings)
        const lineup = proposeLineup(candidates, rules, solver)
        const best = tryEvery(candidates, settings)
        expect(lineup.certificate.violations).toBe(best.violations)
        expect(lineup.objective).toBe(best.points)
        expect(lineup.bound).toBeGreaterThanOrEqual(best.points)
        expect(lineup.certificate.bound).toBeGreaterThanOrEqual(lineup.bound)
        expect(lineup.proven).toBe(true)
        expect(verifyLineup(lineup, candidates, rules)).toEqual([])
      }),
      { numRuns: Number(process.env.LINEUP_RUNS ?? 300), examples: [[givenUp as never]] },
    )
  })

  test('the order in which the mix of roles is written changes nothing, byte for byte: an archive sorts its keys', () => {
    const [traffic, hero] = [{ min: { count: 2 } }, { min: { count: 1 } }]
    const made = [
      { traffic, hero },
      { hero, traffic },
    ].map((mix) => proposeLineup([product('a')], rulesWith(plain(3, { 'role-mix': mix })), solver))
    expect(canonicalJson(made[0])).toBe(canonicalJson(made[1]))
    expect(made[0]?.conflicts.map(({ limit }) => limit)).toContain('mix:traffic')
  })

  test('the order of the candidates changes nothing, byte for byte', () => {
    fc.assert(
      fc.property(
        smallStream.chain((s) =>
          fc.record({
            stream: fc.constant(s),
            shuffled: fc.shuffledSubarray(s.candidates, { minLength: s.candidates.length }),
          }),
        ),
        ({ stream, shuffled }) => {
          const rules = rulesWith(stream.settings)
          const lineups = [stream.candidates, shuffled].map((c) => canonicalJson(proposeLineup(c, rules, solver)))
          expect(lineups[1]).toBe(lineups[0])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a product is left out for a reason: no exchange it names is better than none, and what would bring it in does', () => {
    fc.assert(
      fc.property(smallStream, ({ candidates, settings }) => {
        const rules = rulesWith(settings)
        const { leftOut } = proposeLineup(candidates, rules, solver)
        for (const out of leftOut) {
          if (out.short !== null) expect(out.short).toBeGreaterThanOrEqual(0)
          const { margin, stock, themeFit, released } = out.bringsIn
          const changes = [
            margin && ((c: (typeof candidates)[number]) => ({ margin: money(c.margin.minor + margin.minor, 'EUR') })),
            stock && ((c: (typeof candidates)[number]) => ({ stock: (c.stock ?? 0) + stock })),
            themeFit && (() => ({ themeFit })),
            released && (() => ({ released })),
          ]
          for (const change of changes) {
            if (!change) continue
            const changed = candidates.map((c) => (c.id === out.product ? { ...c, ...change(c) } : c))
            const after = proposeLineup(changed, rules, solver)
            expect(after.slots.map((s) => s.product)).toContain(out.product)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a stream worked by hand', () => {
  // profits: a 10 × 9.00 = 90.00, b 80.00, c 70.00, d 60.00 → 9,000, 8,000, 7,000, 6,000 points
  const four = [
    product('a', { margin: 900, supplier: 's' }),
    product('b', { margin: 800, supplier: 's' }),
    product('c', { margin: 700, supplier: 's' }),
    product('d', { margin: 600, supplier: 't' }),
  ]
  const oneEach = plain(2, { limits: { supplier: { max: { count: 1 } } } })

  test('takes the best two', () => {
    const { lineup, ids } = standing(plain(2), four)
    expect(ids).toEqual(['a', 'b'])
    expect(lineup).toMatchObject({ objective: 17_000, bound: 17_000, gap: 0, proven: true, filled: 2, conflicts: [] })
  })

  test('stock caps what a product can earn: 3 of a earn 2,700', () => {
    const short = four.map((c) => (c.id === 'a' ? { ...c, stock: 3 } : c))
    expect(standing(plain(2), short).ids).toEqual(['b', 'c'])
  })

  test('a supplier limit lets the weaker product of another supplier in, and tells b what binds and what it lacks', () => {
    const { lineup, ids } = standing(oneEach, four)
    expect(ids).toEqual(['a', 'd'])
    // b could only take the place of a: 1,000 points short, so 1,001 points = 10.01 profit = 1.01 on each of 10 units
    expect(lineup.leftOut[0]).toMatchObject({
      product: 'b',
      short: 1_000,
      instead: 'a',
      limits: ['supplier:s'],
      bringsIn: { margin: money(101, 'EUR') },
    })
    expect(lineup.leftOut[0]?.why.en).toContain('supplier "s" (at most 1)')
  })

  test('wishes, locks, exclusions and pairs kept apart are respected', () => {
    expect(standing(plain(2, { 'must-have': ['d'] }), four).ids).toEqual(['a', 'd'])
    expect(standing(plain(2, { exclude: ['a'] }), four).ids).toEqual(['b', 'c'])
    expect(standing(plain(2, { apart: [['a', 'b']] }), four).ids).toEqual(['a', 'c'])
    const { lineup } = standing(plain(2, { locks: [{ slot: 2, product: 'd' }] }), four)
    expect(lineup.slots.map((s) => s.product)).toEqual(['a', 'd'])
    expect(lineup.slots[1]?.locked).toBe(true)
  })

  test('ties go to the first id', () => {
    const same = ['x3', 'x1', 'x2'].map((id) => product(id))
    expect(standing(plain(2), same).ids).toEqual(['x1', 'x2'])
  })

  test('a released product stands in for each slot, of another supplier when there is one', () => {
    const { lineup } = standing(plain(2), four)
    // c earns more but shares the supplier of a and b; d goes to the first slot, c is then left for the second
    expect(lineup.slots.map((s) => s.substitute)).toEqual(['d', 'c'])
    const unready = four.map((c) => ({ ...c, released: c.id === 'a' || c.id === 'b' }))
    const none = standing(plain(2), unready).lineup
    expect(none.slots.map((s) => s.substitute)).toEqual([null, null])
    expect(none.slots[0]?.substituteWhy.en).toBe('No released product is left outside the lineup')
  })

  test('neighbours of one class are kept from each other where the slots allow it', () => {
    const classes = ['x', 'x', 'x', 'y', 'y', 'z']
    const six = classes.map((name, at) => product(`p${at}`, { class: name, margin: 500 + at }))
    const { lineup } = standing(plain(6), six)
    const order = lineup.slots.map((s) => six.find((c) => c.id === s.product)?.class)
    expect(order.some((name, at) => at > 0 && name === order[at - 1])).toBe(false)
  })
})

describe('when not everything can be had', () => {
  test('fewer products than slots: the rest stays empty and it says why', () => {
    const { lineup } = standing(plain(3), [product('a'), product('b', { stock: 0 })])
    expect(lineup.filled).toBe(1)
    expect(lineup.conflicts).toMatchObject([{ limit: 'phase:all', by: 2 }])
    expect(lineup.conflicts[0]?.text.en).toBe('phase "all" (3 slots): 2 empty; products that may stand: 1, slots: 3')
  })

  test('no candidates at all give an empty lineup', () => {
    const { lineup } = standing(plain(2), [])
    expect(lineup).toMatchObject({ filled: 0, objective: 0, gap: 0 })
  })

  test('a firm minimum against a firm maximum: short by two, and the limit in its way is named', () => {
    const cheap = [1, 2, 3, 4].map((n) => product(`cheap${n}`, { price: 500, supplier: 's' }))
    const dear = [1, 2, 3, 4].map((n) => product(`dear${n}`, { price: 5_000, supplier: `t${n}` }))
    const settings = plain(4, {
      limits: { supplier: { max: { count: 1 } } },
      ladder: [{ id: 'low', 'up-to': '10.00', min: { count: 3 } }, { id: 'high' }],
    })
    const { lineup } = standing(settings, [...cheap, ...dear])
    expect(lineup.filled).toBe(4)
    expect(lineup.conflicts).toMatchObject([{ limit: 'band:low', firm: true, by: 2, against: ['supplier:s'] }])
    expect(lineup.conflicts[0]?.text.zh).toBe('价格带“low”（至少3个）：缺2个；与之冲突：供应商“s”（至多1个）')
  })

  test('a soft limit gives way before a slot stays empty, a firm one does not', () => {
    const all = [1, 2, 3].map((n) => product(`p${n}`, { class: 'one' }))
    const limited = (firm: boolean) => plain(3, { limits: { class: { max: { count: 1 }, firm } } })
    const soft = standing(limited(false), all).lineup
    expect([soft.filled, soft.conflicts[0]?.limit, soft.conflicts[0]?.by]).toEqual([3, 'class:one', 2])
    const firm = standing(limited(true), all).lineup
    expect([firm.filled, firm.conflicts[0]?.limit, firm.conflicts[0]?.by]).toEqual([1, 'phase:all', 2])
    expect(firm.conflicts[0]?.against).toEqual(['class:one'])
  })

  test('a wanted product that may not stand is told with its reason', () => {
    const barred = product('b', { excluded: { zh: '资质未过', en: 'Its gate is open' } })
    const { lineup } = standing(plain(1, { 'must-have': ['b'] }), [product('a'), barred])
    expect(lineup.conflicts[0]).toMatchObject({ limit: 'must:b', firm: true })
    expect(lineup.conflicts[0]?.text.en).toContain('Its gate is open')
  })

  test.each<[string, Partial<LineupSettings>, string]>([
    ['an unknown wish', { 'must-have': ['z'] }, 'no product "z"'],
    ['a wish that is excluded', { 'must-have': ['a'], exclude: ['a'] }, 'both wanted and excluded'],
    [
      'a slot locked twice',
      { locks: [1, 1].map((slot, at) => ({ slot, product: 'ab'[at] as string })) },
      'locked twice',
    ],
    ['a lock beyond the stream', { locks: [{ slot: 9, product: 'a' }] }, 'beyond the last'],
    [
      'a least above the most',
      { 'role-mix': { hero: { min: { count: 2 }, max: { count: 1 } } } },
      'at least 2 but at most 1',
    ],
    ['phases that do not add up', { phases: [{ id: 'all', slots: 1, roles: {} }] }, 'the phases have 1 slots'],
  ])('%s is refused in one line', (_, given, message) => {
    expect(() => proposeLineup([product('a'), product('b')], rulesWith(plain(2, given)), solver)).toThrow(message)
  })
})

test('a stream of a thousand candidates with nothing set but its slots is proven optimal, again and again the same', () => {
  const candidates = assorted(1_000, 7)
  const rules = rulesWith({ slots: 60 })
  const lineup = proposeLineup(candidates, rules, solver)
  expect(lineup).toMatchObject({ filled: 60, proven: true, gap: 0 })
  expect(lineup.objective).toBe(lineup.bound)
  expect(verifyLineup(lineup, candidates, rules)).toEqual([])
  expect(canonicalJson(proposeLineup(candidates.toReversed(), rules, solver))).toBe(canonicalJson(lineup))
})

describe('verifying', () => {
  const candidates = assorted(120, 3)
  const rules = rulesWith({ slots: 12 })
  const honest = () => proposeLineup(candidates, rules, solver)

  test.each<[string, (l: ReturnType<typeof honest>) => object]>([
    ['a higher objective', (l) => ({ objective: l.objective + 1 })],
    ['a lower bound', (l) => ({ certificate: { ...l.certificate, bound: l.objective - 1_000 } })],
    ['a bound below the objective', (l) => ({ bound: l.objective - 1 })],
    ['a smaller gap', (l) => ({ gap: l.gap - 0.01 })],
    ['a count', (l) => ({ released: l.released + 1 })],
    ['a product twice', (l) => ({ slots: l.slots.with(1, { ...l.slots[1]!, product: l.slots[0]!.product }) })],
    ['a stranger', (l) => ({ slots: l.slots.with(0, { ...l.slots[0]!, product: 'nobody' }) })],
    [
      'an emptied slot',
      (l) => ({ slots: l.slots.with(0, { ...l.slots[0]!, product: null, role: null, points: null }) }),
    ],
    ['points', (l) => ({ slots: l.slots.with(2, { ...l.slots[2]!, points: { ...l.slots[2]!.points!, theme: 1e6 } }) })],
    [
      'a substitute that stands already',
      (l) => ({ slots: l.slots.with(0, { ...l.slots[0]!, substitute: l.slots[3]!.product }) }),
    ],
    ['a slot too few', (l) => ({ slots: l.slots.slice(1) })],
  ])('finds %s changed', (_, change) => {
    const lineup = honest()
    expect(verifyLineup({ ...lineup, ...change(lineup) }, candidates, rules)).not.toEqual([])
  })
})
