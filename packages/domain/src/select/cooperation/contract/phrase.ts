import { BadInput } from '../../../kernel/errors.ts'
import type { Sentence } from './sentence.ts'

/**
 * A phrase as clauses.yaml writes it: parts in order, " .. " between them, each a choice by "|". `{n}` is a number in
 * digits or Chinese numerals, `*` at the end of an English word leaves its ending open. All parts stand in one sentence.
 */
export type Phrase = readonly (readonly Piece[])[]
type Piece = { readonly words: string; readonly open: boolean } | 'number'

/** A find in a folded sentence: from the first part's start to the last part's end, and the number caught. */
export type Caught = { readonly from: number; readonly to: number; readonly n?: number }

/** @throws BadInput on an empty part */
export function compilePhrase(text: string): Phrase {
  return text.split(' .. ').map((part) =>
    part.split('|').map((each): Piece => {
      const words = each.trim().toLowerCase()
      if (words === '{n}') return 'number'
      if (words === '' || words === '*' || words.includes('{'))
        throw new BadInput(`"${text}" has an empty or unknown part`)
      return words.endsWith('*') ? { words: words.slice(0, -1), open: true } : { words, open: false }
    }),
  )
}

const LETTER = /[\p{Script=Latin}\d]/u
const letterAt = (text: string, at: number) => at >= 0 && at < text.length && LETTER.test(text[at]!)

/** First stand of a piece at or after `start`; Latin words only as whole words. */
function find(piece: Piece, text: string, start: number): Caught | undefined {
  if (piece === 'number') return findNumber(text, start)
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
function findNumber(text: string, start: number): Caught | undefined {
  NUMBER.lastIndex = start
  const m = NUMBER.exec(text)
  return m
    ? { from: m.index, to: NUMBER.lastIndex, n: /\d/.test(m[0]) ? Number(m[0]) : chineseNumber(m[0]) }
    : undefined
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
export function matchPhrase(phrase: Phrase, { folded }: Pick<Sentence, 'folded'>, over?: number): Caught | undefined {
  for (let start = 0; ; ) {
    let at = start
    let from = -1
    let n: number | undefined
    for (const part of phrase) {
      let best: Caught | undefined
      for (const piece of part) {
        const found = find(piece, folded, at)
        if (found && (!best || found.from < best.from || (found.from === best.from && found.to > best.to))) best = found
      }
      if (!best) return undefined
      if (from < 0) from = best.from
      if (best.n !== undefined) n = best.n
      at = best.to
    }
    if (n === undefined || over === undefined || n > over)
      return n === undefined ? { from, to: at } : { from, to: at, n }
    // the number was within bounds: another may stand later in the sentence
    start = from + 1
  }
}
