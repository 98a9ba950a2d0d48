import { exponentOf, type Money, money } from '@haixuan/domain/kernel/money'
import Big from 'big.js'

/** A decimal as money; `rounded` when it had more decimals than the currency, binary dust aside. */
export function moneyFrom(decimal: string, currency: string, times = 1): { money: Money; rounded: boolean } | undefined {
  const exponent = exponentOf(currency)
  const [whole = '0', fraction = ''] = (times === 1 ? decimal : new Big(decimal).times(times).toFixed()).split('.')
  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'))
  if (!Number.isSafeInteger(minor)) return undefined
  const rest = fraction.slice(exponent)
  if (/^0*$/.test(rest)) return { money: money(minor, currency), rounded: false }
  const up = rest.charCodeAt(0) >= 53 ? 1 : 0
  return { money: money(minor + up, currency), rounded: !/^(0{5}|9{5})/.test(rest) }
}
