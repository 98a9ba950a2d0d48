import { addDays, type Day } from '../../kernel/day.ts'
import type { AfterSalesFile } from './after-sales-schema.ts'

/** The same day of a later month, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 1 + months
  const first =
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01` as Day
  const next =
    `${String(Math.floor((index + 1) / 12)).padStart(4, '0')}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01` as Day
  const last = Number(addDays(next, -1).slice(8))
  return addDays(first, Math.min(date, last) - 1)
}

/** A last day moved to the next working day where the law of the market says so (Regulation 1182/71, article 3(4)). */
export function rollOver(day: Day, market: string, holidays: readonly string[], rolls: AfterSalesFile['rolls']): Day {
  const rule = rolls.find((r) => r.markets.includes(market))
  if (!rule) return day
  let last = day
  while (rule.weekend.includes(new Date(`${last}T00:00:00Z`).getUTCDay()) || holidays.includes(last))
    last = addDays(last, 1)
  return last
}
