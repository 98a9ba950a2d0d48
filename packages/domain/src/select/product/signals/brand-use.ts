import { isClass } from '../../../gate/binding.ts'
import { isNear, overlaps, type Said } from './phrase-book.ts'
import type { BRAND_USES, Brand, SignalFile } from './signal-schema.ts'

export const CONTEXT = ['before', 'after', 'persons', 'accessories', 'components', 'genuine'] as const
type Context = (typeof CONTEXT)[number]
/** What a phrase says of brands: a name, a product line, words beside one, or how it is used. */
export type BrandWord =
  | { readonly brand: Brand; readonly as: 'name' | 'model' | 'near' | 'unless' }
  | { readonly as: Context }
type Named = Said<Extract<BrandWord, { brand: Brand }>>
type At = (as: Context) => readonly Said<BrandWord>[]

/** One brand as a text uses it, with the words of its first use. */
export type BrandUse = {
  readonly use: (typeof BRAND_USES)[number]
  readonly brand: Brand
  readonly words: string
  readonly from: number
  readonly to: number
}

/** Whose goods the brand field says they are: nobody's, a brand's of the list, or another's. */
export type Own = { readonly brand: Brand } | { readonly name: string } | undefined

/** A text of a listing, and what is known of the goods. */
export type Told = {
  readonly text: string
  readonly field: 'title' | 'description'
  readonly own: Own
  readonly cls: string | undefined
}

type Compatible = SignalFile['compatible-use']

/** Longest ways in characters: from "for" to the first name, from one name to the next of a list, to the words after. */
const REACH = { before: 30, chain: 60, after: 12, component: 16 }

export const inClasses = (cls: string | undefined, classes: readonly string[] | undefined): boolean =>
  cls !== undefined && (classes?.some((c) => isClass(cls, c)) ?? false)

/** Tells how a text uses the names of brands, each brand once, by its first use. */
export function brandUses(said: readonly Said<BrandWord>[], told: Told, words: Compatible): BrandUse[] {
  const names = meant(said, told.cls)
  if (names.length === 0) return []
  const by = Map.groupBy(said, (s) => s.meaning.as)
  const at: At = (as) => by.get(as) ?? []
  const fitted = namesFitted(names, at)
  const uses = new Map<string, BrandUse>()
  for (const name of names) {
    const { brand } = name.meaning
    if (uses.has(brand.id) || fitted.has(name) || isOwn(brand, told.own)) continue
    const use = useOf(name, told, at, words)
    if (use) uses.set(brand.id, { use, brand, words: name.words, from: name.from, to: name.to })
  }
  return [...uses.values()]
}

const isOwn = (brand: Brand, own: Own): boolean =>
  own !== undefined && 'brand' in own && own.brand.owner === brand.owner

/** The names of what the goods fit: "for A / B / C", "A compatible"; words that tell a person break the link. */
function namesFitted(names: readonly Named[], at: At): ReadonlySet<Named> {
  const fitted = new Set<Named>()
  let chained = -Infinity
  for (const name of names) {
    const isFor =
      name.from - chained <= REACH.chain ||
      at('after').some((a) => a.from >= name.to && a.from - name.to <= REACH.after) ||
      at('before').some(
        (b) =>
          b.to <= name.from &&
          name.from - b.to <= REACH.before &&
          !at('persons').some((p) => p.from >= b.to && p.to <= name.from),
      )
    if (!isFor) continue
    chained = name.to
    fitted.add(name)
  }
  return fitted
}

function useOf(name: Named, { text, field, own, cls }: Told, at: At, words: Compatible): BrandUse['use'] | undefined {
  const { brand } = name.meaning
  const inTitle = field === 'title'
  if (brand.kind !== 'brand') return inTitle ? 'other' : 'unsure'
  if (at('components').some((c) => c.from >= name.to && c.from - name.to <= REACH.component)) return undefined
  const device = brand.classes?.some((c) => inClasses(c, words.devices)) ?? false
  const accessory = device && (at('accessories').length > 0 || inClasses(cls, words.classes))
  if (accessory && at('genuine').length === 0) return inTitle ? 'compatible' : undefined
  const atHome = cls === undefined || brand.classes === undefined || inClasses(cls, brand.classes)
  if (!inTitle) return own === undefined && atHome && !brand.ambiguous && !device ? 'unsure' : undefined
  // The goods carry another name already: this one is more often a part or a thing they go with.
  if (own && ('brand' in own || text.toLowerCase().includes(own.name.toLowerCase())))
    return device ? undefined : 'unsure'
  return brand.ambiguous || !atHome || accessory ? 'unsure' : 'other'
}

/** Names that mean the brand: not held by a longer phrase, and ambiguous ones only where their context says so. */
function meant(said: readonly Said<BrandWord>[], cls: string | undefined): Named[] {
  const branded = said.filter((s): s is Named => 'brand' in s.meaning)
  const spans = branded.filter((s) => s.meaning.as === 'name' || s.meaning.as === 'model')
  return spans.filter((name) => {
    const { brand } = name.meaning
    const about = branded.filter((s) => s.meaning.brand === brand)
    if (about.some((s) => s.meaning.as === 'unless' && overlaps(s, name))) return false
    if (spans.some((s) => s !== name && overlaps(s, name) && s.to - s.from > name.to - name.from)) return false
    if (!brand.ambiguous || name.meaning.as === 'model') return true
    if (cls !== undefined && brand.classes && !inClasses(cls, brand.classes)) return false
    if (brand.near === undefined && inClasses(cls, brand.classes)) return true
    return about.some((s) => s.meaning.as === 'near' && isNear(s, name))
  })
}
