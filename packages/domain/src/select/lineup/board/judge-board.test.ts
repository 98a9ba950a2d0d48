import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { product } from '../../../../test/lineup/product.ts'
import { rulesWith } from '../../../../test/lineup/rules.ts'
import { smallStream } from '../../../../test/lineup/small-stream.ts'
import type { Candidate } from '../candidate.ts'
import { fillSettings } from '../fill-settings.ts'
import type { Lineup } from '../lineup.ts'
import { proposeLineup } from '../propose-lineup.ts'
import type { LineupSettings } from '../settings-schema.ts'
import { loadSolver, type Solver } from '../solve/linear.ts'
import { standingOf } from '../standing.ts'
import { alternativeIn } from './alternative.ts'
import { judgeBoard, placementsOf } from './judge-board.ts'
import { exchanged, putInto, type Seat } from './put.ts'
import { planStored, storePlan } from './stored-plan.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** Proposes, and gives what a browser holds: plan and certificate as they come back from JSON. */
function onBoard(candidates: readonly Candidate[], settings: LineupSettings) {
  const rules = rulesWith(settings)
  const lineup = proposeLineup(candidates, rules, solver)
  const stored = JSON.parse(JSON.stringify(storePlan(fillSettings(settings, rules.defaults, candidates))))
  const plan = planStored(stored, settings.locks)
  const board = { plan, roles: rules.roles, certified: lineup.certificate }
  return { lineup, board, known: new Map(candidates.map((c) => [c.id, c])) }
}
const seatsOf = ({ slots }: Lineup): Seat[] => slots.map(({ slot, product, role }) => ({ slot, product, role }))

describe('a board', () => {
  it('counts a lineup as its proposal did: points, gap, limits kept', () => {
    fc.assert(
      fc.property(smallStream, ({ candidates, settings }) => {
        const { lineup, board, known } = onBoard(candidates, settings)
        const judged = judgeBoard(seatsOf(lineup), known, board)
        expect(judged.objective).toBe(lineup.objective)
        expect(judged.within).toBe(true)
        expect(judged.seats.map((s) => s.points)).toEqual(lineup.slots.map((s) => s.points))
        expect([judged.filled, judged.released]).toEqual([lineup.filled, lineup.released])
        // the proposal's own gap is of a bound that may be the tighter of two
        expect(judged.gap).toBeGreaterThanOrEqual(lineup.gap)
      }),
      { numRuns: 100 },
    )
  })

  it('never has more points than the bound while it keeps the limits, however its slots are exchanged', () => {
    fc.assert(
      fc.property(smallStream, fc.nat(9), fc.nat(9), ({ candidates, settings }, a, b) => {
        const { lineup, board, known } = onBoard(candidates, settings)
        const seats = seatsOf(lineup)
        const n = seats.length
        const after = judgeBoard(putInto(seats, exchanged(seats, (a % n) + 1, (b % n) + 1)), known, board)
        const kept = after.limits.every((l) => l.state === 'kept') && after.filled === n
        const musts = [...board.plan.mustHave].every((id) => after.seats.some((s) => s.product === id))
        if (kept && musts) expect(after.objective).toBeLessThanOrEqual(board.certified.bound)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a board of two slots', () => {
  // one phase of regular products, at most one of a supplier; a cent of profit is a point: 10 × 5.00 = 5,000 of 10.00 → 5
  const settings: LineupSettings = {
    slots: 2,
    phases: [{ id: 'all', slots: 2, roles: { regular: { points: 0 } } }],
    'role-mix': {},
    limits: { supplier: { max: { count: 1 } }, brand: { max: 1 }, class: { max: 1 } },
    ladder: [],
    weights: { margin: 1, theme: 0, role: 0, phase: 0, provisional: 0 },
    'reference-profit': '10.00',
  }
  const [a, b, c] = [
    product('a', { supplier: 's1', margin: 500 }),
    product('b', { supplier: 's2', margin: 400 }),
    product('c', { supplier: 's1', margin: 300, released: false }),
  ]
  const seat = (slot: number, product: string | null): Seat => ({
    slot,
    product,
    role: product === null ? null : 'regular',
  })

  it('tells at each slot what a move breaks, and the limit with its slots', () => {
    const { board, known, lineup } = onBoard([a!, b!, c!], settings)
    // 10 × 5.00 ÷ 10.00 = 5 and 10 × 4.00 ÷ 10.00 = 4
    expect(lineup.objective).toBe(9)
    const judged = judgeBoard([seat(1, 'a'), seat(2, 'c')], known, board)
    expect(judged).toMatchObject({ objective: 8, within: false, gap: null, filled: 2, released: 1 })
    expect(judged.limits[0]).toMatchObject({ limit: 'supplier:s1', count: 2, max: 1, state: 'over', slots: [1, 2] })
    expect(judged.seats[1]?.findings.map((f) => [f.severity, f.what.en])).toEqual([
      ['block', 'Not released yet'],
      ['warn', 'supplier "s1" (at most 1): there are 2'],
      ['note', 'Same supplier as the slot before'],
    ])
  })

  it('has an empty slot that holds it, and a gap to the bound', () => {
    const { board, known } = onBoard([a!, b!, c!], settings)
    const judged = judgeBoard([seat(1, 'a'), seat(2, null)], known, board)
    expect(judged).toMatchObject({ objective: 5, within: false, filled: 1 })
    expect(judged.seats[1]?.findings).toMatchObject([{ severity: 'block', what: { zh: '此位次为空' } }])
  })

  it('says of a product left out what it would break, or how many points fewer it has', () => {
    const { board, known } = onBoard([a!, b!, c!], settings)
    const placed = placementsOf([seat(1, 'a'), seat(2, 'b')], known, board.plan)
    const standing = standingOf(placed, board.plan)
    const inSlot = (at: number) => alternativeIn(standing, placed[at]!, c!, board.roles)
    // 10 × 3.00 ÷ 10.00 = 3, two fewer than a; beside a it is the second of its supplier
    expect(inSlot(0)).toMatchObject({
      points: 3,
      difference: -2,
      limits: [],
      why: { en: '2 points fewer; not released yet' },
    })
    expect(inSlot(1)).toMatchObject({ difference: -1, limits: ['supplier:s1'] })
  })
})
