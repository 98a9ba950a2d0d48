import type { Trait } from '../../../gate/words.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { Listing } from '../listing.ts'
import type { Signal } from '../product-case.ts'
import { type BrandUse, type BrandWord, brandUses } from './brand-use.ts'
import { ownBrands } from './own-brand.ts'
import { phraseBook, type Said } from './phrase-book.ts'
import type { Brand, BrandFile, BrandSignal, SignalFile, WordSignal } from './signal-schema.ts'
import { type SignalWord, signalWords, wordFound } from './word-signal.ts'

type Read = Pick<Listing, 'title' | 'description' | 'brand' | 'language'>
type Field = 'title' | 'description'
/** The words that make a signal, where they stand (the brand field stands apart), and whose name they are. */
type Used = {
  readonly words: string
  readonly field?: Field
  readonly from?: number
  readonly to?: number
  readonly brand?: Brand
}
type NamedUse = Used & { readonly use: BrandUse['use']; readonly brand: Brand }

const FIELDS = ['title', 'description'] as const

export type SignalFinder = {
  /** What the words of a listing tell selection to look at: each signal once, in the order of the file. */
  readonly find: (listing: Read, cls: string | undefined, traits: readonly Trait[]) => Signal[]
}

/** G2, I3 · Compiles brands and signals to one reader: every text is read once, whatever the number of words. */
export function compileSignals(brands: BrandFile, file: SignalFile): SignalFinder {
  const words = file['compatible-use']
  const read = phraseBook<BrandWord | SignalWord>([
    ...brands.brands.flatMap((brand) =>
      (
        [
          [brand.names, 'name'],
          [brand.models, 'model'],
          [brand.near, 'near'],
          [brand.unless, 'unless'],
        ] as const
      ).map(([phrases, as]) => [phrases, { brand, as }] as const),
    ),
    ...(['before', 'after', 'persons', 'accessories', 'components', 'genuine'] as const).map(
      (as) => [words[as], { as }] as const,
    ),
    ...file.signals.flatMap((signal) => ('words' in signal ? signalWords(signal) : [])),
  ])
  const ownOf = ownBrands(brands)

  return {
    find(listing, cls, traits) {
      const own = ownOf(listing.brand)
      const texts = FIELDS.map((field) => ({ field, said: read(listing[field]) }))
      const uses: NamedUse[] = texts.flatMap(({ field, said }) =>
        brandUses(said.filter(isBrandWord), listing[field], field, own, cls, words).map((u) => ({ ...u, field })),
      )
      const seen = new Set<Brand>()
      const named = uses.filter(({ brand }) => !seen.has(brand) && seen.add(brand))
      if (own && 'brand' in own) named.push({ use: 'own', brand: own.brand, words: listing.brand ?? '' })
      const foreign = named.some(({ use }) => use === 'other' || use === 'unsure')
      return file.signals.flatMap((signal): Signal[] => {
        if ('brand-use' in signal) {
          const mine = named.filter(
            ({ use, brand }) => signal['brand-use'].includes(use) && signal.kinds.includes(brand.kind),
          )
          return mine.length > 0 ? [tell(signal, mine)] : []
        }
        if (signal['with-brand'] && !foreign) return []
        for (const { field, said } of texts) {
          const found = wordFound(signal, said.filter(isSignalWord), field, listing.language, cls, traits)
          if (found) return [tell(signal, [{ ...found, field }])]
        }
        return []
      })
    },
  }
}

const isBrandWord = (s: Said<BrandWord | SignalWord>): s is Said<BrandWord> => !('signal' in s.meaning)
const isSignalWord = (s: Said<BrandWord | SignalWord>): s is Said<SignalWord> => 'signal' in s.meaning

const list = (parts: readonly string[], by: string) => [...new Set(parts)].slice(0, 4).join(by)

/** Fills a signal's texts; the span is that of the first words. */
function tell(signal: BrandSignal | WordSignal, used: readonly Used[]): Signal {
  const fill = (text: string, by: string) =>
    text
      .replaceAll('{words}', () =>
        list(
          used.map((u) => u.words),
          by,
        ),
      )
      .replaceAll('{brand}', () =>
        list(
          used.flatMap((u) => u.brand?.names[0] ?? []),
          by,
        ),
      )
      .replaceAll('{owner}', () =>
        list(
          used.flatMap((u) => u.brand?.owner ?? []),
          by,
        ),
      )
  const both = (text: Text): Text => ({ zh: fill(text.zh, '、'), en: fill(text.en, ', ') })
  const { field, from, to, words } = used[0] as Used
  return {
    id: signal.id,
    severity: signal.severity,
    what: both(signal.what),
    remedy: both(signal.remedy),
    owner: signal.owner,
    ...(signal.needs !== undefined && { needs: signal.needs }),
    ...(field !== undefined && from !== undefined && to !== undefined && { span: { field, from, to, words } }),
  }
}
