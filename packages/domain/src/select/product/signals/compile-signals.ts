import { isClass } from '../../../gate/binding.ts'
import type { Trait } from '../../../gate/words.ts'
import type { Text } from '../../../kernel/errors.ts'
import { foldPhrase } from '../claims/fold.ts'
import type { Listing } from '../listing.ts'
import type { Signal } from '../product-case.ts'
import { type BrandWord, brandUses, type Own } from './brand-use.ts'
import { isNear, overlaps, phraseBook, type Said } from './phrase-book.ts'
import type { Brand, BrandFile, BrandSignal, SignalFile, WordSignal } from './signal-schema.ts'

type Read = Pick<Listing, 'title' | 'description' | 'brand' | 'language'>
type SignalWord = { readonly signal: WordSignal; readonly as: 'words' | 'unless' | 'near'; readonly languages?: Set<string> }
type Meaning = SignalWord | { readonly language: string } & SignalWord | BrandWord

const FIELDS = ['title', 'description'] as const

export type SignalFinder = {
  /** What the words of a listing tell selection to look at, each signal once, in the order of the file. */
  readonly find: (listing: Read, cls: string | undefined, traits: readonly Trait[]) => Signal[]
}
