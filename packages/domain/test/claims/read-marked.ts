import { readdirSync } from 'node:fs'
import { CLAIM_KINDS } from '../../src/gate/words.ts'
import type { About, ClaimHit } from '../../src/select/product/claims/claim-hit.ts'
import { lexiconFile, numericFile } from '../../src/select/product/claims/lexicon-schema.ts'
import { compileLexicons } from '../../src/select/product/claims/matcher.ts'
import { standardData } from '../standard-data.ts'

const folder = new URL('../../../../standard/lexicons/', import.meta.url)
export const lexicons = readdirSync(folder)
  .sort()
  .map((file) => standardData(`lexicons/${file}`, lexiconFile))
export const figures = standardData('numeric-claims.yaml', numericFile)
export const matcher = compileLexicons(lexicons, figures)

const MARK = new RegExp(`\\[(${CLAIM_KINDS.join('|')}):([^\\]]*)\\]`, 'g')

/** A text whose claims are marked by hand, `the [absolute:best] lamp`, as plain text and the claims with their place. */
export function unmark(marked: string): { text: string; claims: { kind: string; words: string; from: number }[] } {
  const claims: { kind: string; words: string; from: number }[] = []
  let text = ''
  let done = 0
  for (const { 0: all, 1: kind = '', 2: words = '', index } of marked.matchAll(MARK)) {
    text += marked.slice(done, index)
    claims.push({ kind, words, from: text.length })
    text += words
    done = index + all.length
  }
  return { text: text + marked.slice(done), claims }
}

const bare = ({ kind, words, from }: ClaimHit) => ({ kind, words, from })

/** The claims found in a text, as `unmark` gives those expected. */
export const read = (text: string, about?: About) => matcher.find(text, about).map(bare)
