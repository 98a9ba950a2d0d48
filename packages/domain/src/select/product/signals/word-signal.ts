import type { Trait } from '../../../gate/words.ts'
import { inClasses } from './brand-use.ts'
import { isNear, overlaps, type Said } from './phrase-book.ts'
import type { WordSignal } from './signal-schema.ts'

/** What a phrase says of a signal; `language` is that of its words, `title` when it counts in the title alone. */
export type SignalWord = {
  readonly signal: WordSignal
  readonly as: 'words' | 'unless' | 'near'
  readonly language?: string
  readonly title?: boolean
}

/** The phrases of a signal with what they mean. */
export const signalWords = (signal: WordSignal): (readonly [readonly string[] | undefined, SignalWord])[] => [
  ...Object.entries(signal.words).map(
    ([language, words]) => [words, { signal, as: 'words', language } as const] as const,
  ),
  ...Object.entries(signal.title).map(
    ([language, words]) => [words, { signal, as: 'words', language, title: true } as const] as const,
  ),
  [signal.unless, { signal, as: 'unless' }],
  [signal.near, { signal, as: 'near' }],
]

/** Languages whose speakers read each other's listings. */
const SHARED: Readonly<Record<string, string>> = { ms: 'id', id: 'ms' }
/** Words of these are looked for in every text: English is used everywhere, and the others have scripts of their own. */
const EVERYWHERE = ['en', 'zh', 'th']

const speaks = (language: string, spoken: string) =>
  EVERYWHERE.includes(language) || spoken === 'und' || language === spoken || SHARED[spoken] === language

/** Where words stand, in which language, and what is known of the goods. */
export type Where = {
  readonly field: 'title' | 'description'
  readonly language: string
  readonly cls: string | undefined
  readonly traits: readonly Trait[]
}

/** The first words of a text that mean the signal, by its shields, class, traits and context; undefined when none do. */
export function wordFound(
  signal: WordSignal,
  said: readonly Said<SignalWord>[],
  { field, language, cls, traits }: Where,
): Said<SignalWord> | undefined {
  const about = said.filter((s) => s.meaning.signal === signal)
  if (about.length === 0 || inClasses(cls, signal.classes?.not)) return undefined
  const asks = signal.classes?.in ?? signal.traits ?? signal.near
  const told =
    asks === undefined ||
    inClasses(cls, signal.classes?.in) ||
    (signal.traits?.some((t) => traits.includes(t)) ?? false)
  return about.find(
    (s) =>
      s.meaning.as === 'words' &&
      (!s.meaning.title || field === 'title') &&
      speaks(s.meaning.language ?? 'en', language) &&
      !about.some((u) => u.meaning.as === 'unless' && overlaps(u, s)) &&
      (told || about.some((n) => n.meaning.as === 'near' && isNear(n, s))),
  )
}
