import { addDays } from '@haixuan/domain/kernel/day'
import { standard } from './law.mjs'

const has = (p, flaw) => p.flaws.includes(flaw)
const twoPlaces = (n) => (Math.round(n * 100) / 100).toFixed(2)
const library = standard.contracts
const delivery = standard.delivery

/** The clauses of a fair contract in the library's own wording. */
function contractOf(p, law, language, mode, day, required) {
  const laws = [law, ...(library.within[law] ?? [])]
  const clauses = library.clauses
    .filter((c) => c.kind === 'required' || (c.kind === 'optional' && required.includes(c.id)))
    .filter((c) => (!c.laws || c.laws.some((l) => laws.includes(l))) && (!c.modes || c.modes.includes(mode)))
    .filter((c) => !(has(p, 'contract-gap') && c.id === 'quality.sealed-sample'))
    .map((c) => ({ id: c.id, text: c.wording[language] }))
  if (has(p, 'contract-unfair'))
    clauses.push({
      text:
        language === 'zh'
          ? '本活动最终解释权归主播方所有；坑位费一经支付概不退还。'
          : 'The operator has the final interpretation of these terms; the slot fee is non-refundable.',
    })
  return { 'governing-law': law, clauses, signed: addDays(day, -40) }
}

const restrictionsOn = (p, market) =>
  delivery.restrictions.filter(
    (r) =>
      r.outcome === 'conditional' &&
      r.modes.includes(p.mode) &&
      (!r.markets || r.markets.includes(market)) &&
      (r.traits?.some((t) => p.traits.includes(t)) ||
        r.classes?.some((c) => p.class === c || p.class.startsWith(`${c}.`))),
  )

/** The cooperation terms of a product that pass every check, but for its flaws. */
export function offerOf(p, about) {
  const { day, markets, prices, rateOf, law, language, required, warehouse } = about
  const money = (n, currency = p.currency) => ({ amount: twoPlaces(n), currency })
  const main = prices(p.price)
  const cost = p.price * (has(p, 'below-floor') ? 0.93 : p.costShare)
  const bulk = p.mode === 'overseas-warehouse-9810' || p.mode === 'platform-fulfilment'
  const acknowledged = markets
    .flatMap((m) => restrictionsOn(p, m))
    .filter((r, i, all) => all.indexOf(r) === i && !has(p, 'restriction-open'))
    .map((r) => ({ restriction: r.id, evidence: `products/${p.sku}.txt`, by: '邱禾' }))
  return {
    id: `OFFER-${p.sku}`,
    product: p.sku,
    supplier: p.supplier,
    name: p.name,
    class: p.class,
    traits: p.traits,
    markets: has(p, 'market-missing') ? markets.slice(0, -1) : markets,
    pricing: { ...pricingOf(p, about, money), 'market-prices': main },
    quantity: p.units,
    'stock-reserved': p.stock,
    delivery: {
      mode: p.mode,
      'lead-days': bulk ? { min: 2, max: 5 } : { min: 6, max: 12 },
      costs: bulk ? [{ id: 'storage-and-delivery', amount: money(0.9 + p.price * 0.02) }] : [],
      acknowledged,
      'return-path': { kind: 'local-address', address: warehouse, 'paid-by': 'seller' },
      customs: {
        hs: p.hs,
        origin: p.origin,
        'declared-name': p.name,
        ...(bulk ? { value: money(cost * 1.1) } : {}),
      },
      'registered-in': bulk ? [] : markets,
      incoterm: 'ddp',
    },
    settlement: settlementOf(p, money, day),
    ...(has(p, 'no-contract') ? {} : { contract: contractOf(p, law, language, p.settlement, day, required) }),
    returns: {
      days: has(p, 'returns-short') ? 3 : about.returnDays,
      'refund-days': 7,
      'outbound-shipping': true,
      'return-shipping-payer': 'seller',
    },
    costs: {
      'unit-cost': money(cost),
      packaging: money(0.15),
      'inland-freight': money(0.1),
      'international-freight': money(0.25 + p.weight * 0.0009),
      'platform-fee-rate': '0.04',
      'payment-fee-rate': '0.02',
      'host-commission-rate': '0.04',
      'ad-share': '0.04',
      'return-rate': p.returnRate,
      'return-cost': money(0.6),
      'resale-share': '0.5',
    },
    'target-margin': '0.06',
    rates: rateOf ?? [],
  }
}

function pricingOf(p, { day, channel }, money) {
  const base = { type: p.pricing, price: money(p.price), from: addDays(day, -2), until: addDays(day, 3) }
  if (p.pricing === 'live-exclusive')
    return {
      ...base,
      channel,
      parallel: [
        { channel: 'own-shop', price: money(p.price * 1.15), day: addDays(day, -2), evidence: `products/${p.sku}.txt` },
      ],
    }
  if (p.pricing === 'flash') return { ...base, limit: Math.min(p.units, p.stock) }
  if (p.pricing === 'tiered')
    return {
      ...base,
      tiers: [
        { from: 1, price: money(p.price) },
        { from: 3, price: money(p.price * 0.96) },
      ],
    }
  if (p.pricing === 'coupon')
    return {
      ...base,
      coupons: [{ id: 'ROOM', share: '0.05', stackable: false, 'funded-by': 'platform' }],
    }
  if (p.pricing === 'reference')
    return {
      ...base,
      type: 'fixed',
      reference: { price: money(p.price * 1.2), kind: 'prior-lowest', evidence: `products/${p.sku}.txt` },
      history: [60, 20].map((days, i) => ({ day: addDays(day, -days), price: money(p.price * (1.25 - i * 0.05)) })),
    }
  return base
}

function settlementOf(p, money, day) {
  const payee = has(p, 'payee-open') ? {} : { 'verified-by': '何佳宁', 'verified-on': addDays(day, -39) }
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
