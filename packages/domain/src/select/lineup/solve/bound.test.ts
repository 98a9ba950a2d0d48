import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rulesWith } from '../../../../test/lineup/rules.ts'
import { smallStream } from '../../../../test/lineup/small-stream.ts'
import { tryEvery } from '../../../../test/lineup/try-every.ts'
import { whyNot } from '../eligible.ts'
import { fillSettings } from '../fill-settings.ts'
import { exact, priceOut } from './bound.ts'
import { buildProblem } from './problem.ts'

test('whatever the multipliers, no lineup has more points, and none fewer violations, than the bound allows', () => {
  fc.assert(
    fc.property(
      smallStream,
      fc.array(fc.double({ min: -2_000, max: 2_000, noNaN: true }), { minLength: 60, maxLength: 60 }),
      ({ candidates, settings }, numbers) => {
        const plan = fillSettings(settings, rulesWith(settings).defaults, candidates)
        const problem = buildProblem(
          candidates.filter((c) => whyNot(c, plan) === undefined),
          plan,
        )
        const multipliers = exact([...problem.rows, 'violations'].map((_, at) => numbers[at % 60] as number))
        const best = tryEvery(candidates, settings)
        const { bound } = priceOut(problem, 'points', multipliers, best.violations)
        expect(bound).toBeGreaterThanOrEqual(best.points)
        const fewest = priceOut(problem, 'violations', multipliers.fill(0, problem.rows.length), 0)
        expect(fewest.bound).toBeGreaterThanOrEqual(-best.violations)
      },
    ),
    { numRuns: 200 },
  )
})
