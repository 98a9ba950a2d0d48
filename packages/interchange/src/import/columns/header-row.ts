import { type Cell, isBlank, type Row, textOf } from '../file/cell.ts'
import type { HeaderWords } from './header-words.ts'

const LOOK = 20
const CLEAR = 0.7

/** The header row's place, its names, and where data begins; `at` is -1 when the file has no header. */
export type HeaderRow = {
  readonly at: number
  readonly raw: Row
  readonly names: readonly string[]
  readonly dataFrom: number
}

/**
 * Finds the header among the first rows: the one that holds every header `named` by hand, else the one with most known
 * words and fewest values; template rows after it are skipped.
 */
export function headerRow(
  rows: readonly Row[],
  words: HeaderWords,
  instructions: ReadonlySet<string>,
  named: readonly string[] = [],
): HeaderRow {
  const head = rows.slice(0, LOOK).map((row) => measure(row, words))
  let best = rows.slice(0, LOOK).findIndex((row) => holdsAll(row, named))
  if (best < 0)
    head.forEach((row, at) => {
      if (row.known > 0 && row.values <= row.known && row.score > (head[best]?.score ?? 0)) best = at
    })
  if (best < 0) best = unknownHeader(head)
  if (best < 0) {
    const width = Math.max(0, ...rows.slice(0, LOOK).map((row) => row.length))
    return { at: -1, raw: [], names: Array.from({ length: width }, (_, i) => columnLetters(i)), dataFrom: 0 }
  }
  let dataFrom = best + 1
  while (dataFrom < head.length && isTemplateRow(rows[dataFrom]!, head[dataFrom]!, instructions)) dataFrom += 1
  const names = rows[best]!.map((cell, i) => nameIn(cell) || columnLetters(i))
  return { at: best, raw: rows[best]!, names, dataFrom }
}

const nameIn = (cell: Cell) => textOf(cell).replace(/\s+/g, ' ').trim()

function holdsAll(row: Row, named: readonly string[]): boolean {
  if (named.length === 0) return false
  const names = new Set(row.map((cell) => nameIn(cell).toLowerCase()))
  return named.every((name) => names.has(name.trim().toLowerCase()))
}

type Measured = { readonly filled: number; readonly known: number; readonly values: number; readonly score: number }

function measure(row: Row, words: HeaderWords): Measured {
  let filled = 0
  let known = 0
  let values = 0
  let score = 0
  for (const cell of row) {
    if (isBlank(cell)) continue
    filled += 1
    const text = textOf(cell).trim()
    if (typeof cell !== 'string' || isValue(text)) {
      values += 1
      score -= 1
      continue
    }
    const { fields, ignored } = words(text)
    const best = Math.max(ignored, ...[...fields.values()].map((match) => match.score), 0)
    if (best < CLEAR) continue
    known += 1
    score += best
  }
  return { filled, known, values, score }
}

const isValue = (text: string) => text.length > 120 || /^[\d.,\s%+-]+$/.test(text) || /:\/\/|^[[{]/.test(text)

/** No known words: the first row without values, when the rows below have some. */
function unknownHeader(head: readonly Measured[]): number {
  const at = head.findIndex((row) => row.filled > 1)
  const below = head.slice(at + 1)
  return at >= 0 && head[at]!.values === 0 && below.some((row) => row.values > 0) ? at : -1
}

function isTemplateRow(row: Row, measured: Measured, instructions: ReadonlySet<string>): boolean {
  const cells = row.filter((cell) => !isBlank(cell)).map((cell) => textOf(cell).trim().toLowerCase())
  if (cells.length > 0 && cells.every((cell) => instructions.has(cell))) return true
  return measured.filled > 2 && measured.values === 0 && measured.known >= measured.filled * 0.6
}

function columnLetters(index: number): string {
  const first = Math.floor(index / 26)
  return (first > 0 ? columnLetters(first - 1) : '') + String.fromCharCode(65 + (index % 26))
}
