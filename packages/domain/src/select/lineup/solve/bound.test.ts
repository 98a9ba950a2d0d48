import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rulesWith } from '../../../../test/lineup/rules.ts'
import { smallStream } from '../../../../test/lineup/small-stream.ts'
import { tryEvery } from '../../../../test/lineup/try-every.ts'
import { whyNot } from '../eligible.ts'
import { fillSettings } from '../fill-settings.ts'
import { exact, priceOut } from './bound.ts'
import { buildProblem } from './problem.ts'
import { fewest, within } from './variants.ts'

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
        const best = tryEvery(candidates, settings)
        const priced = (variant: typeof problem) =>
          priceOut(variant, exact(variant.rows.map((_, at) => numbers[at % 60] as number))).bound
        expect(priced(within(problem, best.violations))).toBeGreaterThanOrEqual(best.points)
        expect(priced(fewest(problem))).toBeGreaterThanOrEqual(-best.violations)
      },
    ),
    { numRuns: 200 },
  )
})
