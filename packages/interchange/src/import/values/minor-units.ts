import { exponentOf, type Money, money } from '@haixuan/domain/kernel/money'

/** A decimal as money; `rounded` when it had more decimals than the currency, binary dust aside; `zeros` shifts the point right. */
export function moneyFrom(
  decimal: string,
  currency: string,
  zeros = 0,
): { money: Money; rounded: boolean } | undefined {
  const exponent = exponentOf(currency)
  const [whole = '0', fraction = ''] = (zeros === 0 ? decimal : shifted(decimal, zeros)).split('.')
  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'))
  if (!Number.isSafeInteger(minor)) return undefined
  const rest = fraction.slice(exponent)
  if (/^0*$/.test(rest)) return { money: money(minor, currency), rounded: false }
  const up = rest.charCodeAt(0) >= 53 ? 1 : 0
  return { money: money(minor + up, currency), rounded: !/^(0{5}|9{5})/.test(rest) }
}

function shifted(decimal: string, zeros: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = fraction.padEnd(zeros, '0')
  return `${whole}${digits.slice(0, zeros)}.${digits.slice(zeros)}`
}
