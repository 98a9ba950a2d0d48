import { viewOf } from '../claims/fold.ts'
import type { Meaning, Screen } from './screens.ts'
import { LATER, MODIFIER, RELATED, STRENGTH } from './weights.ts'

/** A word for a class in a text: what it says and how much, in the units of STRENGTH. */
export type Said = { readonly of: number; readonly words: string; readonly from: number; weight: number }
export type Reading = { readonly said: readonly Said[]; readonly traits: ReadonlySet<number> }

type Hit = { readonly from: number; readonly to: number; readonly meanings: readonly Meaning[] }
type Noun = { readonly from: number; readonly to: number; readonly classes: ClassMeaning[]; last: boolean }
type ClassMeaning = Extract<Meaning, { kind: 'class' }>

/** Marks that end a phrase of a title, so that "for" reaches no further. */
const BREAK = /[,;|/()[\]{}<>+•·\n，、；｜／（）【】《》「」～~!！。]|\s-\s|\.\s/u
const GAP = /^[\s-]*$/u

/** Reads a text once: the longest words stand, shields take theirs back, and grammar says which noun is the goods. */
export function readField(text: string, screens: readonly Screen[], heads: ReadonlySet<string>): Reading {
  const view = viewOf(text).text
  const hits: Hit[] = []
  for (const { phrases, meanings } of screens)
    phrases.find(view, (phrase, from, to) => hits.push({ from, to, meanings: meanings[phrase] as readonly Meaning[] }))
  if (hits.length === 0) return { said: [], traits: new Set() }
  hits.sort((a, b) => a.from - b.from || b.to - a.to)
  return { said: weighed(view, nounsOf(hits, heads), relationsOf(hits)), traits: traitsOf(hits) }
}

const holds = (outer: Hit, inner: Hit) => outer.from <= inner.from && inner.to <= outer.to

/** Nouns that stand in no longer noun and under no shield of their class. */
function nounsOf(hits: readonly Hit[], heads: ReadonlySet<string>): Noun[] {
  const nouns: Noun[] = []
  const shields = hits.filter((h) => h.meanings.some((m) => m.kind === 'class-shield'))
  let reach = -1
  for (const hit of hits) {
    const classes = hit.meanings.filter((m): m is ClassMeaning => m.kind === 'class')
    if (classes.length === 0) continue
    const standing = classes.filter(
      (c) => !shields.some((s) => holds(s, hit) && s.meanings.some((m) => m.kind === 'class-shield' && m.of === c.of)),
    )
    const inside = hit.to <= reach && !nouns.some((n) => n.from === hit.from && n.to === hit.to)
    if (inside || standing.length === 0) continue
    reach = Math.max(reach, hit.to)
    nouns.push({ ...hit, classes: standing, last: standing.every((c) => heads.has(c.language)) })
  }
  return nouns
}

const relationsOf = (hits: readonly Hit[]) => hits.filter((h) => h.meanings.some((m) => m.kind === 'relation'))

function traitsOf(hits: readonly Hit[]): Set<number> {
  const found = new Set<number>()
  for (const hit of hits)
    for (const m of hit.meanings)
      if (
        m.kind === 'trait' &&
        !hits.some((s) => holds(s, hit) && s.meanings.some((x) => x.kind === 'trait-shield' && x.of === m.of))
      )
        found.add(m.of)
  return found
}

function weighed(text: string, nouns: readonly Noun[], relations: readonly Hit[]): Said[] {
  const said: Said[] = []
  let share = 1
  let relation = 0
  let unheaded = true
  for (let i = 0; i < nouns.length; i++) {
    const noun = nouns[i]!
    const before = nouns[i - 1]
    const after = nouns[i + 1]
    while (relation < relations.length && relations[relation]!.to <= noun.from) relation++
    const last = relations[relation - 1]
    const related =
      last !== undefined &&
      !BREAK.test(text.slice(last.to, noun.from)) &&
      // "For iPhone 13 case": only the noun right after "for" is what it goes with.
      !(unheaded && before !== undefined && before.from >= last.to)
    const modifies = after !== undefined && noun.last && after.last && beside(text, noun, after)
    const described = before !== undefined && !(noun.last && before.last) && beside(text, before, noun)
    const factor = related ? RELATED : modifies || described ? MODIFIER : 1
    const strong = noun.classes.some((c) => c.strong)
    for (const c of noun.classes)
      said.push({
        of: c.of,
        words: text.slice(noun.from, noun.to),
        from: noun.from,
        weight: ((c.strong ? STRENGTH.strong : STRENGTH.weak) * factor * share) / Math.sqrt(spread(noun)),
      })
    if (factor === 1) {
      unheaded = false
      if (strong) share = Math.max(share * LATER, 0.2)
    }
  }
  return said
}

const beside = (text: string, a: Noun, b: Noun) => a.to <= b.from && GAP.test(text.slice(a.to, b.from))
const spread = (noun: Noun) => new Set(noun.classes.map((c) => c.of)).size
