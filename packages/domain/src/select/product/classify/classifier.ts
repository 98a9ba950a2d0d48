import type { Trait } from '../../../gate/words.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { Listing } from '../listing.ts'
import type { ClassFile, TraitWordsFile } from './class-schema.ts'
import { confidenceOf } from './confidence.ts'
import { readField, type Said } from './read-field.ts'
import { reasonOf } from './reason.ts'
import { type Screen, screenOf, wordsByLanguage } from './screens.ts'
import { DESCRIPTION_READ, FIELDS, HS, REPEATED, SURE, VALUE_READ, WIDER } from './weights.ts'

export type Field = keyof typeof FIELDS | 'hs'
/** One sign of a class: where it stands, its words, and what it weighs. */
export type Evidence = {
  readonly field: Field
  readonly words: string
  readonly class: string
  readonly weight: number
}

export type Verdict = {
  /** id of standard/classes; undefined when not sure */
  readonly class: string | undefined
  /** how often an answer with such signs is right, 0–1 */
  readonly confidence: number
  readonly reason: Text
  readonly traits: readonly Trait[]
  /** for the class found, or the likeliest when not sure; the weightiest first */
  readonly evidence: readonly Evidence[]
  /** the likeliest class of another kind */
  readonly runnerUp?: string
}

export type Readable = Pick<Listing, 'title' | 'description' | 'category' | 'attributes' | 'hs' | 'language'>
export type Classifier = { readonly classify: (listing: Readable) => Verdict }

type Tally = { readonly scores: Map<number, number>; readonly evidence: Evidence[]; readonly traits: Set<number> }

/** Compiles the words of all classes to a classifier that reads each text of a listing once (I3). */
export function compileClasses(files: readonly ClassFile[], traitWords: TraitWordsFile): Classifier {
  const classes = files.flatMap((f) => f.classes)
  const indexOf = new Map(classes.map((c, i) => [c.id, i]))
  const headings = Map.groupBy(
    classes.flatMap((c, i) => c.hs.map((heading) => ({ heading, i }))),
    ({ heading }) => heading,
  )
  const screensFor = screensOf(files, traitWords)
  const heads = new Set(traitWords.grammar.filter((g) => g.head === 'last').map((g) => g.language))
  const familyOf = classes.map((c) => c.id.split('.')[0] as string)

  return {
    classify(listing) {
      const tally: Tally = { scores: new Map(), evidence: [], traits: new Set() }
      const read = (text: string, withTraits = true) => {
        const { said, traits } = readField(text, screensFor(text, listing.language), heads)
        for (const of of traits) if (withTraits || traitWords.traits[of]?.description) tally.traits.add(of)
        return said
      }
      const count = (field: keyof typeof FIELDS, said: readonly Said[]) => {
        for (const [of, all] of Map.groupBy(said, (s) => s.of)) {
          const ordered = all.toSorted((a, b) => b.weight - a.weight || a.from - b.from)
          const sum = ordered.reduce((total, s, i) => total + s.weight * (i === 0 ? 1 : REPEATED), 0)
          const weight = Math.min(sum * FIELDS[field].share, FIELDS[field].most)
          tally.scores.set(of, (tally.scores.get(of) ?? 0) + weight)
          tally.evidence.push({ field, words: ordered[0]!.words, class: classes[of]!.id, weight })
        }
      }
      count('title', read(listing.title))
      count(
        'category',
        listing.category
          .toReversed()
          .flatMap((segment, up) => spreadOut(read(segment), up === 0 ? 1 : WIDER ** Math.min(up, 2))),
      )
      const values = listing.attributes.filter((a) => a.value.length <= VALUE_READ).map((a) => a.value)
      if (values.length > 0) count('specification', read(values.join('\n')))
      if (listing.description) count('description', read(listing.description.slice(0, DESCRIPTION_READ), false))
      for (const { i } of headings.get(listing.hs?.replace(/\D/g, '').slice(0, 4) ?? '') ?? []) {
        tally.scores.set(i, (tally.scores.get(i) ?? 0) + HS)
        tally.evidence.push({ field: 'hs', words: listing.hs as string, class: classes[i]!.id, weight: HS })
      }
      return decide(tally)
    },
  }

  function decide({ scores, evidence, traits }: Tally): Verdict {
    const families = new Map<string, { total: number; best: number }>()
    for (const [of, score] of scores) {
      const family = families.get(familyOf[of]!)
      if (!family) families.set(familyOf[of]!, { total: score, best: of })
      else {
        family.total += score
        const rival = scores.get(family.best)!
        // A narrower class needs only half of its parent's signs: the parent's words say less.
        const narrower = classes[of]!.id.length > classes[family.best]!.id.length
        if (narrower ? score >= rival / 2 : score > rival * 2) family.best = of
      }
    }
    const [first, second] = [...families].sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1))
    if (!first)
      return {
        class: undefined,
        confidence: 0,
        traits: traitsFor(undefined, traits),
        reason: reasonOf([], undefined),
        evidence: [],
      }
    const confidence = confidenceOf(first[1].total, second?.[1].total ?? 0)
    const found = becomes(first[1].best, traits)
    const signs = evidence
      .filter((e) => familyOf[indexOf.get(e.class)!] === first[0])
      .sort((a, b) => b.weight - a.weight || (a.field < b.field ? -1 : 1))
    const sure = confidence >= SURE
    const rival = second && classes[second[1].best]
    return {
      class: sure ? found.id : undefined,
      confidence,
      reason: reasonOf(signs, sure ? { found, rival: undefined } : { found, rival }),
      traits: traitsFor(sure ? found : undefined, traits),
      evidence: signs,
      ...(rival && { runnerUp: rival.id }),
    }
  }

  function becomes(of: number, traits: ReadonlySet<number>) {
    const cls = classes[of]!
    for (const trait of traits) {
      const to = cls.becomes?.[traitWords.traits[trait]!.id]
      if (to !== undefined && indexOf.has(to)) return classes[indexOf.get(to)!]!
    }
    return cls
  }

  function traitsFor(cls: (typeof classes)[number] | undefined, found: ReadonlySet<number>): Trait[] {
    const shown = [...found]
      .map((of) => traitWords.traits[of]!)
      .filter((t) => !cls || !t['not-classes'].includes(cls.id))
    return [...new Set([...(cls?.traits ?? []), ...shown.map((t) => t.id)])].sort()
  }
}

/** A segment that names several kinds of goods says less of each. */
function spreadOut(said: readonly Said[], share: number): Said[] {
  const kinds = new Set(said.map((s) => s.of)).size
  return said.map((s) => ({ ...s, weight: (s.weight * share) / Math.sqrt(Math.max(kinds, 1)) }))
}

const HAN = /\p{Script=Han}/u
const THAI = /\p{Script=Thai}/u

/** The screens to read a text with: its language and those mixed into it together, Chinese and Thai where their letters occur. */
function screensOf(
  files: readonly ClassFile[],
  traitWords: TraitWordsFile,
): (text: string, language: string) => Screen[] {
  const words = wordsByLanguage(files, traitWords)
  const latin = [...words.keys()].filter((l) => l !== 'zh' && l !== 'th').sort()
  const made = new Map<string, Screen>()
  const screen = (languages: readonly string[]) => {
    const key = languages.join()
    const known = made.get(key) ?? screenOf(words, languages)
    made.set(key, known)
    return known
  }
  const mixed = new Map(traitWords.grammar.map((g) => [g.language, [...new Set([g.language, ...g.with])].sort()]))
  return (text, language) => [
    screen(mixed.get(language)?.filter((l) => latin.includes(l)) ?? latin),
    ...(HAN.test(text) ? [screen(['zh'])] : []),
    ...(THAI.test(text) ? [screen(['th'])] : []),
  ]
}
