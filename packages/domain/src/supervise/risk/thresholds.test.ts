import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { readIndicators } from './indicator.ts'
import { riskFile } from './risk.ts'
import { checkThresholds, tightened } from './thresholds.ts'

const risks = standardData('risks.yaml', riskFile)

describe("an organisation's own thresholds", () => {
  it('warn earlier than the standard', () => {
    // 12 returns of 200 orders: Wilson's lower bound at 95 % is 3.47 %, below the standard's 10 %, above 3 %
    const counts = { orders: 200, returns: 12 }
    const of = (file: typeof risks) => readIndicators(file, counts).find((r) => r.id === 'return-rate')
    expect(of(risks)).toMatchObject({ state: 'quiet', low: expect.closeTo(0.0347, 4) })
    expect(of(tightened(risks, { 'return-rate': { alert: '0.03' } }))?.state).toBe('alert')
  })

  it.each([
    [{ 'return-rate': { alert: '0.11' } }, /return-rate.alert: is later/],
    [{ 'return-rate': { hold: '0.21' } }, /return-rate.hold: is later/],
    [{ 'return-rate': { hold: '0.05' } }, /warns later than it calls for a hold/],
    [{ 'moon-phase': { alert: '0.01' } }, /not an indicator/],
  ])('are refused as %j', (own, why) => {
    expect(() => checkThresholds(risks, own)).toThrow(why)
  })

  it('give way when the standard has become tighter since', () => {
    const now = { ...risks, indicators: risks.indicators.map((i) => ({ ...i, alert: '0.01' })) }
    expect(tightened(now, { 'return-rate': { alert: '0.03' } }).indicators[0]).toMatchObject({ alert: '0.01' })
  })
})
