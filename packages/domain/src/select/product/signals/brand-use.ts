import { isClass } from '../../../gate/binding.ts'
import { isNear, overlaps, type Said } from './phrase-book.ts'
import type { BRAND_USES, Brand, SignalFile } from './signal-schema.ts'

/** What a phrase says of brands: a name, a product line, words beside one, or how it is used. */
export type BrandWord =
  | { readonly brand: Brand; readonly as: 'name' | 'model' | 'near' | 'unless' }
  | { readonly as: Role }
type Role = 'before' | 'after' | 'persons' | 'accessories' | 'components' | 'genuine'

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

type Compatible = SignalFile['compatible-use']

/** Longest way from "for" to the first name, and from a name to the next of the same list, in characters. */
const REACH = 30
const CHAIN = 60

export const inClasses = (cls: string, classes: readonly string[]) => classes.some((c) => isClass(cls, c))

/** Tells how a text uses the names of brands, each brand once, by its first use. */
export function brandUses(
  said: readonly Said<BrandWord>[],
  text: string,
  field: 'title' | 'description',
  own: Own,
  cls: string | undefined,
  words: Compatible,
): BrandUse[] {
  const names = meant(said, cls)
  if (names.length === 0) return []
  const at = (role: Role) => said.filter((s) => s.meaning.as === role)
  const [before, after, persons, components, genuine] = (
    ['before', 'after', 'persons', 'components', 'genuine'] as const
  ).map(at) as [Said<BrandWord>[], Said<BrandWord>[], Said<BrandWord>[], Said<BrandWord>[], Said<BrandWord>[]]
  const fits = at('accessories').length > 0 || (cls !== undefined && inClasses(cls, words.classes))
  const ownAt = own && 'name' in own ? text.toLowerCase().indexOf(own.name.toLowerCase()) : -1
  const uses = new Map<string, BrandUse>()
  let chained = -Infinity

  for (const name of names) {
    const { brand } = name.meaning
    const isFor =
      before.some(
        (b) =>
          b.to <= name.from && name.from - b.to <= REACH && !persons.some((p) => p.from >= b.to && p.to <= name.from),
      ) ||
      after.some((a) => a.from >= name.to && a.from - name.to <= 12) ||
      name.from - chained <= CHAIN
    if (isFor) chained = name.to
    if (own && 'brand' in own && own.brand.owner === brand.owner) continue
    const use = useOf()
    if (use && !uses.has(brand.id)) uses.set(brand.id, { use, brand, words: name.words, from: name.from, to: name.to })

    function useOf(): BrandUse['use'] | undefined {
      if (isFor) return undefined
      if (brand.kind !== 'brand') return field === 'title' ? 'other' : 'unsure'
      if (components.some((c) => c.from >= name.to && c.from - name.to <= 16)) return undefined
      const device = brand.classes?.some((c) => inClasses(c, words.devices)) ?? false
      if (device && fits && genuine.length === 0) return field === 'title' ? 'compatible' : undefined
      const athome = cls === undefined || brand.classes === undefined || inClasses(cls, brand.classes)
      if (field === 'description')
        return own === undefined && athome && !brand.ambiguous && !device ? 'unsure' : undefined
      // The goods carry another name already: this one is more often a part or a thing they go with.
      if (own && ('brand' in own || ownAt >= 0)) return device ? undefined : 'unsure'
      return brand.ambiguous || !athome || (device && fits) ? 'unsure' : 'other'
    }
  }
  return [...uses.values()]
}

/** Names that mean the brand: not held by a longer phrase, and ambiguous ones only where their context says so. */
function meant(said: readonly Said<BrandWord>[], cls: string | undefined) {
  type Named = Said<Extract<BrandWord, { brand: Brand }>>
  const branded = said.filter((s): s is Named => 'brand' in s.meaning)
  const spans = branded.filter((s) => s.meaning.as === 'name' || s.meaning.as === 'model')
  return spans.filter((name) => {
    const { brand } = name.meaning
    const about = branded.filter((s) => s.meaning.brand === brand)
    if (about.some((s) => s.meaning.as === 'unless' && overlaps(s, name))) return false
    if (spans.some((s) => s !== name && overlaps(s, name) && s.to - s.from > name.to - name.from)) return false
    if (!brand.ambiguous || name.meaning.as === 'model') return true
    if (cls !== undefined && brand.classes && !inClasses(cls, brand.classes)) return false
    const home = cls !== undefined && brand.classes !== undefined && brand.near === undefined
    return home || about.some((s) => s.meaning.as === 'near' && isNear(s, name))
  })
}
