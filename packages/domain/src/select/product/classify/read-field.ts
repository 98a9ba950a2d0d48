import type { Trait } from '../../../gate/words.ts'
import { viewOf } from '../claims/fold.ts'
import type { TraitWordsFile } from './class-schema.ts'
import type { Meaning, Screens } from './screens.ts'
import { LATER, LEAST_LATER, MODIFIER, RELATED, STRENGTH } from './weights.ts'

/** A word for a class in a text: what it says and how much, in the units of STRENGTH. */
export type Said = { readonly of: number; readonly words: string; readonly weight: number }
export type Reading = { readonly said: readonly Said[]; readonly traits: ReadonlySet<Trait> }
/** Reads a text once in a language: the longest words stand, shields take theirs back, grammar says which noun is the goods. */
export type Read = (text: string, language: string) => Reading

type Span = { readonly from: number; readonly to: number }
type Hit = Span & { readonly meanings: readonly Meaning[] }
/** A noun with the classes it may mean, whether strongly, and the languages that have it. */
type Noun = Span & { readonly classes: ReadonlyMap<number, boolean>; readonly languages: ReadonlySet<string> }

/** Marks that end a phrase of a title, so that "for" reaches no further. */
const BREAK = /[,;|/()[\]{}<>+•·\n，、；｜／（）【】《》「」～~!！。]|\s-\s|\.\s/u
const WITH_DIGIT = /^\p{L}*\d[\p{L}\d.+"]*$/u
const NOTHING: Reading = { said: [], traits: new Set() }

/** Makes the reader of texts out of the words of all classes and traits. */
export function readerOf(screens: Screens, { traits, grammar, fillers }: TraitWordsFile): Read {
  const ofUser = new Set(traits.filter((t) => t['of-user']).map((t) => t.id))
  const heads = new Map(grammar.map((g) => [g.language, g.head]))
  const passes = new Set(fillers)

  return (original, language) => {
    const text = viewOf(original).text
    const hits: Hit[] = []
    for (const { phrases, meanings } of screens(text, language))
      phrases.find(text, (phrase, from, to) => hits.push({ from, to, meanings: meanings[phrase]! }))
    if (hits.length === 0) return NOTHING
    const ordered = bySpan(hits)
    const relations = ordered.filter((h) => means(h, 'fits') || means(h, 'holds'))
    return { said: weighed(text, nounsOf(ordered), relations, language), traits: traitsOf(text, ordered) }
  }

  function weighed(text: string, nouns: readonly Noun[], relations: readonly Hit[], language: string): Said[] {
    const lastHeads = (a: Noun, b: Noun) => headLast(a, language) && headLast(b, language)
    const said: Said[] = []
    let share = 1
    let passed = 0
    let headed = false
    for (const [i, noun] of nouns.entries()) {
      const before = nouns[i - 1]
      const after = nouns[i + 1]
      while (passed < relations.length && relations[passed]!.to <= noun.from) passed++
      const relation = relations[passed - 1]
      // "For iPhone 13 case": while no noun has stood for the goods, only the one right after "for" is what they go with.
      const related =
        relation !== undefined &&
        (headed ? !BREAK.test(text.slice(relation.to, noun.from)) : text.slice(relation.to, noun.from).trim() === '')
      const described = before && outweighs(before, noun) && beside(text, before, noun) && !lastHeads(before, noun)
      const modifies = after && outweighs(after, noun) && beside(text, noun, after) && lastHeads(noun, after)
      const factor = related ? RELATED : modifies || described ? MODIFIER : 1
      for (const [of, strong] of noun.classes) {
        const weight = ((strong ? STRENGTH.strong : STRENGTH.weak) * factor * share) / Math.sqrt(noun.classes.size)
        said.push({ of, words: text.slice(noun.from, noun.to), weight })
      }
      if (factor < 1) continue
      headed = true
      if (isStrong(noun)) share = Math.max(share * LATER, LEAST_LATER)
    }
    return said
  }

  /** Traits of the goods themselves: what they fit may have a battery that they have not. */
  function traitsOf(text: string, hits: readonly Hit[]): Set<Trait> {
    const found = new Set<Trait>()
    const fits = hits.filter((h) => means(h, 'fits'))
    for (const hit of hits)
      for (const m of hit.meanings) {
        if (m.kind !== 'trait' || found.has(m.of) || underShield(hits, hit, m.of)) continue
        const fitted = fits.some((f) => f.to <= hit.from && !BREAK.test(text.slice(f.to, hit.from)))
        if (!fitted || ofUser.has(m.of)) found.add(m.of)
      }
    return found
  }

  /** Whether the head of a noun phrase comes last: by the text's language if it has the word, else by English, else by the word's own. */
  function headLast({ languages }: Noun, language: string): boolean {
    for (const by of [language, 'en', ...languages]) if (languages.has(by)) return heads.get(by) === 'last'
    return false
  }

  /** Whether two nouns overlap, or nothing but model numbers and the like stands between them. */
  function beside(text: string, a: Noun, b: Noun): boolean {
    if (b.from <= a.to) return true
    const between = text.slice(a.to, b.from)
    if (BREAK.test(between)) return false
    return between.split(/[\s-]+/).every((t) => t === '' || WITH_DIGIT.test(t) || passes.has(t.toLowerCase()))
  }
}

const isStrong = (noun: Noun) => noun.classes.values().some((strong) => strong)
/** A hint beside a noun that names the goods does not become their head. */
const outweighs = (head: Noun, noun: Noun) => isStrong(head) || !isStrong(noun)
const holds = (outer: Hit, inner: Hit) => outer.from <= inner.from && inner.to <= outer.to
const means = (hit: Hit, kind: Meaning['kind']) => hit.meanings.some((m) => m.kind === kind)

/** Hits by where they begin, the longest first; those of one span become one. */
function bySpan(hits: readonly Hit[]): Hit[] {
  const ordered: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = ordered.at(-1)
    if (last?.from === hit.from && last.to === hit.to)
      ordered[ordered.length - 1] = { ...last, meanings: [...last.meanings, ...hit.meanings] }
    else ordered.push(hit)
  }
  return ordered
}

/** Nouns that stand in no longer noun and under no shield of their class. */
function nounsOf(hits: readonly Hit[]): Noun[] {
  const nouns: Noun[] = []
  const shields = hits.filter((h) => means(h, 'class-shield'))
  const shielded = (hit: Hit, of: number) =>
    shields.some((s) => holds(s, hit) && s.meanings.some((m) => m.kind === 'class-shield' && m.of === of))
  let reach = -1
  for (const hit of hits) {
    if (hit.to <= reach) continue
    const classes = new Map<number, boolean>()
    const languages = new Set<string>()
    for (const m of hit.meanings) {
      if (m.kind !== 'class' || shielded(hit, m.of)) continue
      classes.set(m.of, m.strong || classes.get(m.of) === true)
      languages.add(m.language)
    }
    if (classes.size === 0) continue
    reach = hit.to
    nouns.push({ from: hit.from, to: hit.to, classes, languages })
  }
  return nouns
}

const underShield = (hits: readonly Hit[], hit: Hit, of: Trait) =>
  hits.some((s) => holds(s, hit) && s.meanings.some((m) => m.kind === 'trait-shield' && m.of === of))
