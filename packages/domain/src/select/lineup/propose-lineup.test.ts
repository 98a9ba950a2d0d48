import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { roleFile } from '../product/role.ts'
import { tryEvery } from '../../../test/lineup/try-every.ts'
import { proposeLineup } from './propose-lineup.ts'
import { lineupFile } from './settings-schema.ts'
import { smallStream } from '../../../test/lineup/small-stream.ts'
import { loadSolver, type Solver } from './solve/linear.ts'
import { verifyLineup } from './verify-lineup.ts'

const defaults = standardData('lineup.yaml', lineupFile)
const roles = Object.fromEntries(
  standardData('roles.yaml', roleFile).roles.map((r) => [r.id, r.name]),
) as Parameters<typeof proposeLineup>[1]['roles']
let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

describe('on small streams, against trying every lineup', () => {
  test('it finds the fewest violations and then the most points, and its bound holds', () => {
    fc.assert(
      fc.property(smallStream, ({ candidates, settings }) => {
        const rules = { settings, defaults, roles }
        const lineup = proposeLineup(candidates, rules, solver)
        const best = tryEvery(candidates, settings)
        expect(lineup.certificate.violations).toBe(best.violations)
        expect(lineup.objective).toBe(best.points)
        expect(lineup.bound).toBeGreaterThanOrEqual(best.points)
        expect(lineup.certificate.bound).toBeGreaterThanOrEqual(best.points)
        expect(lineup.proven).toBe(true)
        expect(verifyLineup(lineup, candidates, rules)).toEqual([])
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })
})
