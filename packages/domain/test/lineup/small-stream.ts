import fc from 'fast-check'
import type { Role } from '../../src/gate/words.ts'
import { money } from '../../src/kernel/money.ts'
import type { Candidate } from '../../src/select/lineup/candidate.ts'
import type { LineupSettings } from '../../src/select/lineup/settings-schema.ts'

const ROLES_USED = ['traffic', 'profit', 'welfare'] as const satisfies readonly Role[]
const letter = (prefix: string, n: number) => fc.integer({ min: 1, max: n }).map((i) => `${prefix}${i}`)
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })

const candidate = (id: string): fc.Arbitrary<Candidate> =>
  fc
    .record({
      roles: fc.uniqueArray(
        fc.record({ role: fc.constantFrom(...ROLES_USED), score: fc.integer({ min: 0, max: 100 }) }),
        { minLength: 1, maxLength: 2, selector: (r) => r.role },
      ),
      class: maybe(letter('c', 2)),
      supplier: maybe(letter('s', 2)),
      brand: maybe(letter('b', 3)),
      price: fc.integer({ min: 1, max: 3_000 }),
      margin: fc.integer({ min: -200, max: 900 }),
      units: fc.integer({ min: 1, max: 30 }),
      stock: maybe(fc.integer({ min: 0, max: 40 })),
      themeFit: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
      minutes: maybe(fc.integer({ min: 1, max: 9 })),
      released: fc.boolean(),
    })
    .map((c) => ({ ...c, id, title: id, price: money(c.price, 'EUR'), margin: money(c.margin, 'EUR') }))

const count = (max: number) => fc.integer({ min: 0, max }).map((n) => ({ count: n }))
const firm = fc.boolean()
const phaseRole = fc.record({
  points: fc.integer({ min: 0, max: 100 }),
  min: fc.constantFrom(0, 0, 0, 1, 2),
  max: fc.constantFrom(4, 4, 2),
})

/** Small random streams: some feasible, some with limits that conflict, wishes, locks and pairs kept apart. */
export const smallStream: fc.Arbitrary<{ candidates: Candidate[]; settings: LineupSettings }> = fc
  .integer({ min: 0, max: 6 })
  .chain((n) => {
    const ids = Array.from({ length: n }, (_, at) => `p${at}`)
    const some = (most: number) => fc.subarray(ids, { maxLength: Math.min(most, n) })
    return fc.record({
      candidates: fc.tuple(...ids.map(candidate)),
      split: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 2 })),
      roles: fc.tuple(...[0, 1, 2, 3, 4, 5].map(() => phaseRole)),
      mix: fc.tuple(...ROLES_USED.map(() => fc.tuple(maybe(count(2)), maybe(fc.integer({ min: 0, max: 2 })), firm))),
      limits: fc.tuple(...[0, 1, 2].map(() => maybe(fc.tuple(fc.integer({ min: 1, max: 3 }), firm)))),
      ladder: fc.tuple(count(2), firm, count(2), firm),
      must: some(2),
      exclude: some(1),
      locked: some(2),
      apart: some(2),
      minutes: maybe(fc.integer({ min: 3, max: 8 })),
      provisional: fc.constantFrom('fill' as const, 'refuse' as const),
    })
  })
  .map((r) => {
    const [first, second] = r.split
    const slots = first + second
    const roleAt = (phase: number, at: number) =>
      r.roles[phase * 3 + at] as { points: number; min: number; max: number }
    const phase = (id: string, at: number, size: number) => ({
      id,
      slots: size,
      roles: Object.fromEntries(ROLES_USED.map((role, k) => [role, roleAt(at, k)])),
    })
    const wanted = r.must.filter((id) => !r.exclude.includes(id))
    const locks = r.locked
      .filter((id) => !r.exclude.includes(id))
      .map((product, at) => ({ product, slot: at === 0 ? slots : 1 }))
      .filter((lock, at) => at === 0 || slots > 1 || lock.slot !== slots)
    const cap = (at: number) => {
      const limit = r.limits[at]
      return limit ? { max: { count: limit[0] }, firm: limit[1] } : { max: { count: slots }, firm: true }
    }
    return {
      candidates: r.candidates,
      settings: {
        slots,
        phases: [phase('early', 0, first), phase('late', 1, second)],
        'role-mix': Object.fromEntries(
          ROLES_USED.map((role, at) => {
            const [min, extra, isFirm] = r.mix[at] as (typeof r.mix)[number]
            const most = extra === undefined ? {} : { max: { count: (min?.count ?? 0) + extra } }
            return [role, { ...(min && { min }), ...most, firm: isFirm }]
          }),
        ),
        limits: { supplier: cap(0), brand: cap(1), class: cap(2) },
        ladder: [
          { id: 'low', 'up-to': '10.00', min: r.ladder[0], firm: r.ladder[1] },
          { id: 'high', min: r.ladder[2], firm: r.ladder[3] },
        ],
        'must-have': wanted,
        exclude: r.exclude,
        locks,
        apart: r.apart.length === 2 ? [r.apart as [string, string]] : [],
        ...(r.minutes !== undefined && { 'minutes-per-slot': r.minutes }),
        provisional: r.provisional,
        weights: { margin: 1_000, theme: 600, role: 400, phase: 300, provisional: 1_000 },
        'reference-profit': '50.00',
        'explain-out': 20,
      } satisfies LineupSettings,
    }
  })
