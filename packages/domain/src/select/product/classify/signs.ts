import type { Trait } from '../../../gate/words.ts'
import type { Listing } from '../listing.ts'
import type { Read, Said } from './read-field.ts'
import { DESCRIPTION_READ, FIELDS, HS, REPEATED, VALUE_READ, WIDER } from './weights.ts'

export type Readable = Pick<Listing, 'title' | 'description' | 'category' | 'attributes' | 'hs' | 'language'>
export type Field = keyof typeof FIELDS | 'hs'
/** One sign of a class: the field, its weightiest words there, and what all its words there weigh. */
export type Sign = { readonly of: number; readonly field: Field; readonly words: string; readonly weight: number }

/** Reads every field of a listing once: the signs of classes, and the traits that title, category and specification show. */
export function signsIn(
  listing: Readable,
  read: Read,
  headings: ReadonlyMap<string, readonly number[]>,
): { signs: Sign[]; traits: Set<Trait> } {
  const { title, category, attributes, description, hs, language } = listing
  const traits = new Set<Trait>()
  const shown = (text: string) => {
    const reading = read(text, language)
    for (const trait of reading.traits) traits.add(trait)
    return reading.said
  }
  const segments = category.toReversed().flatMap((segment, up) => spreadOut(shown(segment), WIDER ** Math.min(up, 2)))
  const values = new Set(attributes.map((a) => a.value).filter((value) => value.length <= VALUE_READ))
  const signs = [
    ...signsOf('title', shown(title)),
    ...signsOf('category', segments),
    ...signsOf('specification', [...values].sort().flatMap(shown)),
    ...signsOf('description', read(description.slice(0, DESCRIPTION_READ), language).said),
    ...declared(hs, headings),
  ]
  return { signs, traits }
}

/** The signs of one field: the weightiest word for a class in full, its others a part, no more than the field can give. */
function signsOf(field: keyof typeof FIELDS, said: readonly Said[]): Sign[] {
  return [...Map.groupBy(said, (s) => s.of)].map(([of, all]) => {
    const heaviest = all.reduce((a, b) => (b.weight > a.weight ? b : a))
    const sum = all.reduce((total, s) => total + (s === heaviest ? s.weight : s.weight * REPEATED), 0)
    const { share, most } = FIELDS[field]
    return { of, field, words: heaviest.words, weight: Math.min(sum * share, most) }
  })
}

/** A segment that names several kinds of goods says less of each. */
function spreadOut(said: readonly Said[], share: number): Said[] {
  const kinds = new Set(said.map((s) => s.of)).size
  return said.map((s) => ({ ...s, weight: (s.weight * share) / Math.sqrt(kinds) }))
}

/** The classes of a declared HS code, each the less the more classes share the heading. */
function declared(hs: string | undefined, headings: ReadonlyMap<string, readonly number[]>): Sign[] {
  const classes = headings.get(hs?.replace(/\D/g, '').slice(0, 4) ?? '') ?? []
  return classes.map((of) => ({ of, field: 'hs', words: hs as string, weight: HS / Math.sqrt(classes.length) }))
}
