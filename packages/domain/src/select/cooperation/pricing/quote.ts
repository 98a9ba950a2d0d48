import Big from 'big.js'
import { allocate } from '../../../kernel/allocate.ts'
import { money } from '../../../kernel/money.ts'
import { percent, show } from '../amount.ts'
import { freightInPrice, type Limit, type Stands } from './border.ts'
import { shareOf, withoutTax } from './exact-share.ts'
import { type CostLineId, type Prepared, type RawLine, sum } from './prepare.ts'

/** All costs of a parcel at one price. `tax` is what of the price is not the seller's. */
export type Quote = {
  readonly lines: readonly RawLine[]
  readonly gross: number
  readonly tax: number
  readonly total: number
  readonly customsValue: { readonly minor: number; readonly formula: () => string }
  /** how many limits of value the goods are above: costs are straight lines of the price between two limits */
  readonly step: number
}

/**
 * Every cost at a price of `price` minor units for the whole parcel. Each step is rounded half up to minor units, so
 * that the printed figures can be worked again by hand. `assume` fixes the step, to look at one straight piece alone.
 */
export function quote(prepared: Prepared, price: number, assume?: number): Quote {
  const { parcel: p, currency, border, limits, weights } = prepared
  const m = (minor: number): string => show(money(minor, currency))
  const prices = weights.length === 1 ? [price] : allocate(money(price, currency), weights).map((x) => x.minor)
  const inPrice = freightInPrice(p)
  const rows = p.items.map((item, i) => {
    const law = border.items[i]!
    const gross = prices[i]! + prepared.shipping[i]!
    const taxRate = law.vat?.rate ?? law.importVat?.rate
    const without = (minor: number) => (taxRate === undefined ? minor : withoutTax(minor, taxRate))
    const net = without(gross)
    const declared = prepared.declared[i]
    const value = declared ?? (inPrice ? net : without(prices[i]!))
    // goods that come in free of tax at import are worth all of what was paid: the cautious side of a limit
    const worth = declared ?? (law.vat ? value : prices[i]! + (inPrice ? prepared.shipping[i]! : 0))
    return { item, law, gross, taxRate, net, declared, value, worth, freight: prepared.freight[i]! }
  })
  const value = sum(rows.map((r) => r.worth))
  const step = assume ?? limits.filter((l) => l < value).length
  const within = (l: Limit | undefined): l is Limit => l !== undefined && step <= limits.indexOf(l.upTo)

  const flat = within(border.parcelDuty?.upTo) ? border.parcelDuty : undefined
  const flatMinor = flat ? flat.each * flat.count : 0
  const flatShares = flat ? allocate(money(flatMinor, currency), weights).map((x) => x.minor) : weights.map(() => 0)
  const charged = rows.map((r, i) => {
    const cif = inPrice ? r.value : r.value + r.freight
    // a straight piece looked at alone stays straight below the freight, where no price can be enough anyway
    const fob = !inPrice ? r.value : assume === undefined ? Math.max(0, r.value - r.freight) : r.value - r.freight
    const base = r.law.basis === 'fob' ? fob : cif
    const from = inPrice ? 'price without tax' : r.declared === undefined ? 'goods without tax' : 'declared value'
    const way =
      inPrice === (r.law.basis === 'fob') && r.freight > 0
        ? inPrice
          ? ` − ${m(r.freight)} freight and insurance`
          : ` + ${m(r.freight)} freight and insurance`
        : ''
    const says = `${r.law.basis.toUpperCase()} ${m(base)} = ${from} ${m(r.value)}${way}`
    const free = within(r.law.dutyFree) ? r.law.dutyFree : undefined
    const rate = within(r.law.parcelRate?.upTo) ? r.law.parcelRate : r.law.duty
    const piece = r.law.perPiece
    const duty = flat || free ? 0 : piece ? piece.each * piece.count : rate ? shareOf(base, rate.rate) : 0
    const extra = (charge: { rate: string } | undefined) => (flat || free || !charge ? 0 : shareOf(base, charge.rate))
    const [surcharge, tradeRemedy] = [extra(r.law.surcharge), extra(r.law.tradeRemedy)]
    const duties = duty + surcharge + tradeRemedy + flatShares[i]!
    const sale = r.law.vat && (!r.law.importVat || !r.law.vat.upTo || within(r.law.vat.upTo)) ? r.law.vat : undefined
    const atImport = sale ? undefined : r.law.importVat
    const taxFree = within(atImport?.free) ? atImport?.free : undefined
    const taxBase = { 'customs-value': base, 'fob-duty': fob + duties }[atImport?.base ?? ''] ?? cif + duties
    const onSale = sale !== undefined || atImport?.base === 'sale-price'
    const tax = onSale ? r.gross - r.net : taxFree || !atImport ? 0 : shareOf(taxBase, atImport.rate)
    return { ...r, base, says, free, rate, duty, surcharge, tradeRemedy, sale, atImport, taxFree, taxBase, onSale, tax }
  })
  type Charged = (typeof charged)[number]
  const many = rows.length > 1
  const told =
    (say: (c: Charged) => string, of = charged) =>
    () =>
      of.map((c) => (many ? `${c.item.name}: ` : '') + say(c)).join(' + ')
  const gross = sum(rows.map((r) => r.gross))
  const tax = sum(charged.map((c) => c.tax))

  const lines: RawLine[] = [...prepared.fixed]
  const put = (id: CostLineId, minor: number, formula: () => string, stands?: Stands) =>
    lines.push(stands ? { id, minor, formula, stands } : { id, minor, formula })

  if (flat)
    put(
      'parcel-duty',
      flatMinor,
      () => `${m(flat.each)} × ${flat.count} (${flat.per}), goods ${m(value)} ≤ ${m(flat.upTo.upTo)}`,
      flat,
    )
  else {
    const dutiable = charged.filter((c) => c.free || c.rate || c.law.perPiece)
    if (dutiable.length > 0)
      put(
        'duty',
        sum(dutiable.map((c) => c.duty)),
        told((c) => {
          const piece = c.law.perPiece
          if (c.free) return `0: goods ${m(value)} ≤ ${m(c.free.upTo)}`
          return piece ? `${m(piece.each)} × ${piece.count} (${piece.per})` : `${percent(c.rate!.rate)} × ${c.says}`
        }, dutiable),
        dutiable[0]!.free ?? dutiable[0]!.law.perPiece ?? dutiable[0]!.rate,
      )
    for (const [id, charge, minor] of [
      ['surcharge', (c: Charged) => c.law.surcharge, (c: Charged) => c.surcharge],
      ['trade-remedy', (c: Charged) => c.law.tradeRemedy, (c: Charged) => c.tradeRemedy],
    ] as const) {
      const extra = charged.filter((c) => charge(c) && !c.free)
      if (extra.length > 0)
        put(
          id,
          sum(extra.map(minor)),
          told((c) => `${percent(charge(c)!.rate)} × ${c.says}`, extra),
          charge(extra[0]!),
        )
    }
  }
  const handling = border.handling
  if (handling)
    put(
      'handling-fee',
      handling.each * handling.count,
      () => `${m(handling.each)} × ${handling.count} (${handling.per})`,
      handling,
    )
  const atSale = charged.filter((c) => c.sale)
  if (atSale.length > 0)
    put(
      'vat',
      sum(atSale.map((c) => c.tax)),
      told((c) => `${m(c.gross)} − ${m(c.gross)} ÷ ${new Big(c.taxRate!).plus(1)}`, atSale),
      atSale[0]!.sale,
    )
  const imported = charged.filter((c) => c.atImport)
  if (imported.length > 0)
    put(
      'import-vat',
      sum(imported.map((c) => c.tax)),
      told(
        (c) =>
          c.onSale
            ? `${m(c.gross)} − ${m(c.gross)} ÷ ${new Big(c.taxRate!).plus(1)}`
            : c.taxFree
              ? `0: goods ${m(value)} ≤ ${m(c.taxFree.upTo)}`
              : `${percent(c.atImport!.rate)} × ${m(c.taxBase)} (${c.atImport!.base})`,
        imported,
      ),
      imported[0]!.atImport,
    )
  const fee = (id: CostLineId, rate: string, of: number, fixed = 0): number => {
    const minor = shareOf(of, rate) + fixed
    if (minor !== 0 || Number(rate) !== 0)
      put(id, minor, () => `${percent(rate)} × ${m(of)}${fixed ? ` + ${m(fixed)}` : ''}`)
    return minor
  }
  const platform = fee('platform-fee', p['platform-fee-rate'], gross)
  fee('payment-fee', p['payment-fee-rate'], gross, prepared.paymentFee)
  const room = fee('commission', p['commission-rate'], price)
  const host = fee('host-commission', p['host-commission-rate'], price)
  fee('advertising', p['ad-share'], price)
  if (Number(p['return-rate']) !== 0) {
    // a returned unit: the price goes back, tax and fees on it are not owed, what can be sold again is kept
    const kept = shareOf(prepared.goods, p['resale-share'])
    const lost = gross - tax - platform - room - host - kept + prepared.returnCost
    put('returns', shareOf(lost, p['return-rate']), () =>
      [
        `${percent(p['return-rate'])} × (${m(gross)} − ${m(tax)} tax − ${m(platform + room + host)} fees given back`,
        `− ${m(kept)} goods sold again + ${m(prepared.returnCost)} way back)`,
      ].join(' '),
    )
  }
  return {
    lines,
    gross,
    tax,
    total: sum(lines.map((l) => l.minor)),
    customsValue: { minor: sum(charged.map((c) => c.base)), formula: told((c) => c.says) },
    step,
  }
}
