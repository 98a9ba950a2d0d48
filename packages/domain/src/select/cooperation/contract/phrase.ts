import { BadInput } from '../../../kernel/errors.ts'
import { because } from '../because.ts'
import type { Sentence } from './sentence.ts'

/**
 * A phrase as clauses.yaml writes it: parts in order, " .. " between them, each a choice by "|". `{n}日` is a number
 * in digits or Chinese numerals with its unit, `*` at the end leaves an English word's ending open. All parts stand in one
 * sentence.
 */
export type Phrase = readonly (readonly Piece[])[]
type Piece = { readonly words: string; readonly open: boolean } | { readonly unit: string }

/** A find in a folded sentence: from the first part's start to the last part's end, and the number caught. */
export type Caught = { readonly from: number; readonly to: number; readonly n?: number }

/** @throws BadInput on an empty part */
export function compilePhrase(text: string): Phrase {
  return text.split(' .. ').map((part) =>
    part.split('|').map((each): Piece => {
      const words = each.trim().toLowerCase()
      if (/^\{n\}[^{}*]+$/.test(words)) return { unit: words.slice(3).trim() }
      if (!/^[^{}*]+\*?$/.test(words)) throw new BadInput(because('phrase-part-unknown', { text }))
      return words.endsWith('*') ? { words: words.slice(0, -1), open: true } : { words, open: false }
    }),
  )
}

const LETTER = /[\p{Script=Latin}\d]/u
const letterAt = (text: string, at: number) => at >= 0 && at < text.length && LETTER.test(text[at]!)

/** First stand of a piece at or after `start`; Latin words only as whole words, numbers only above `over`. */
function find(piece: Piece, text: string, start: number, over: number): Caught | undefined {
  if ('unit' in piece) return findNumber(piece.unit, text, start, over)
  const { words, open } = piece
  for (let at = text.indexOf(words, start); at >= 0; at = text.indexOf(words, at + 1)) {
    const to = at + words.length
    const whole =
      !(letterAt(text, at) && letterAt(text, at - 1)) && (open || !(letterAt(text, to) && letterAt(text, to - 1)))
    if (whole) return { from: at, to }
  }
  return undefined
}

const NUMBER = /\d+|[一二三四五六七八九十百两]+/g
/** "90 days", "ninety (90) days", "六十个工作日": the unit follows the number. */
function findNumber(unit: string, text: string, start: number, over: number): Caught | undefined {
  NUMBER.lastIndex = start
  for (let m = NUMBER.exec(text); m; m = NUMBER.exec(text)) {
    const n = /\d/.test(m[0]) ? Number(m[0]) : chineseNumber(m[0])
    const gap = /^[\s)]*/.exec(text.slice(NUMBER.lastIndex))![0].length
    const to = NUMBER.lastIndex + gap + unit.length
    if (n > over && text.startsWith(unit, NUMBER.lastIndex + gap)) return { from: m.index, to, n }
  }
  return undefined
}

/** 一百二十 → 120 */
export function chineseNumber(text: string): number {
  let whole = 0
  let digit = 0
  for (const c of text) {
    if (c === '百' || c === '十') {
      whole += (digit || 1) * (c === '百' ? 100 : 10)
      digit = 0
    } else digit = c === '两' ? 2 : '一二三四五六七八九'.indexOf(c) + 1
  }
  return whole + digit
}

/** Where the phrase stands in a sentence, if it does; a caught number must be above `over`. */
export function matchPhrase(phrase: Phrase, { folded }: Pick<Sentence, 'folded'>, over = -1): Caught | undefined {
  let caught: Caught | undefined
  for (const part of phrase) {
    let best: Caught | undefined
    for (const piece of part) {
      const found = find(piece, folded, caught?.to ?? 0, over)
      if (found && (!best || found.from < best.from || (found.from === best.from && found.to > best.to))) best = found
    }
    if (!best) return undefined
    const n = best.n ?? caught?.n
    caught = { from: caught?.from ?? best.from, to: best.to, ...(n === undefined ? {} : { n }) }
  }
  return caught
}
