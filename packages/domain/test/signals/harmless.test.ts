import { describe, expect, it } from 'vitest'
import { find, idsOf, type Made } from './finder.ts'

/** Listings made for these tests that must give no signal at all. */
const HARMLESS: readonly Made[] = [
  {
    title: 'Case for iPhone 15 Pro Max, Samsung Galaxy S24 and Xiaomi 14',
    brand: 'Kase',
    class: 'phone-case',
    language: 'en',
  },
  { title: '适用于苹果华为小米的数据线', brand: '某某', class: 'electronics-accessory', language: 'zh' },
  { title: 'Kabel data cocok untuk iPhone dan OPPO', brand: 'Kabelin', class: 'electronics-accessory', language: 'id' },
  { title: 'Wine glass set of 6, crystal', class: 'food-contact', language: 'en' },
  { title: '红酒杯 6只装', class: 'food-contact', language: 'zh' },
  { title: 'Milk powder container 800 ml', class: 'food-contact', language: 'en' },
  { title: 'Bottle for infant formula, 240 ml', class: 'baby-care', language: 'en' },
  { title: 'Bekas simpanan makanan kedap udara', class: 'food-contact', language: 'ms' },
  { title: 'Rumput tiruan 1m x 2m', class: 'home-decor', language: 'ms' },
  { title: 'สกุชชี่ น่ารัก', class: 'toys', language: 'th' },
  { title: 'Red wine vinegar 500ml', class: 'food', language: 'en' },
  { title: 'Cat bowl that prevents choking hazard', class: 'pet-supplies', language: 'en' },
  { title: 'Cotton jersey fabric by the metre', class: 'apparel', language: 'en' },
  { title: 'Ivory white lace dress', class: 'apparel', language: 'en' },
  { title: 'Fake eyelashes natural look', class: 'beauty-tools', language: 'en' },
  { title: 'Faux leather bag, original design', class: 'bags-luggage', language: 'en' },
  { title: 'Sunscreen curtain for windows', class: 'home-textile', language: 'en' },
  { title: 'Marble pattern tray', class: 'home-decor', language: 'en' },
  { title: 'Pengharum mobil penghilang bau rokok', class: 'candle-fragrance', language: 'id' },
  { title: 'Feeding syringe for birds', class: 'pet-supplies', language: 'en' },
  { title: 'Hidden camera detector', class: 'electronics-accessory', language: 'en' },
  { title: '12 lines green laser level', class: 'hand-tools', language: 'en' },
  { title: 'LED fireworks lights string', class: 'lighting', language: 'en' },
  { title: 'Medicine cabinet with mirror', class: 'household', language: 'en' },
  { title: 'Second skin yoga leggings', class: 'apparel', language: 'en' },
]

describe('what a listing may say', () => {
  it.each(HARMLESS.map((made) => [made.title, made] as const))('%s', (_, made) => {
    expect(find(made).map((s) => `${s.id}: ${s.span?.words}`)).toEqual([])
  })

  it('an own brand with another name in its title is not held to be unlicensed', () => {
    expect(idsOf({ title: 'UGREEN cable for MacBook Pro', brand: 'UGREEN', class: 'electronics-accessory' })).toEqual([
      'ip.brand-authorisation-needed',
    ])
  })

  it('search words at the end of a description name other goods than this one', () => {
    const listing = {
      title: 'Air freshener refill 250 ml',
      description:
        'Kiri. pepper spray self defense women. air freshener dexandra room. second hand iphone 14 original. automatic perfume sprayer refill',
      class: 'cleaning-chemical',
      language: 'en',
    }
    expect(idsOf(listing)).toEqual([])
  })

  it('the same words in a sentence are meant', () => {
    const description = 'This is a refurbished unit with 3 months of warranty.'
    expect(idsOf({ title: 'Phone 128GB', description, class: 'phone-tablet', language: 'en' })).toEqual([
      'second-hand.refurbished',
    ])
  })
})
