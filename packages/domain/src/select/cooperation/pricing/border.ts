import Big from 'big.js'
import type { Parameter, RuleSet } from '../../../gate/rule-set.ts'
import type { Day } from '../../../kernel/day.ts'
import { BadInput } from '../../../kernel/errors.ts'
import { parseMoney } from '../../../kernel/money.ts'
import { exchange } from '../amount.ts'
import { because } from '../because.ts'
import type { Parcel } from '../parcel.ts'

/** The rule and source behind one key of a parameter. */
export const standsOn = (p: Parameter, key: string) => ({
  rule: p.rules[key] ?? p.rule,
  source: p.sources[key] ?? p.source,
})

/** Looks up figures of law in force: `parameter` of a rule set. */
export type Parameters = RuleSet['parameter']

/** Where a figure stands: the rule, when one carries it, and its source. */
export type Stands = { readonly rule?: string; readonly source: string }
export type Charge = Stands & { readonly rate: string }
/** A limit in minor units of the selling currency: goods worth as much or less fall under it. */
export type Limit = Stands & { readonly upTo: number }

/** What the border and the tax office ask of one item. */
export type ItemBorder = {
  /** tax in the price, due on the sale */
  readonly vat: (Charge & { readonly upTo: Limit | undefined }) | undefined
  /** tax due at import, where the sale itself is not taxed */
  readonly importVat: (Charge & { readonly base: string; readonly free: Limit | undefined }) | undefined
  readonly duty: Charge | undefined
  /** a fixed duty per piece sent by post */
  readonly perPiece: Flat | undefined
  readonly basis: 'fob' | 'cif'
  readonly dutyFree: Limit | undefined
  readonly parcelRate: (Charge & { readonly upTo: Limit }) | undefined
  readonly surcharge: Charge | undefined
  readonly tradeRemedy: Charge | undefined
}
/** A flat amount for each thing counted. */
export type Flat = Stands & { readonly each: number; readonly count: number; readonly per: string }
export type Border = {
  readonly items: readonly ItemBorder[]
  readonly parcelDuty: (Flat & { readonly upTo: Limit }) | undefined
  readonly handling: Flat | undefined
  /** a handling fee is to come; its act must be looked up before it is counted */
  readonly handlingUnsure: boolean
}

/**
 * Tariff lines are told apart by the first 6 digits, which the world shares: silk (6206.10) and wool blouses (6206.20)
 * in one parcel are two, as the Council's own example counts them.
 */
const TARIFF_DIGITS = 6

/** Compiles the figures in force for a parcel, before any price is tried. @throws BadInput on a rule without its figures */
export function borderOf(p: Parcel, currency: string, on: Day, parameters: Parameters): Border {
  const read = (found: Parameter) => new Reader(found, p, currency, on)
  const small = p.enters === 'parcel'
  const items = p.items.map((item): ItemBorder => {
    const about = { class: item.class, origin: item.origin, delivery: p.mode }
    const look = (name: string) => {
      const found = parameters(name, about)
      return found && read(found)
    }
    const [vat, importVat, duty, postal] = [look('vat'), look('import-vat'), look('duty'), look('postal-duty')]
    // a tax put on top of the shown price is the buyer's, not a cost of it
    const atImport = importVat?.charge('rate')
    const byBuyer = small && atImport !== undefined && vat?.text('collected') === 'import'
    const taxed = vat?.onTop() || byBuyer ? undefined : vat?.charge('rate')
    const mailed = small && p.carrier === 'post'
    const byPost = mailed ? postal?.charge('rate') : undefined
    const perPiece = mailed && !byPost && postal?.text('amount') ? postal.flat(item.quantity) : undefined
    const looked = item['duty-rate']
    const parcelRate = small ? duty?.charge('parcel-rate') : undefined
    const parcelLimit = duty?.limit('parcel-limit', 'parcel-limit-currency')
    return {
      vat: taxed && { ...taxed, upTo: small ? vat?.limit('threshold', 'threshold-currency') : undefined },
      importVat: atImport && {
        ...atImport,
        base: importVat?.text('base') ?? 'cif-duty',
        free: small ? importVat?.limit('de-minimis', 'de-minimis-currency') : undefined,
      },
      duty: byPost ?? looked ?? duty?.charge('default-rate'),
      perPiece,
      basis: duty?.text('basis') === 'fob' ? 'fob' : 'cif',
      dutyFree:
        small && !byPost && !perPiece
          ? duty?.limit('de-minimis', 'de-minimis-currency', 'de-minimis-basis')
          : undefined,
      parcelRate: parcelRate && parcelLimit && !byPost && !perPiece ? { ...parcelRate, upTo: parcelLimit } : undefined,
      surcharge: byPost || perPiece ? undefined : look('surcharge')?.charge('rate'),
      tradeRemedy: byPost || perPiece ? undefined : look('trade-remedy')?.charge('rate'),
    }
  })
  const flat = small ? parameters('parcel-duty', { delivery: p.mode }) : undefined
  const sellers = flat?.values.sellers
  const meant =
    !Array.isArray(sellers) || (p.registered ? sellers.includes('ioss') : sellers.includes('standard-import'))
  const fee = small ? parameters('handling-fee', { delivery: p.mode }) : undefined
  return {
    items,
    parcelDuty:
      flat && meant ? { ...read(flat).flat(), upTo: read(flat).limitNeeded('below', 'below-currency') } : undefined,
    handling: fee?.values.amount ? read(fee).flat() : undefined,
    handlingUnsure: fee?.values['check-before-use'] === true,
  }
}

/** Reads a parameter's figures in the selling currency of a parcel. */
class Reader {
  readonly #found: Parameter
  readonly #parcel: Parcel
  readonly #currency: string
  readonly #on: Day
  constructor(found: Parameter, p: Parcel, currency: string, on: Day) {
    this.#found = found
    this.#parcel = p
    this.#currency = currency
    this.#on = on
  }
  text(key: string): string | undefined {
    const v = this.#found.values[key]
    return typeof v === 'string' ? v : undefined
  }
  onTop(): boolean {
    return this.#found.values['price-included'] === false
  }
  #needed(key: string): string {
    const v = this.text(key)
    if (v === undefined) throw new BadInput(because('parameter-not-set', { key }), { place: this.#found.rule })
    return v
  }
  #stands(key: string): Stands {
    return standsOn(this.#found, key)
  }
  #minor(amountKey: string, currencyKey: string): number {
    const m = parseMoney(this.#needed(amountKey), this.#needed(currencyKey), amountKey)
    return exchange(m, this.#currency, this.#parcel.rates, this.#on).minor
  }
  charge(key: string): Charge | undefined {
    const rate = this.text(key)
    return rate === undefined ? undefined : { rate, ...this.#stands(key) }
  }
  /** undefined when not set or 0: then nothing is exempt */
  limit(amountKey: string, currencyKey: string, basisKey?: string): Limit | undefined {
    const written = this.text(amountKey)
    if (written === undefined || new Big(written).eq(0)) return undefined
    // a limit on the value at the border counts the way there, when the buyer's price does not hold it already
    const way =
      basisKey !== undefined && this.text(basisKey) === 'cif' && !freightInPrice(this.#parcel) ? this.#way() : 0
    return { upTo: this.#minor(amountKey, currencyKey) - way, ...this.#stands(amountKey) }
  }
  limitNeeded(amountKey: string, currencyKey: string): Limit {
    return { upTo: this.#minor(amountKey, currencyKey), ...this.#stands(amountKey) }
  }
  #way(): number {
    const p = this.#parcel
    return [p['international-freight'], p.insurance].reduce(
      (sum, a) => (a ? sum + exchange(parseMoney(a.amount, a.currency), this.#currency, p.rates, this.#on).minor : sum),
      0,
    )
  }
  flat(quantity?: number): Flat {
    const per = this.text('per') ?? 'parcel'
    const items = this.#parcel.items
    const lines = new Set(items.map((i, at) => i.hs?.slice(0, TARIFF_DIGITS) ?? `item ${at}`)).size
    const pieces = quantity ?? items.reduce((sum, i) => sum + i.quantity, 0)
    const count = per === 'heading' ? lines : per === 'parcel' ? 1 : pieces
    return { each: this.#minor('amount', 'currency'), count, per, ...this.#stands('amount') }
  }
}

/** The price holds the way to the buyer: nothing is charged for shipping and no other customs value is declared. */
export const freightInPrice = (p: Parcel): boolean =>
  p['shipping-charged'] === undefined && p.items.every((i) => i['customs-value'] === undefined)
