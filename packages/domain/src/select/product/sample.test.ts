import { describe, expect, it } from 'vitest'
import { besideSeal, checkCustody, compareWithSeal, handOver, type Sample, sample, sealOf, stateOf } from './sample.ts'

const steps = (...states: string[]): Sample =>
  sample.parse({
    id: 's1',
    history: states.map((state, i) => ({
      state,
      at: `2026-05-0${i + 1}T08:00:00Z`,
      by: 'Chen',
      ...(state === 'sealed' ? { 'seal-number': 'F-1' } : {}),
      ...(state === 'lent' ? { holder: 'host Lin' } : {}),
    })),
  })

describe('custody of a sample', () => {
  it('goes request → shipped → received → examined → sealed → lent → sealed → retained', () => {
    const s = steps('requested', 'shipped', 'received', 'examined', 'sealed', 'lent', 'sealed', 'retained')
    expect(checkCustody(s)).toBeUndefined()
    expect(stateOf(s)).toBe('retained')
    expect(sealOf(s)?.['seal-number']).toBe('F-1')
  })
  it('refuses a seal before examination, a hand-over back in time, a seal without number and a loan to nobody', () => {
    expect(checkCustody(steps('requested', 'shipped', 'received', 'sealed'))?.clause).toBe('I4')
    const s = steps('requested', 'shipped', 'received', 'examined')
    const step = { by: 'Chen', photos: [], measured: [] }
    expect(() => handOver(s, { ...step, state: 'sealed', at: '2026-05-09T00:00:00Z' })).toThrow(/seal number/)
    expect(() => handOver(s, { ...step, state: 'lent', at: '2026-05-09T00:00:00Z' })).toThrow(/holder/)
    expect(() => handOver(s, { ...step, state: 'returned', at: '2026-01-01T00:00:00Z' })).toThrow(/earlier/)
  })
  it('a lost sample seals nothing', () =>
    expect(sealOf(steps('requested', 'shipped', 'received', 'examined', 'sealed', 'lost'))).toBeUndefined())
})

describe('bulk goods against the seal', () => {
  const sealed = [
    { attribute: 'weight', value: 200, unit: 'g' },
    { attribute: 'colour', value: 'Deep Blue' },
  ]
  it('lets 5 % through and tells 6 %', () => {
    expect(
      compareWithSeal(
        sealed,
        [
          { attribute: 'weight', value: 210, unit: 'g' },
          { attribute: 'colour', value: 'deep  blue' },
        ],
        0.05,
      ),
    ).toEqual([])
    expect(
      compareWithSeal(
        sealed,
        [
          { attribute: 'weight', value: 212, unit: 'g' },
          { attribute: 'colour', value: 'deep blue' },
        ],
        0.05,
      ),
    ).toEqual([{ attribute: 'weight', sealed: '200 g', bulk: '212 g', off: 0.06 }])
  })
  it('tells other units, other words and what was not measured', () => {
    const found = compareWithSeal(sealed, [{ attribute: 'weight', value: 0.2, unit: 'kg' }], 0.05)
    expect(found.map((d) => [d.attribute, d.bulk])).toEqual([
      ['weight', '0.2 kg'],
      ['colour', ''],
    ])
  })
  it('stands beside it attribute by attribute, those that agree too', () => {
    // 6 g of 200 g are 3 %
    expect(besideSeal(sealed, [{ attribute: 'weight', value: 206, unit: 'g' }], 0.05)).toEqual([
      { attribute: 'weight', sealed: '200 g', bulk: '206 g', off: 0.03, differs: false },
      { attribute: 'colour', sealed: 'Deep Blue', bulk: '', differs: true },
    ])
  })
})
