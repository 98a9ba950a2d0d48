import { productFacts } from './facts.mjs'
import { shopGtin } from './identity.mjs'
import { offerOf } from './offers.mjs'
import { supplierRecord } from './suppliers.mjs'

export const COLUMNS = [
  'sku',
  'supplier',
  'brand',
  'class',
  'traits',
  'model',
  'title',
  'description',
  'price',
  'currency',
  'role',
  'pricing',
  'mode',
  'weight',
  'colour',
  'flaws',
  'claims',
]

/** HS headings (six digits) used on the customs data, by class. */
const HS = {
  cosmetics: '330499',
  'candle-fragrance': '340600',
  'beauty-tools': '960330',
  household: '392490',
  'home-textile': '630260',
  'home-decor': '441400',
  'food-contact': '701349',
  'home-appliance': '841451',
  lighting: '940521',
  'personal-care-appliance': '851631',
  'audio-video': '851830',
  'electronics-accessory': '854442',
  'battery-power': '850760',
  computer: '847160',
  'phone-case': '392690',
}

const list = (text, by = ',') =>
  text
    .split(by)
    .map((t) => t.trim())
    .filter(Boolean)

/** A row of the catalogue with what the other parts need; figures follow from its place, so that they are the same every time. */
export function candidate(row, index, { suppliers, currency, gtinFrom }) {
  const supplier = suppliers.find((s) => s.id === row.supplier)
  const n = (index * 37) % 101
  const price = Number(row.price)
  return {
    ...row,
    index,
    traits: list(row.traits),
    flaws: list(row.flaws),
    claims: list(row.claims, ';').map((claim) => {
      const [words, type, says] = claim.split('~')
      return { words, type, says }
    }),
    price,
    listCurrency: row.currency,
    currency,
    weight: Number(row.weight || 100),
    name: row.title,
    gtin: shopGtin(gtinFrom + index),
    hs: HS[row.class] ?? '',
    origin: supplier?.makerCountry ?? supplier?.country ?? 'CN',
    makerLine: supplier && `${makerOf(supplier).name} (made up), ${makerOf(supplier).address}`,
    supplierName: supplier?.name ?? '',
    supplierContact: supplier?.representative ?? '',
    stock: 400 + n * 17,
    units: 60 + n * 3,
    sold: row.flaws.includes('bare') ? n : 300 + n * 41,
    rating: (4.3 + (n % 7) / 10).toFixed(1),
    returnRate: `0.0${2 + (n % 4)}`,
    // what a dear product costs to carry weighs less on it, so it may cost more to make
    costShare: (price < 12 ? 0.14 : 0.24) + (n % 5) / 100,
    pricing: row.pricing || 'fixed',
    settlement: index % 5 === 0 ? 'slot-fee-commission' : 'commission',
    supplierRecord: supplier,
  }
}

const makerOf = (s) => ({
  name: s.makerName ?? s.names?.[0] ?? s.name,
  country: s.makerCountry ?? s.country,
  address: s.makerAddress ?? s.address,
})

/** The listing of a candidate as a shop would export it; `shown` writes its prices and its category. */
export const listingRow = (p, shown) => [
  p.sku,
  p.title,
  p.description,
  shown.price(p.price * 1.08, p.listCurrency),
  shown.price(p.price * (p.role === 'welfare' ? 1.9 : 1.3), p.listCurrency),
  p.listCurrency,
  p.brand,
  p.supplierName || shown.stranger,
  shown.category(p.class),
  p.gtin,
  p.model,
  p.supplier === '' ? '' : p.origin,
  p.hs,
  p.weight ? `${p.weight} g` : '',
  p.stock,
  p.sold,
  shown.number(p.rating),
  Math.round(p.sold / 9),
  `https://shop.example/img/${p.sku}.jpg`,
  `https://shop.example/p/${p.sku}`,
]

/** Writes suppliers, product facts and offers of an example, with their evidence. */
export function writeRecords(folder, { suppliers, products, law, day, markets, note, people, offers, responsibleFor }) {
  folder.yaml('suppliers.yaml', note, { suppliers: suppliers.map((s) => supplierRecord(s, { day, folder, people })) })
  const known = products.filter((p) => !p.flaws.includes('bare'))
  folder.yaml('products.yaml', note, {
    products: known.map((p) => {
      const maker = makerOf(p.supplierRecord)
      return productFacts(p, { day, law, folder, people, maker, responsible: responsibleFor?.(maker) })
    }),
  })
  folder.yaml('offers.yaml', note, {
    offers: known
      .filter((p) => !p.flaws.includes('no-offer'))
      .map((p) => offerOf(p, { ...offers, people, day, markets })),
  })
}

/** The files of a plan, by their names in its folder. */
export const FILES = {
  suppliers: 'suppliers.yaml',
  facts: 'products.yaml',
  offers: 'offers.yaml',
  evidence: 'evidence',
}
