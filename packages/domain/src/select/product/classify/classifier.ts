import type { Trait } from '../../../gate/words.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { ClassFile, TraitWordsFile } from './class-schema.ts'
import { confidenceOf } from './confidence.ts'
import { readerOf } from './read-field.ts'
import { type Evidence, reasonOf } from './reason.ts'
import { screensOf } from './screens.ts'
import { type Readable, type Sign, signsIn } from './signs.ts'
import { SURE } from './weights.ts'

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

export type Classifier = { readonly classify: (listing: Readable) => Verdict }

/** A class and its narrower ones: what all their signs weigh, and the one that fits best. */
type Family = { readonly id: string; readonly total: number; readonly best: number }

/** I3 · Compiles the words of all classes to a classifier that reads each text of a listing once. */
export function compileClasses(files: readonly ClassFile[], traitWords: TraitWordsFile): Classifier {
  const classes = files.flatMap((f) => f.classes)
  const classOf = new Map(classes.map((c) => [c.id, c]))
  const familyOf = classes.map((c) => c.id.split('.')[0] as string)
  const headings = headingsOf(classes)
  const read = readerOf(screensOf(files, traitWords), traitWords)

  return {
    classify(listing) {
      const { signs, traits } = signsIn(listing, read, headings)
      const [first, second] = familiesOf(signs)
      if (!first)
        return {
          class: undefined,
          confidence: 0,
          reason: reasonOf(),
          traits: traitsOf(undefined, traits),
          evidence: [],
        }
      const confidence = confidenceOf(first.total, second?.total ?? 0)
      const named = classes[first.best]!
      const rival = second && classes[second.best]
      const evidence = evidenceOf(signs, first.id)
      const told = { confidence, evidence, ...(rival && { runnerUp: rival.id }) }
      if (confidence < SURE)
        return {
          ...told,
          class: undefined,
          reason: reasonOf(evidence, { named, rival }),
          traits: traitsOf(undefined, traits),
        }
      const turned = turn(named, traits)
      return {
        ...told,
        class: (turned?.to ?? named).id,
        reason: reasonOf(evidence, { named, turned }),
        traits: traitsOf(turned?.to ?? named, traits),
      }
    },
  }

  /** The families that have signs, the weightiest first; equals by id. */
  function familiesOf(signs: readonly Sign[]): Family[] {
    const scores = new Map<number, number>()
    for (const { of, weight } of signs) scores.set(of, (scores.get(of) ?? 0) + weight)
    return [...Map.groupBy(scores, ([of]) => familyOf[of]!)]
      .map(([id, scored]) => ({
        id,
        total: scored.reduce((sum, [, score]) => sum + score, 0),
        best: scored.reduce((a, b) => (fits(b, a) ? b : a))[0],
      }))
      .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1))
  }

  /** A narrower class needs only half of the signs of a wider one, whose words say less. */
  function fits([of, score]: readonly [number, number], [than, rival]: readonly [number, number]): boolean {
    const depth = (i: number) => classes[i]!.id.split('.').length
    if (depth(of) === depth(than)) return score > rival
    return depth(of) > depth(than) ? score >= rival / 2 : score / 2 > rival
  }

  function evidenceOf(signs: readonly Sign[], family: string): Evidence[] {
    return signs
      .filter((s) => familyOf[s.of] === family)
      .map(({ of, ...sign }) => ({ ...sign, class: classes[of]!.id }))
      .sort((a, b) => b.weight - a.weight || (a.field < b.field ? -1 : 1))
  }

  /** The class that a trait makes of another, e.g. clothing for children. */
  function turn({ becomes }: (typeof classes)[number], traits: ReadonlySet<Trait>) {
    for (const { id, name } of traitWords.traits) {
      const to = traits.has(id) ? classOf.get(becomes?.[id] ?? '') : undefined
      if (to) return { to, trait: { name } }
    }
    return undefined
  }

  function traitsOf(cls: (typeof classes)[number] | undefined, shown: ReadonlySet<Trait>): Trait[] {
    const possible = traitWords.traits.filter(
      (t) => shown.has(t.id) && (!cls || ((t.classes?.includes(cls.id) ?? true) && !t['not-classes'].includes(cls.id))),
    )
    return [...new Set([...(cls?.traits ?? []), ...possible.map((t) => t.id)])].sort()
  }
}

function headingsOf(classes: readonly ClassFile['classes'][number][]): Map<string, number[]> {
  const headings = new Map<string, number[]>()
  for (const [of, { hs }] of classes.entries())
    for (const heading of hs) headings.set(heading, [...(headings.get(heading) ?? []), of])
  return headings
}
