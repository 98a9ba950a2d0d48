import { addDays, type Day, dayOf, type Instant } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'

/** A price and the time it stood; without `until` it stands. */
export type PricePeriod = { readonly from: Instant; readonly until?: Instant | undefined; readonly price: Money }

/** The lowest price of the days before a reduction, and whether what is recorded reaches back to the first of them. */
export type Lowest = { readonly since: Day; readonly price: Money | undefined; readonly whole: boolean }

/**
 * I6 · The lowest price in the `days` before `day`, as laws on price reductions ask for it: the price that stood when they
 * began counts as well. Prices in another currency than the newest are left out, and the record is then not whole.
 */
export function lowestBefore(periods: readonly PricePeriod[], day: Day, days: number): Lowest {
  const since = addDays(day, -days)
  const currency = periods.at(-1)?.price.currency
  const looked = periods.filter((p) => dayOf(p.from) < day && (p.until === undefined || dayOf(p.until) > since))
  const same = looked.filter((p) => p.price.currency === currency)
  const price = same.reduce<Money | undefined>(
    (least, p) => (!least || p.price.minor < least.minor ? p.price : least),
    undefined,
  )
  return {
    since,
    price,
    whole: looked.some((p) => dayOf(p.from) <= since) && same.length === looked.length,
  }
}
