import { allChecks } from '@haixuan/domain/flow/all-checks'
import { describe, expect, it } from 'vitest'
import { loadStandard } from './load.ts'

const standard = loadStandard()
const { clauses } = standard.clauses

/** The checks of the cooperation gate speak through notices, which are data. */
const noticed = [
  standard.pricing.checks,
  standard.delivery.checks,
  standard.settlement.checks,
  standard['after-sales'].checks,
].flatMap((notices) => Object.values(notices).map((n) => n.check))

const known = new Set(allChecks.map((c) => c.id))

// The clauses of requirements.md, by the content the drafting note fixes.
const REQUIRED =
  'G1 G2 F1 P1 P2 P3 P4 P5 I1 I2 I3 I4 I5 I6 I7 I8 I9 S1 S2 S3 T1 T2 T3 T4 R1 R2 R3 R4 R5 M1 M2 M3'.split(' ')

describe('clauses and checks', () => {
  it('every clause of the standard stands once', () =>
    expect(clauses.map((c) => c.id).sort()).toEqual(REQUIRED.toSorted()))

  it.each(clauses.map((c) => [c.id, c] as const))('%s has checks that exist and events that show it', (_, clause) => {
    expect(clause.checks.length).toBeGreaterThan(0)
    expect(clause.checks.filter((id) => !known.has(id))).toEqual([])
    expect(clause.events.length).toBeGreaterThan(0)
  })

  it('every check stands for a clause', () => {
    const named = new Set(clauses.flatMap((c) => c.checks))
    expect([...known].filter((id) => !named.has(id)).sort()).toEqual([])
  })

  it('every check that a notice speaks for has its name', () =>
    expect(noticed.filter((id) => !known.has(id))).toEqual([]))

  it('a check names a clause that names it', () => {
    const ofClause = new Map(clauses.map((c) => [c.id, c.checks]))
    expect(allChecks.filter((c) => !ofClause.get(c.clause)?.includes(c.id)).map((c) => `${c.clause} ${c.id}`)).toEqual(
      [],
    )
  })
})
