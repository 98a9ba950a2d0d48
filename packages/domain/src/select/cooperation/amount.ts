import Big from 'big.js'
import { z } from 'zod'
import { asked } from '../../kernel/asked.ts'
import { type Day, isDay } from '../../kernel/day.ts'
import { BadInput } from '../../kernel/errors.ts'
import { exponentOf, formatDecimal, type Money, money, parseMoney, type Rate } from '../../kernel/money.ts'
import { because } from './because.ts'

export const day = z.string().refine(isDay, asked.day)
export const currency = z.string().regex(/^[A-Z]{3}$/, asked.currency)
/** An amount as people write it in a file: { amount: "12.90", currency: EUR } */
export const amount = z.strictObject({
  amount: z.string().regex(/^\d+(\.\d+)?$/, 'an amount in quotes, such as "12.90"'),
  currency,
})
export type Amount = z.infer<typeof amount>
export const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal in quotes, such as "1.35"')
/** A share of one, "0.05" for 5 %. */
export const share = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'a share in quotes between 0 and 1, such as "0.05"')
export const rate = z.strictObject({
  from: currency,
  to: currency,
  rate: decimal.refine((r) => /[1-9]/.test(r), asked.rate),
  day,
  source: z.string().min(1),
})

/** @throws BadInput when the amount has more decimals than its currency */
export const toMoney = (a: Amount, field?: string): Money => parseMoney(a.amount, a.currency, field)

/** "EUR 12.90" */
export const show = (m: Money): string => `${m.currency} ${formatDecimal(m)}`

/** "19 %" for "0.19" */
export const percent = (share: string): string => `${new Big(share).times(100).toString()} %`

/** The newest rate of a pair, in either direction, given for `on` or earlier. @throws BadInput when there is none */
export function rateFor(from: string, to: string, rates: readonly Rate[], on: Day): Rate {
  let best: Rate | undefined
  for (const r of rates) {
    const fits = (r.from === from && r.to === to) || (r.from === to && r.to === from)
    if (!fits || r.day > on) continue
    if (!best || r.day > best.day || (r.day === best.day && r.from === from && best.from !== from)) best = r
  }
  if (best) return best
  throw new BadInput(because('rate-missing', { from, to, on }), {
    field: 'rates',
  })
}

/** `m` in another currency by `rateFor`, rounded once, half up. @throws BadInput when no rate is given */
export function exchange(m: Money, to: string, rates: readonly Rate[], on: Day): Money {
  if (m.currency === to) return m
  const by = rateFor(m.currency, to, rates, on)
  const scale = new Big(10).pow(Math.abs(exponentOf(to) - exponentOf(m.currency)))
  const minor = exponentOf(to) >= exponentOf(m.currency) ? new Big(m.minor).times(scale) : new Big(m.minor)
  const under = exponentOf(to) >= exponentOf(m.currency) ? new Big(1) : scale
  const exact = by.from === m.currency ? minor.times(by.rate).div(under) : minor.div(under.times(by.rate))
  return money(exact.round(0, Big.roundHalfUp).toNumber(), to)
}
