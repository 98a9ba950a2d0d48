import type { Text } from '@haixuan/domain/kernel/errors'
import { type RawBuilder, sql } from 'kysely'
import { searching } from './page.ts'

/** What people call the codes of a column, in both languages. */
export type Called = Iterable<readonly [code: string, words: Text]>

/** What of a row a search text may be found in. */
export type Sayings = {
  /** texts as they stand: names, ids, reasons */
  readonly texts?: readonly RawBuilder<unknown>[]
  /** codes that the screen says in words, each with what it calls them */
  readonly codes?: readonly (readonly [column: RawBuilder<unknown>, called: Called])[]
  /** columns that hold several such codes */
  readonly sets?: readonly (readonly [column: RawBuilder<unknown>, called: Called])[]
  /** `search` columns of what the row is about */
  readonly search?: readonly RawBuilder<unknown>[]
}

/** The words of a search text. */
export const wordsOf = (q: string | undefined): string[] => (q ?? '').split(/\s+/u).filter(Boolean)

/** The codes whose word, in either language, has this in it. */
export const codesOf = (word: string, called: Called): string[] =>
  [...called].flatMap(([code, { zh, en }]) =>
    [code, zh, en].some((text) => text.toLowerCase().includes(word.toLowerCase())) ? code : [],
  )

/** Whether a word stands anywhere in these texts, whatever its case; texts that are not there say nothing. */
export const standsIn = (word: string, texts: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  sql`strpos(lower(concat_ws(' ', ${sql.join(texts)})), lower(${word})) > 0`

/**
 * What a search text asks of a row of a list that is short, or that a filter has made short: every word of it is found in
 * something the row says. Where a list may be long, its words are looked up first: see `wordsInLog`.
 */
export function saying(
  q: string | undefined,
  { texts = [], codes = [], sets = [], search = [] }: Sayings,
): RawBuilder<boolean> {
  const asked = wordsOf(q).map((word) => {
    const meant = ([column, called]: readonly [RawBuilder<unknown>, Called]) => [column, codesOf(word, called)] as const
    return anyOf([
      ...(texts.length > 0 ? [standsIn(word, texts)] : []),
      ...among(codes.map(meant)),
      ...sets.flatMap((set) => {
        const [column, ids] = meant(set)
        return ids.length > 0 ? sql`${column} && ${ids}` : []
      }),
      ...search.map((column) => searching(column, word)),
    ])
  })
  return allOf(asked)
}

/** What is asked of columns that hold one of these ids; nothing of those without any. */
export const among = (sets: readonly (readonly [column: RawBuilder<unknown>, ids: readonly string[]])[]) =>
  sets.flatMap(([column, ids]) => (ids.length > 0 ? sql<boolean>`${column} = any (${ids})` : []))

/** Whether one of these holds. */
export const anyOf = (pieces: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  pieces.length === 0 ? sql`false` : sql`(${sql.join(pieces, sql` or `)})`

/** Whether all of these hold. */
export const allOf = (pieces: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  pieces.length === 0 ? sql`true` : sql`(${sql.join(pieces, sql` and `)})`

/** Names of things that have an id. */
export const named = (things: readonly { readonly id: string; readonly name: Text }[]): Called =>
  things.map(({ id, name }) => [id, name])
