import { z } from 'zod'
import type { Reason, Text } from '../kernel/errors.ts'
import { because } from './because.ts'
import { bilingual } from './rule.ts'

const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')

/** How one value of a parameter is written: a share "0.19", an amount in major units "3.00", whole days, a switch, a word. */
const VALUE_TYPES = ['rate', 'amount', 'currency', 'days', 'months', 'years', 'switch', 'word', 'words'] as const

const COUNTED: ReadonlySet<string> = new Set(['days', 'months', 'years'])

const key = z
  .strictObject({
    type: z.enum(VALUE_TYPES),
    /** the only words allowed, for word and words */
    'one-of': z.array(z.string().min(1)).min(1).optional(),
    /** which way an organisation may tighten it for itself; it may not touch a figure that does not say */
    tighter: z.enum(['more', 'less']).optional(),
    ...bilingual.shape,
  })
  .refine((k) => !k.tighter || COUNTED.has(k.type), 'tighter is for days, months and years only')
  .refine((k) => !k['one-of'] || k.type === 'word' || k.type === 'words', 'one-of is for word and words only')
export type ParameterKey = z.infer<typeof key>

/** A figure of law that calculations read, such as vat or withdrawal: the keys it may have and what they mean. */
const parameter = z.strictObject({ name, title: bilingual, keys: z.record(name, key) })
export const parameterFile = z.strictObject({ parameters: z.array(parameter).min(1) })

const whole = (v: unknown) => typeof v === 'number' && Number.isInteger(v) && v >= 0
const decimal = (v: unknown) => typeof v === 'string' && /^\d+(\.\d+)?$/.test(v)
const FITS: Record<(typeof VALUE_TYPES)[number], [(v: unknown) => boolean, Text]> = {
  rate: [
    (v) => decimal(v) && Number(v) <= 5,
    { zh: '加引号的比例，如 "0.19"', en: 'a share in quotes, such as "0.19"' },
  ],
  amount: [decimal, { zh: '加引号的金额，如 "3.00"', en: 'an amount in quotes, such as "3.00"' }],
  currency: [
    (v) => typeof v === 'string' && /^[A-Z]{3}$/.test(v),
    { zh: '币种代码，如 EUR', en: 'a currency code such as EUR' },
  ],
  days: [whole, { zh: '整数天数', en: 'a whole number of days' }],
  months: [whole, { zh: '整数月数', en: 'a whole number of months' }],
  years: [whole, { zh: '整数年数', en: 'a whole number of years' }],
  switch: [(v) => typeof v === 'boolean', { zh: ' true 或 false', en: 'true or false' }],
  word: [(v) => typeof v === 'string' && v !== '', { zh: '一个词', en: 'a word' }],
  words: [(v) => Array.isArray(v), { zh: '词的列表', en: 'a list of words' }],
}

/** Why a value does not fit its key, in words; undefined when it fits. */
export function valueFault(value: unknown, as: ParameterKey): Reason | undefined {
  const [fits, shape] = FITS[as.type]
  if (!fits(value)) return because('parameter-kind', { shape })
  const allowed = as['one-of']
  const stranger = allowed && [value].flat().find((word) => !allowed.includes(String(word)))
  return stranger === undefined
    ? undefined
    : because('parameter-none-of', { stranger: String(stranger), allowed: allowed ?? [] })
}
