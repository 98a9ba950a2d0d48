import { type Cell, isBlank, textOf } from '../file/cell.ts'
import type { CurrencySigns } from '../values/currency-signs.ts'
import { gtinOf } from '../values/gtin.ts'
import { jsonOf } from '../values/json-cell.ts'
import { priceText } from '../values/price-text.ts'

/** Shares (0–1) of a column's filled cells with each trait, and its mean length. */
export type ColumnTraits = {
  readonly filled: number
  readonly distinct: number
  readonly length: number
  readonly url: number
  readonly origin: number
  readonly urls: number
  readonly images: number
  readonly numeric: number
  readonly integer: number
  readonly amount: number
  readonly signed: number
  readonly currency: number
  readonly gtin: number
  readonly digits: number
  readonly upToFive: number
  readonly startsWithNumber: number
  readonly json: number
  readonly pairs: number
  readonly path: number
  readonly spaced: number
  readonly letters: number
}

const URL = /^(https?:)?\/\/[^\s/]+\.[^\s]+$|^www\.[^\s]+$/i
const IMAGE = /\.(jpe?g|png|webp|gif|avif|bmp|heic)\b|\/(img|image|images|photo|photos|files?|media)\//i
const NAMED = ['name', 'key', 'label', 'attribute', 'attrName', 'title', '属性', '名称']

/** Measures a column's cells. */
export function columnTraits(
  cells: readonly (Cell | undefined)[],
  signs: CurrencySigns,
  absent: ReadonlySet<string>,
): ColumnTraits {
  const sum: Record<Exclude<keyof ColumnTraits, 'filled' | 'distinct'>, number> = {
    length: 0,
    url: 0,
    origin: 0,
    urls: 0,
    images: 0,
    numeric: 0,
    integer: 0,
    amount: 0,
    signed: 0,
    currency: 0,
    gtin: 0,
    digits: 0,
    upToFive: 0,
    startsWithNumber: 0,
    json: 0,
    pairs: 0,
    path: 0,
    spaced: 0,
    letters: 0,
  }
  const seen = new Set<string>()
  let filled = 0
  for (const cell of cells) {
    if (isBlank(cell)) continue
    const text = textOf(cell).trim()
    if (absent.has(text.toLowerCase())) continue
    filled += 1
    seen.add(text)
    sum.length += text.length
    const json = jsonOf(text)
    if (json !== undefined) sum.json += 1
    if (json !== undefined && isPairs(json)) sum.pairs += 1
    const parts = addresses(text, json)
    if (URL.test(text)) {
      sum.url += 1
      if (/^(https?:)?\/\/[^/]+\/?$/i.test(text)) sum.origin += 1
    }
    if (parts.length > 0) {
      sum.urls += 1
      if (parts.some((part) => IMAGE.test(part))) sum.images += 1
    }
    if (/^[^\d]{0,3}-?\d[\d.,'\s]*%?$/.test(text) && text.length < 24) sum.numeric += 1
    if (/^\d+$/.test(text)) sum.integer += 1
    if (text.length < 80) {
      const price = priceText(cell!, signs)
      if ('amounts' in price) {
        sum.amount += 1
        if (price.sign !== undefined) sum.signed += 1
      }
    }
    if (text.length <= 12 && signs.alone(text)) sum.currency += 1
    if (/^[\d\s-]{8,18}$/.test(text)) {
      sum.digits += 1
      if (gtinOf(text) !== undefined) sum.gtin += 1
    }
    const number = /^\D{0,3}(\d+([.,]\d+)?)/.exec(text)?.[1]
    if (number !== undefined) {
      sum.startsWithNumber += 1
      if (Number(number.replace(',', '.')) <= 5) sum.upToFive += 1
    }
    if (/\S\s*(>|›|»|→)\s*\S/.test(text) && !text.startsWith('<')) sum.path += 1
    if (/\s/.test(text)) sum.spaced += 1
    if (/\p{L}{2}|\p{Script=Han}/u.test(text)) sum.letters += 1
  }
  const share = Object.fromEntries(Object.entries(sum).map(([key, total]) => [key, filled === 0 ? 0 : total / filled]))
  return { ...(share as Record<keyof typeof sum, number>), filled, distinct: filled === 0 ? 0 : seen.size / filled }
}

/** The addresses in a cell that holds nothing else. */
function addresses(text: string, json: unknown): string[] {
  if (json !== undefined) {
    const list = Array.isArray(json) ? json : []
    const found = list.map((one) =>
      typeof one === 'string'
        ? one
        : ((one as { url?: unknown; src?: unknown } | null)?.url ?? (one as { src?: unknown } | null)?.src),
    )
    return found.filter((one): one is string => typeof one === 'string' && URL.test(one))
  }
  if (!/^(https?:)?\/\/|^www\./i.test(text)) return []
  const parts = text.split(/[\s,;|]+(?=(?:https?:)?\/\/|www\.)/i)
  return parts.every((part) => URL.test(part.trim())) ? parts : []
}

const isPairs = (json: unknown): boolean =>
  Array.isArray(json)
    ? json.length > 0 &&
      json.every((one) => one !== null && typeof one === 'object' && NAMED.some((name) => name in one))
    : json !== null && typeof json === 'object'
