import type { About } from '@haixuan/domain/gate/binding'
import { difference, ruleSetFor } from '@haixuan/domain/gate/rule-set'
import { addDays, type Day } from '@haixuan/domain/kernel/day'
import { describe, expect, it } from 'vitest'
import { loadStandard } from './load.ts'

const { rules, markets } = loadStandard()
const on = (market: string, day: string) => ruleSetFor(rules, markets, market, day as Day)
const figure = (market: string, day: string, name: string, key: string, about: About = {}) =>
  on(market, day).parameter(name, about)?.values[key]

/** Days from which an act applies, as the act or the order itself names them. */
const FIRST_DAYS: [market: string, rule: string, first: string, act: string][] = [
  ['us', 'us.duty.de-minimis-cn-hk', '2025-05-02', 'Executive Order 14256'],
  ['us', 'us.duty.de-minimis-suspended', '2025-08-29', 'Executive Order 14324'],
  ['us', 'us.duty.section-122', '2026-02-24', 'Proclamation of 2026-02-20'],
  ['us', 'us.duty.de-minimis-repealed', '2027-07-01', 'Public Law 119-21 s.70531'],
  ['us', 'us.claim.reviews', '2024-10-21', '16 CFR Part 465'],
  ['us', 'us.product.efiling', '2026-07-08', '16 CFR Part 1110'],
  ['eu', 'eu.gpsr.responsible-person', '2024-12-13', 'Regulation (EU) 2023/988, 52'],
  ['eu', 'eu.duty.parcel', '2026-07-01', 'Council Regulation (EU) 2026/382'],
  ['eu', 'eu.price.prior', '2022-05-28', 'Directive (EU) 2019/2161, 7'],
  ['eu', 'eu.radio.common-charger', '2024-12-28', 'Directive (EU) 2022/2380, 2'],
  ['eu', 'eu.radio.cyber', '2025-08-01', 'Delegated Regulation (EU) 2023/2444'],
  ['eu', 'eu.returns.withdrawal-button', '2026-06-19', 'Directive (EU) 2023/2673, 2'],
  ['eu', 'eu.packaging.ppwr', '2026-08-12', 'Regulation (EU) 2025/40, 71'],
  ['eu', 'eu.claim.eco', '2026-09-27', 'Directive (EU) 2024/825, 4'],
  ['de', 'eu.gpsr.responsible-person', '2024-12-13', 'Regulation (EU) 2023/988, 52, in Germany too'],
  ['gb', 'gb.product.psti', '2024-04-29', 'PSTI Regulations 2023, 1'],
  ['gb', 'gb.price.drip', '2025-04-06', 'DMCC Act 2024 (Commencement No. 2) Regulations'],
  ['cn', 'cn.stream.review', '2026-02-01', '直播电商监督管理办法'],
  ['cn', 'cn.stream.host-age', '2021-05-25', '网络直播营销管理办法（试行）'],
  ['id', 'id.halal.cosmetics', '2026-10-18', 'PP 42/2024: the grace ends on 17 October 2026'],
  ['th', 'th.delivery.cash-on-delivery', '2024-10-03', 'Contract Committee Notification B.E. 2567'],
  ['vn', 'vn.stream.host-identity', '2026-07-01', 'Law on E-commerce 2025'],
  ['ph', 'ph.supplier.identity', '2023-12-20', 'RA 11967'],
  ['my', 'my.product.vape', '2024-10-01', 'Act 852'],
]

describe('rules by day', () => {
  it.each(FIRST_DAYS)('%s: %s begins on %s (%s)', (market, id, first) => {
    const held = (day: string) => on(market, day).rules.some((r) => r.id === id)
    expect(held(addDays(first as Day, -1))).toBe(false)
    expect(held(first)).toBe(true)
  })
})

describe('United States, small parcels', () => {
  const exempt = (day: string, origin?: string) => figure('us', day, 'duty', 'de-minimis', origin ? { origin } : {})

  it('ends the exemption for China and Hong Kong first, then for all', () => {
    expect([exempt('2025-05-01', 'CN'), exempt('2025-05-02', 'CN'), exempt('2025-05-02', 'HK')]).toEqual([
      '800.00',
      '0',
      '0',
    ])
    expect([exempt('2025-05-02', 'VN'), exempt('2025-08-28', 'VN'), exempt('2025-08-29', 'VN')]).toEqual([
      '800.00',
      '800.00',
      '0',
    ])
    expect(
      ['2026-02-19', '2026-02-20', '2026-02-24', '2026-07-24', '2027-06-30', '2027-07-01'].map((d) => exempt(d)),
    ).toEqual(Array(6).fill('0'))
  })

  it('tells 2025-08-28 and 2025-08-30 apart', () => {
    const d = difference(rules, markets, 'us', '2025-08-28' as Day, '2025-08-30' as Day)
    expect(d.ends.map((r) => r.id)).toEqual(['us.duty.de-minimis', 'us.duty.de-minimis-cn-hk', 'us.postal.cn-hk'])
    expect(d.begins.map((r) => r.id)).toEqual(['us.duty.de-minimis-suspended', 'us.postal.all'])
    expect(on('us', '2025-08-28').hash).not.toBe(on('us', '2025-08-30').hash)
  })

  it('moves from IEEPA duties to the Section 122 surcharge, which lapses after 150 days', () => {
    const surcharge = (day: string) => figure('us', day, 'surcharge', 'rate', { origin: 'CN' })
    expect(['2026-02-19', '2026-02-20', '2026-02-23', '2026-02-24', '2026-07-23', '2026-07-24'].map(surcharge)).toEqual(
      ['0.20', '0', '0', '0.10', '0.10', '0'],
    )
    // 150 days: 24 February + 150 = 24 July 2026
    expect(addDays('2026-02-24' as Day, 150)).toBe('2026-07-24')
    const postal = (day: string) => figure('us', day, 'postal-duty', 'rate')
    expect(['2026-02-23', '2026-02-24', '2026-07-23', '2026-07-24'].map(postal)).toEqual([
      undefined,
      '0.10',
      '0.10',
      undefined,
    ])
  })
})

describe('European Union, small parcels', () => {
  it('exempts up to EUR 150, then takes EUR 3 per tariff heading for two years', () => {
    const days = ['2026-06-30', '2026-07-01', '2028-06-30', '2028-07-01']
    expect(days.map((d) => figure('de', d, 'duty', 'de-minimis'))).toEqual(['150.00', '0', '0', '0'])
    expect(days.map((d) => figure('de', d, 'parcel-duty', 'amount'))).toEqual([undefined, '3.00', '3.00', undefined])
    expect(on('de', '2026-07-01').parameter('parcel-duty')?.values).toMatchObject({
      currency: 'EUR',
      per: 'heading',
      below: '150.00',
    })
    expect(figure('eu', '2026-07-01', 'parcel-duty', 'sellers')).toContain('ioss')
  })

  it('warns of the handling fee without counting an amount', () => {
    const fee = (day: string) => on('eu', day).parameter('handling-fee')?.values
    expect(fee('2026-10-31')).toBeUndefined()
    expect(fee('2026-11-01')).toMatchObject({ 'check-before-use': true })
    expect(fee('2026-11-01')).not.toHaveProperty('amount')
    expect(on('eu', '2026-11-01').rules.find((r) => r.id === 'eu.duty.handling-fee')?.severity).toBe('warn')
  })

  it('asks for a responsible person of makers outside the Union, on goods that the GPSR covers', () => {
    const asks = (about: About) =>
      on('de', '2024-12-13')
        .rulesFor(about)
        .some((r) => r.id === 'eu.gpsr.responsible-person')
    expect(asks({ class: 'bags-luggage', makerEstablished: 'CN' })).toBe(true)
    expect(asks({ class: 'bags-luggage', makerEstablished: 'FR' })).toBe(false)
    expect(asks({ class: 'food', makerEstablished: 'CN' })).toBe(false)
  })
})

describe('taxes by day', () => {
  it.each([
    ['cn', '2026-06-01', 'toys', '0.091', '70% of 13%'],
    ['de', '2026-06-01', 'toys', '0.19', 'UStG § 12(1)'],
    ['de', '2026-06-01', 'books-media', '0.07', 'UStG § 12(2)'],
    ['gb', '2026-06-01', 'toys', '0.20', 'VATA 1994 s.2'],
    ['gb', '2026-06-01', 'apparel-children', '0', 'VATA 1994 Sch. 8'],
    ['sg', '2023-12-31', 'toys', '0.08', 'GST Act'],
    ['sg', '2024-01-01', 'toys', '0.09', 'GST Act'],
    ['my', '2024-01-01', 'toys', '0.10', 'low value goods'],
    ['th', '2024-07-05', 'toys', '0.07', 'Revenue Code'],
    ['vn', '2026-12-31', 'toys', '0.08', 'Resolution 204/2025'],
    ['vn', '2027-01-01', 'toys', '0.10', 'VAT Law'],
    ['vn', '2026-12-31', 'alcohol', '0.10', 'not reduced'],
    ['id', '2025-01-01', 'toys', '0.11', '12% of 11/12'],
    ['ph', '2026-06-01', 'toys', '0.12', 'NIRC 106'],
    ['us', '2026-06-01', 'toys', '0', 'no federal VAT'],
  ])('%s on %s, %s: %s (%s)', (market, day, cls, rate) => {
    expect(figure(market, day, 'vat', 'rate', { class: cls })).toBe(rate)
  })

  it.each([
    ['th', '2024-07-04', '1500.00'],
    ['th', '2024-07-05', '1.00'],
    ['vn', '2025-02-17', '1000000'],
    ['vn', '2025-02-18', '0'],
    ['ph', '2026-06-01', '10000.00'],
  ])('%s on %s frees imports up to %s from tax', (market, day, upTo) => {
    expect(figure(market, day, 'import-vat', 'de-minimis')).toBe(upTo)
  })

  it.each([
    ['th', '2025-12-31', '1500.00'],
    ['th', '2026-01-01', '1.00'],
    ['id', '2026-06-01', '3.00'],
    ['gb', '2026-06-01', '135.00'],
    ['my', '2026-06-01', '500.00'],
  ])('%s on %s frees parcels up to %s from duty', (market, day, upTo) => {
    expect(figure(market, day, 'duty', 'de-minimis')).toBe(upTo)
  })

  it('gives Indonesia’s parcel rates by class', () => {
    const rate = (cls: string) => figure('id', '2026-06-01', 'duty', 'parcel-rate', { class: cls })
    expect([rate('toys'), rate('cosmetics'), rate('bags-luggage'), rate('books-media')]).toEqual([
      '0.075',
      '0.15',
      '0.25',
      '0',
    ])
  })
})

describe('withdrawal', () => {
  it.each([
    ['cn', 7, 'day-after-delivery', false, 'buyer'],
    ['de', 14, 'delivery', true, 'buyer'],
    ['gb', 14, 'delivery', true, 'buyer'],
    ['th', 7, 'delivery', true, 'seller'],
    ['us', 0, 'delivery', false, 'buyer'],
    ['sg', 0, 'delivery', false, 'buyer'],
  ])('%s: %d days from %s', (market, days, starts, outbound, payer) => {
    expect(on(market, '2026-06-01').parameter('withdrawal')?.values).toMatchObject({
      days,
      starts,
      'outbound-shipping': outbound,
      'return-shipping-payer': payer,
    })
  })
})
