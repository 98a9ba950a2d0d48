import Big from 'big.js'
import { z } from 'zod'
import { asked } from './asked.ts'
import { isDay } from './day.ts'
import { convert, type Money, type Rate } from './money.ts'

/** rates.yaml: rounded rates that rank products of several currencies, never used for what is paid. */
export const ratesFile = z.strictObject({
  source: z.strictObject({ act: z.string(), article: z.string(), status: z.literal('recorded-from-memory') }),
  day: z.string().refine(isDay, asked.day),
  base: z.string().length(3),
  rates: z.record(z.string().length(3), z.string().regex(/^\d+(\.\d+)?$/)),
})
export type RatesFile = z.infer<typeof ratesFile>

/** Money in the currency wanted: by a given rate in either direction, else by the reference rates; undefined when none is known. */
export function inCurrency(m: Money, to: string, given: readonly Rate[], file: RatesFile): Money | undefined {
  if (m.currency === to) return m
  const direct = given.find((r) => r.from === m.currency && r.to === to)
  if (direct) return convert(m, direct)
  const back = given.find((r) => r.from === to && r.to === m.currency)
  const rate = back ? new Big(1).div(back.rate) : reference(m.currency, to, file)
  if (!rate) return undefined
  return convert(m, { from: m.currency, to, rate: rate.toString(), day: file.day, source: file.source.act })
}

function reference(from: string, to: string, { rates }: RatesFile): Big | undefined {
  const [a, b] = [rates[from], rates[to]]
  return a && b ? new Big(b).div(a) : undefined
}
