import { addDays } from '@haixuan/domain/kernel/day'
import { standard } from './law.mjs'

const has = (p, flaw) => p.flaws.includes(flaw)
const { contracts: library, delivery } = standard
const isBulk = (mode) => delivery.modes.find((m) => m.id === mode).enters === 'bulk'

/** The clauses of a fair contract in the library's own wording. */
function contractOf(p, { law, language, required, day, unfair }) {
  const laws = [law, ...(library.within[law] ?? [])]
  const clauses = library.clauses
    .filter((c) => c.kind === 'required' || (c.kind === 'optional' && required.includes(c.id)))
    .filter((c) => (!c.laws || c.laws.some((l) => laws.includes(l))) && (!c.modes || c.modes.includes(p.settlement)))
    .filter((c) => !(has(p, 'contract-gap') && c.id === 'bank.change-control'))
    .map((c) => ({ id: c.id, text: c.wording[language] }))
  if (has(p, 'contract-unfair')) clauses.push({ text: unfair })
  return { 'governing-law': law, clauses, signed: addDays(day, -40) }
}

/** Restrictions on carrying the product that somebody looked at, with the proof that they are met. */
function acknowledgedOf(p, { markets, people }) {
  if (has(p, 'restriction-open')) return []
  const touched = delivery.restrictions.filter(
    (r) =>
      r.outcome === 'conditional' &&
      r.modes.includes(p.mode) &&
      (!r.markets || r.markets.some((m) => markets.includes(m))) &&
      (r.traits?.some((t) => p.traits.includes(t)) || r.classes?.includes(p.class)),
  )
  return touched.map((r) => ({ restriction: r.id, evidence: `products/${p.sku}.txt`, by: people.samples }))
}

/** The cooperation terms of a product that pass every check, but for its flaws. `costs` are in the currency of the prices. */
export function offerOf(p, about) {
  const { markets, costs } = about
  const money = (n) => ({ amount: n.toFixed(2), currency: p.currency })
  const cost = p.price * (has(p, 'below-floor') ? costs.floorShare : p.costShare)
  const bulk = isBulk(p.mode)
  return {
    id: `OFFER-${p.sku}`,
    product: p.sku,
    supplier: p.supplier,
    name: p.name,
    class: p.class,
    traits: p.traits,
    markets: has(p, 'market-missing') ? markets.slice(0, -1) : markets,
    pricing: pricingOf(p, about, money),
    quantity: p.units,
    'stock-reserved': p.stock,
    delivery: {
      mode: p.mode,
      'lead-days': bulk ? { min: 2, max: 5 } : { min: 6, max: 12 },
      costs: bulk ? [{ id: 'storage-and-delivery', amount: money(costs.warehouse + p.price * 0.02) }] : [],
      acknowledged: acknowledgedOf(p, about),
      'return-path': { kind: 'local-address', address: about.warehouse, 'paid-by': 'seller' },
      customs: {
        hs: p.hs,
        origin: p.origin,
        'declared-name': p.name,
        ...(bulk ? { value: money(cost * 1.1) } : {}),
      },
      'registered-in': bulk ? [] : markets,
      incoterm: 'ddp',
    },
    settlement: settlementOf(p, about, money),
    ...(has(p, 'no-contract') ? {} : { contract: contractOf(p, about) }),
    returns: {
      days: has(p, 'returns-short') ? 7 : about.returnDays,
      'refund-days': 7,
      'outbound-shipping': true,
      'return-shipping-payer': 'seller',
    },
    costs: {
      'unit-cost': money(cost),
      packaging: money(costs.packaging),
      'inland-freight': money(costs.inland),
      'international-freight': money(costs.freight + p.weight * costs.freightPerGram),
      'platform-fee-rate': '0.04',
      'payment-fee-rate': '0.02',
      'host-commission-rate': '0.04',
      'ad-share': '0.04',
      'return-rate': p.returnRate,
      'return-cost': money(costs.return),
      'resale-share': '0.5',
    },
    'target-margin': '0.06',
  }
}

function pricingOf(p, { day, channel, prices }, money) {
  const evidence = `products/${p.sku}.txt`
  const type = p.pricing === 'reference' ? 'fixed' : p.pricing
  const base = { type, price: money(p.price), from: addDays(day, -2), until: addDays(day, 3) }
  const parts = {
    'live-exclusive': {
      channel,
      parallel: [{ channel: 'own-shop', price: money(p.price * 1.15), day: addDays(day, -2), evidence }],
    },
    flash: { limit: Math.min(p.units, p.stock) },
    tiered: {
      tiers: [
        { from: 2, price: money(p.price * 0.98) },
        { from: 3, price: money(p.price * 0.96) },
      ],
    },
    coupon: { coupons: [{ id: 'ROOM', share: '0.05', stackable: false, 'funded-by': 'platform' }] },
    // struck through: the lowest price of the weeks before, or, with the flaw, more than that
    reference: {
      reference: {
        price: money(p.price * (has(p, 'reference-too-high') ? 1.5 : 1.2)),
        kind: 'prior-lowest',
        evidence,
      },
      history: [60, 20].map((days, i) => ({ day: addDays(day, -days), price: money(p.price * (1.25 - i * 0.05)) })),
    },
  }
  const local = prices(p.price)
  return { ...base, ...parts[p.pricing], ...(local ? { 'market-prices': local } : {}) }
}

function settlementOf(p, { day, people }, money) {
  const payee = has(p, 'payee-open') ? {} : { 'verified-by': people.sourcing, 'verified-on': addDays(day, -39) }
  return {
    mode: p.settlement,
    instrument: 'platform',
    currency: p.currency,
    'cycle-days': has(p, 'cycle-long') ? 120 : 20,
    'fx-day': 'statement',
    invoice: 'commercial',
    'commission-rate': '0.12',
    ...(p.settlement === 'slot-fee-commission' ? { 'slot-fee': money(60) } : {}),
    payee: { holder: p.supplierName, ...payee },
  }
}
