import { type Cell, textOf } from '../file/cell.ts'
import type { CurrencySigns } from './currency-signs.ts'
import { jsonOf, leaves } from './json-cell.ts'

/** An amount as written; `exact` when its point is surely a decimal point. */
export type WrittenAmount = { readonly text: string; readonly exact: boolean; readonly suffix?: string }
export type PriceText =
  | { readonly amounts: readonly WrittenAmount[]; readonly sign?: string }
  | { readonly problem: 'empty' | 'negative' | 'several' | 'no-number' }

const AMOUNT = /(?:\d|(?<![\d.,])[.,](?=\d))(?:\d|[.,'’](?=\d)|[ \u00a0\u202f](?=\d{3}(?!\d)))*/g
const JOIN = /^(?:[-–—~～〜…]|\.{2,3}|to|until|bis|hingga|sampai|s\/d|đến|tới|ถึง|至|到|a|hasta|até|à)$/u

/** Takes a price cell apart: its amounts as written (two for a range) and its currency sign; decides nothing. */
export function priceText(cell: Cell, signs: CurrencySigns): PriceText {
  if (typeof cell !== 'string') {
    if (cell.figure < 0) return { problem: 'negative' }
    const amounts = [{ text: textOf(cell), exact: true }]
    return cell.sign === undefined || signs.meanings(cell.sign).length === 0 ? { amounts } : { amounts, sign: cell.sign }
  }
  const text = cell.trim()
  if (/^\d+(\.\d{1,2})?$/.test(text)) return { amounts: [{ text, exact: false }] }
  if (text === '') return { problem: 'empty' }
  if (/^\d(\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return { amounts: [{ text: decimalOf(text), exact: true }] }
  const json = jsonOf(text)
  return json === undefined ? written(text, signs) : listed(json, signs)
}

/** `1.5e-02` → `0.015`, digit by digit. */
function decimalOf(text: string): string {
  const [, digits = '', fraction = '', power = '0'] = /^(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(text) ?? []
  const point = digits.length + Number(power)
  const all = digits + fraction
  if (point <= 0) return `0.${'0'.repeat(-point)}${all}`.replace(/0+$/, '').replace(/\.$/, '')
  const whole = all.slice(0, point).padEnd(point, '0')
  const rest = all.slice(point).replace(/0+$/, '')
  return rest === '' ? whole : `${whole}.${rest}`
}

/** Prices in JSON: every amount in it, a sign or code beside them. */
function listed(json: unknown, signs: CurrencySigns): PriceText {
  const amounts: WrittenAmount[] = []
  let sign: string | undefined
  for (const leaf of leaves(json)) {
    if (typeof leaf === 'string' && signs.alone(leaf)) {
      sign ??= leaf
      continue
    }
    const part = typeof leaf === 'number' ? priceText({ figure: leaf }, signs) : written(leaf.trim(), signs)
    if ('problem' in part) {
      if (part.problem === 'negative') return part
      continue
    }
    amounts.push(...part.amounts)
    sign ??= part.sign
  }
  if (amounts.length === 0) return { problem: 'no-number' }
  return sign === undefined ? { amounts } : { amounts, sign }
}

function written(text: string, signs: CurrencySigns): PriceText {
  const found = signs.find(text)
  const bare = (found?.rest ?? text.normalize('NFKC').toLowerCase())
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/-?\d+(?:[.,]\d+)?\s*%/g, ' ')
    .replace(/\/\s*\d*\s*\p{L}.*$/u, ' ')
    .replace(/(\d)\s*[.,]\s*[-–—](?!\s*\d)/g, '$1 ')
  const amounts: WrittenAmount[] = []
  let end = 0
  for (const match of bare.matchAll(AMOUNT)) {
    const between = bare.slice(end, match.index).trim()
    if (amounts.length === 0 && /[-−]$/.test(between) && !/\p{L}/u.test(between)) return { problem: 'negative' }
    if (amounts.length > 0 && !JOIN.test(between)) return { problem: 'several' }
    const suffix = /^\s?([\p{L}\p{M}]+)/u.exec(bare.slice(match.index + match[0].length))?.[1]
    const known = suffix !== undefined && MULTIPLIER.test(suffix) ? { suffix } : {}
    end = match.index + match[0].length + ('suffix' in known ? bare.slice(match.index + match[0].length).indexOf(suffix!) + suffix!.length : 0)
    amounts.push({ text: match[0], exact: false, ...known })
  }
  if (amounts.length === 0) return { problem: 'no-number' }
  if (amounts.length > 2) return { problem: 'several' }
  return found === undefined ? { amounts } : { amounts, sign: found.sign }
}

/** Multipliers that shops print on prices; their values are in units.yaml. */
const MULTIPLIER = /^(k|rb|ribu|jt|juta|万|萬|千|nghìn|ngàn|triệu|พัน|หมื่น|แสน|ล้าน)$/u
