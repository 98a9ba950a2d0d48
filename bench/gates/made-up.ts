import type { Project } from '@haixuan/domain/plan/project'
import { project } from '@haixuan/domain/plan/project'
import { type Offer, offer } from '@haixuan/domain/select/cooperation/offer'
import { type Listing, listing } from '@haixuan/domain/select/product/listing'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import { type Supplier, supplier } from '@haixuan/domain/select/supplier/supplier'

/** A made-up product with what is recorded of it: facts of two in three, an offer of one in two. */
export type MadeUp = {
  readonly listing: Listing
  readonly facts: ProductFacts | undefined
  readonly offer: Offer | undefined
}

export const PLAN: Project = project.parse({
  theme: 'Home, kitchen and care',
  markets: ['de', 'us', 'th'],
  date: '2026-05-20',
  language: 'en',
  slots: 60,
  currency: 'EUR',
})

export const SUPPLIER: Supplier = supplier.parse({ id: 'S1', name: 'Example Trading', country: 'CN', kind: 'trader' })

/** Things, with the class a person would give them. */
const THINGS = [
  ['LED desk lamp', 'lighting'],
  ['ceramic mug', 'food-contact'],
  ['face serum', 'cosmetics'],
  ['building blocks', 'toys'],
  ['USB-C cable', 'electronics-accessory'],
  ['bath towel', 'home-textile'],
  ['wireless earphones', 'audio-video'],
  ['power bank', 'battery-power'],
  ['cotton T-shirt', 'apparel'],
  ['scented candle', 'candle-fragrance'],
  ['travel bag', 'bags-luggage'],
  ['hair dryer', 'personal-care-appliance'],
] as const

const SENTENCES = [
  'Made for daily use at home and on the way.',
  'The best of all, number one in every test.',
  'Free of harmful substances and kind to sensitive skin.',
  '100% natural and fully biodegradable.',
  'Comes in a gift box with instructions in three languages.',
  'Clinically proven to work within seven days.',
  'Size and colour as shown; please allow for a small difference.',
  'Only today, only a few left.',
  'The surface is easy to clean with a damp cloth.',
  'Delivered within five working days; two years of warranty.',
]

/** Numbers from 0 to below `n`, the same in every run (mulberry32). */
function dice(seed: number): (n: number) => number {
  let a = seed
  return (n) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n)
  }
}

const eur = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: 'EUR' })

export function madeUpProducts(count: number): MadeUp[] {
  const below = dice(count)
  return Array.from({ length: count }, (_, i): MadeUp => {
    const [thing, cls] = THINGS[below(THINGS.length)]!
    const sku = `P${i}`
    const price = 500 + below(9_000)
    const words = Array.from({ length: 6 + below(8) }, () => SENTENCES[below(SENTENCES.length)])
    const read = listing.parse({
      row: i + 1,
      sku,
      title: `Example ${thing} no. ${i}`,
      description: words.join(' '),
      price: { minor: price, currency: 'EUR' },
      images: [],
      category: [],
      variants: [],
      attributes: [],
      language: 'en',
    })
    const facts = productFacts.parse({
      product: sku,
      class: cls,
      origin: 'CN',
      maker: { name: 'Example Works', country: 'CN' },
      certificates: below(2)
        ? [{ type: 'ce-declaration', models: [sku], issued: '2025-01-01', expires: '2028-01-01' }]
        : [],
    })
    return {
      listing: read,
      facts: below(3) ? facts : undefined,
      offer: below(2) ? offerOf(sku, cls, price) : undefined,
    }
  })
}

const offerOf = (product: string, cls: string, price: number): Offer =>
  offer.parse({
    id: `O-${product}`,
    product,
    supplier: SUPPLIER.id,
    class: cls,
    markets: PLAN.markets,
    pricing: { type: 'fixed', price: eur(price) },
    quantity: 100,
    'stock-reserved': 120,
    delivery: { mode: 'direct-mail-9610', 'lead-days': { min: 5, max: 12 }, customs: { hs: '940521', origin: 'CN' } },
    settlement: {
      mode: 'commission',
      instrument: 'platform',
      currency: 'EUR',
      'cycle-days': 30,
      invoice: 'commercial',
      'commission-rate': '0.20',
    },
    costs: { 'unit-cost': eur(Math.round(price / 3)) },
    rates: [
      { from: 'EUR', to: 'USD', rate: '1.10', day: '2026-05-01', source: 'made up' },
      { from: 'EUR', to: 'THB', rate: '38.00', day: '2026-05-01', source: 'made up' },
    ],
  })
