import type { Trait } from '../../../gate/words.ts'
import type { LexiconFile } from '../claims/lexicon-schema.ts'
import { searchWordsOf } from '../claims/search-words.ts'
import { spelled } from '../claims/spelling.ts'
import type { Listing } from '../listing.ts'
import type { Signal } from '../product-case.ts'
import { type BrandUse, type BrandWord, brandUses, CONTEXT } from './brand-use.ts'
import { ownBrands } from './own-brand.ts'
import { phraseBook, type Said } from './phrase-book.ts'
import type { Brand, BrandFile, SignalFile } from './signal-schema.ts'
import { tell } from './tell.ts'
import { type SignalWord, signalWords, wordFound } from './word-signal.ts'

type Read = Pick<Listing, 'title' | 'description' | 'brand' | 'language'>
type NamedUse = Omit<BrandUse, 'from' | 'to'> & { readonly field?: Field; readonly from?: number; readonly to?: number }
type Field = 'title' | 'description'

export type SignalFinder = {
  /** What the words of a listing tell selection to look at: each signal once, in the order of the file. */
  readonly find: (listing: Read, cls: string | undefined, traits: readonly Trait[]) => Signal[]
}

/**
 * G2, I3 · Compiles brands and signals to one reader: every text is read once, whatever the number of words. Search
 * words that sellers append to a description are not read: they name other goods as often as this one.
 */
export function compileSignals(brands: BrandFile, file: SignalFile, lexicons: readonly LexiconFile[]): SignalFinder {
  const words = file['compatible-use']
  const read = phraseBook<BrandWord | SignalWord>([
    ...brands.brands.flatMap(brandWords),
    ...CONTEXT.map((as) => [words[as], { as }] as const),
    ...file.signals.flatMap((signal) => ('words' in signal ? signalWords(signal) : [])),
  ])
  const ownOf = ownBrands(brands)
  const isSearchWords = searchWordsOf(
    new Map(lexicons.map((l) => [l.language, new Set(spelled(l['sentence-words'] ?? [], l))])),
  )

  return {
    find(listing, cls, traits) {
      const { title, description, language } = listing
      const isRead = (other: string) => language === 'und' || other === 'en' || other === language
      const texts = [
        { field: 'title', text: title, said: read(title) },
        {
          field: 'description',
          text: description,
          said: read(description).filter((s) => !isSearchWords(description, s.from, isRead)),
        },
      ] as const
      const own = ownOf(listing.brand)
      const uses: NamedUse[] = texts.flatMap(({ field, text, said }) =>
        brandUses(said.filter(isBrandWord), { text, field, own, cls }, words).map((use) => ({ ...use, field })),
      )
      const seen = new Set<Brand>()
      const named = uses.filter(({ brand }) => !seen.has(brand) && seen.add(brand))
      if (own && 'brand' in own) named.push({ use: 'own', brand: own.brand, words: listing.brand ?? '' })

      const wordsOfSignals = texts.map(({ field, said }) => ({ field, said: said.filter(isSignalWord) }))
      return file.signals.flatMap((signal): Signal[] => {
        if ('brand-use' in signal) {
          const mine = named.filter(
            ({ use, brand }) => signal['brand-use'].includes(use) && signal.kinds.includes(brand.kind),
          )
          return mine.length > 0 ? [tell(signal, mine)] : []
        }
        for (const { field, said } of wordsOfSignals) {
          const found = said.length > 0 && wordFound(signal, said, { field, language, cls, traits })
          if (found) return [tell(signal, [{ ...found, field }])]
        }
        return []
      })
    },
  }
}

const brandWords = (brand: Brand) =>
  [
    [brand.names, { brand, as: 'name' }],
    [brand.models, { brand, as: 'model' }],
    [brand.near, { brand, as: 'near' }],
    [brand.unless, { brand, as: 'unless' }],
  ] as const

const isBrandWord = (s: Said<BrandWord | SignalWord>): s is Said<BrandWord> => !('signal' in s.meaning)
const isSignalWord = (s: Said<BrandWord | SignalWord>): s is Said<SignalWord> => 'signal' in s.meaning
