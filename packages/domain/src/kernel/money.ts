import Big from 'big.js'
import { because } from './because.ts'
import { BadInput } from './errors.ts'

/** An amount in whole minor units (cents, fen; for VND and JPY the unit itself) of an ISO 4217 currency. */
export type Money = { readonly minor: number; readonly currency: string }

/** A dated exchange rate: one major unit of `from` is `rate` major units of `to`; `rate` is a decimal string. */
export type Rate = {
  readonly from: string
  readonly to: string
  readonly rate: string
  readonly day: string
  readonly source: string
}

export type Rounding = 'half-up' | 'half-even' | 'down' | 'up'
const MODES = { down: 0, 'half-up': 1, 'half-even': 2, up: 3 } as const

const exponents = new Map<string, number>()
/** Decimal digits of a currency's minor unit by ISO 4217, as ECMA-402 carries them. @throws BadInput */
export function exponentOf(currency: string): number {
  const known = exponents.get(currency)
  if (known !== undefined) return known
  if (!/^[A-Z]{3}$/.test(currency)) throw new BadInput(because('not-currency-code', { currency }))
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  exponents.set(currency, digits)
  return digits
}

/** Makes money from minor units. @throws BadInput when not a safe whole number */
export function money(minor: number, currency: string): Money {
  exponentOf(currency)
  if (!Number.isSafeInteger(minor)) throw new BadInput(because('amount-out-of-range', { minor, currency }))
  return { minor: minor === 0 ? 0 : minor, currency }
}

/** Reads a decimal such as "12.90" in major units; more decimals than the currency has are refused. @throws BadInput */
export function parseMoney(text: string, currency: string, field?: string): Money {
  const where = field === undefined ? {} : { field }
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new BadInput(because('amount-not-written-so', { text }), where)
  const minor = new Big(text).times(new Big(10).pow(exponentOf(currency)))
  if (!minor.eq(minor.round(0))) throw new BadInput(because('decimals-too-many', { text, currency }), where)
  return money(minor.toNumber(), currency)
}

/** The amount in major units, as a plain decimal string with the currency's digits. */
export const formatDecimal = (m: Money): string =>
  new Big(m.minor).div(new Big(10).pow(exponentOf(m.currency))).toFixed(exponentOf(m.currency))

const same = (a: Money, b: Money) => {
  if (a.currency !== b.currency)
    throw new BadInput(because('currencies-differ', { currency: a.currency, currencyA: b.currency }))
}
export const add = (a: Money, b: Money): Money => {
  same(a, b)
  return money(a.minor + b.minor, a.currency)
}
export const subtract = (a: Money, b: Money): Money => {
  same(a, b)
  return money(a.minor - b.minor, a.currency)
}
export const sum = (all: readonly Money[], currency: string): Money => all.reduce(add, money(0, currency))

/** `m` times a decimal factor, rounded once to whole minor units. */
export const times = (m: Money, factor: Big | string | number, rounding: Rounding = 'half-up'): Money =>
  money(new Big(m.minor).times(factor).round(0, MODES[rounding]).toNumber(), m.currency)

/** `m` in the other currency at a dated rate; rounded once. @throws BadInput when the rate is for other currencies */
export function convert(m: Money, rate: Rate, rounding: Rounding = 'half-up'): Money {
  if (m.currency === rate.to && rate.from === rate.to) return m
  if (m.currency !== rate.from)
    throw new BadInput(because('rate-of-other-currency', { from: rate.from, to: rate.to, currency: m.currency }))
  const scale = new Big(10).pow(exponentOf(rate.to) - exponentOf(rate.from))
  return money(new Big(m.minor).times(rate.rate).times(scale).round(0, MODES[rounding]).toNumber(), rate.to)
}
