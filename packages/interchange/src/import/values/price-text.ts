import { type Cell, isUncalculated, textOf } from '../file/cell.ts'
import type { CurrencySigns } from './currency-signs.ts'
import { jsonOf, leaves } from './json-cell.ts'

/** An amount as written; `exact` when its point is surely a decimal point. */
export type WrittenAmount = { readonly text: string; readonly exact: boolean; readonly zeros: number }
export type PriceText =
  | { readonly amounts: readonly WrittenAmount[]; readonly sign?: string }
  | { readonly problem: 'empty' | 'negative' | 'several' | 'no-number' }

const AMOUNT = /(?:\d|(?<![\d.,])[.,](?=\d))(?:\d|[.,'’](?=\d)|[ \u00a0\u202f](?=\d{3}(?!\d)))*/g

/** Takes a price cell apart: its amounts as written (two for a range) and its currency sign; decides nothing. */
export function priceText(cell: Cell, signs: CurrencySigns): PriceText {
  if (isUncalculated(cell)) return { problem: 'empty' }
  if (typeof cell !== 'string') {
    if (cell.figure < 0) return { problem: 'negative' }
    const amounts = [{ text: textOf(cell), exact: true, zeros: 0 }]
    return cell.sign === undefined || signs.meanings(cell.sign).length === 0
      ? { amounts }
      : { amounts, sign: cell.sign }
  }
  const text = cell.trim()
  if (/^\d+(\.\d{1,2})?$/.test(text)) return { amounts: [{ text, exact: false, zeros: 0 }] }
  if (text === '') return { problem: 'empty' }
  if (/^\d(\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return { amounts: [{ text: decimalOf(text), exact: true, zeros: 0 }] }
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
    if (amounts.length > 0 && !signs.joins(between)) return { problem: 'several' }
    end = match.index + match[0].length
    const word = /^\s?[\p{L}\p{M}]+/u.exec(bare.slice(end))?.[0] ?? ''
    const zeros = signs.zeros(word.trim())
    if (zeros !== undefined) end += word.length
    amounts.push({ text: match[0], exact: false, zeros: zeros ?? 0 })
  }
  if (amounts.length === 0) return { problem: 'no-number' }
  if (amounts.length > 2) return { problem: 'several' }
  return found === undefined ? { amounts } : { amounts, sign: found.sign }
}
