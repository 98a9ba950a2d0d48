import type { z } from 'zod'
import { offer } from './offer.ts'

/** A made-up offer for tests: a lamp for Germany at 49.90 euros that costs 12.00. */
export const lampOffer = (more: { [K in keyof z.input<typeof offer>]?: object | string | number } = {}) =>
  offer.parse({
    id: 'o-1',
    product: 'lamp',
    supplier: 's-1',
    class: 'lighting',
    markets: ['de'],
    pricing: { type: 'fixed', price: { amount: '49.90', currency: 'EUR' } },
    quantity: 100,
    'stock-reserved': 120,
    delivery: {
      mode: 'overseas-warehouse-9810',
      'lead-days': { min: 2, max: 5 },
      'return-path': { kind: 'local-address', address: 'Hamburg', 'paid-by': 'seller' },
      customs: { hs: '940521', origin: 'CN', value: { amount: '13.00', currency: 'EUR' }, 'declared-name': 'LED lamp' },
    },
    settlement: {
      mode: 'commission',
      instrument: 'platform',
      currency: 'EUR',
      'cycle-days': 30,
      invoice: 'commercial',
      'commission-rate': '0.20',
      payee: { holder: 'Example Ltd', 'verified-by': 'wang' },
    },
    costs: { 'unit-cost': { amount: '12.00', currency: 'EUR' } },
    ...more,
  })

/** Texts that are their own ids. */
export const plainTexts = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { zh: id, en: id }]))

/** Notices whose texts are their own ids, for the ids given. */
export const plainNotices = (ids: readonly string[], check: string) =>
  Object.fromEntries(
    ids.map((id) => [
      id,
      {
        check,
        clause: 'I6',
        severity: 'block',
        statutory: false,
        state: 'wrong',
        owner: 'sourcing',
        what: { zh: id, en: id },
        remedy: { zh: id, en: id },
        source: { act: 'an act', status: 'recorded-from-memory' },
      },
    ]),
  )
