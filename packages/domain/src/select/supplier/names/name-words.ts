import { z } from 'zod'
import { source } from '../../../gate/rule.ts'
import { foldName } from './fold-name.ts'

const words = z.array(z.string().min(1)).min(1)
const share = z.string().regex(/^(0?\.\d+|0|1(\.0+)?)$/, 'a share of 1 in quotes, such as "0.85"')

/** screening.yaml: from which score a name is shown to a person, and the words that tell names apart least. */
export const screeningFile = z.strictObject({
  source,
  threshold: share,
  /** company forms: GmbH, Sdn Bhd, 有限公司 */
  'legal-forms': words,
  /** particles and titles: bin, de, Mr, 先生 */
  particles: words,
  /** words any company may bear: trading, international, 贸易 */
  general: words,
  /** characters of one meaning, each group's first stands for all: 国國 */
  'same-characters': words,
})
export type ScreeningWords = z.infer<typeof screeningFile>

export type WordKind = 'word' | 'legal-form' | 'particle' | 'general' | 'initial'
/** A word of a name, folded; `weight` from 0 to 1 before how common it is counts. */
export type NameWord = {
  readonly text: string
  readonly kind: WordKind
  readonly weight: number
  readonly han: boolean
  /** the characters, of a word that is read aloud from them */
  readonly written?: string
}

const WEIGHT = { word: 1, 'legal-form': 0.04, particle: 0.15, general: 0.35, initial: 0.3 } as const
const RUNS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|[\p{L}\p{N}]+/gu
const HAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

export type WordReader = (name: string) => readonly NameWord[]

/** Makes the reader that splits names into folded words; Chinese, Japanese and Korean by character, known phrases as one. */
export function wordReader(data: ScreeningWords): WordReader {
  const kinds = new Map<string, WordKind>()
  const dotted = new Set<string>()
  const phrases = new Map<string, WordKind>()
  let longest = 0
  const take = (list: readonly string[], kind: WordKind) => {
    for (const entry of list) {
      const folded = foldName(entry)
      if (HAN.test(folded)) {
        const same = [...folded].map((c) => sameAs.get(c) ?? c).join('')
        if (!phrases.has(same)) phrases.set(same, kind)
        longest = Math.max(longest, [...same].length)
        continue
      }
      for (const word of folded.replace(/\./g, '').match(RUNS) ?? []) if (!kinds.has(word)) kinds.set(word, kind)
      if (/\./.test(folded)) dotted.add(folded.replace(/[^\p{L}]/gu, ''))
    }
  }
  const sameAs = new Map<string, string>()
  for (const group of data['same-characters']) {
    const [first, ...others] = group
    for (const c of others) sameAs.set(c, first!)
  }
  take(data['legal-forms'], 'legal-form')
  take(data.particles, 'particle')
  take(data.general, 'general')

  const han = (run: string, out: NameWord[]) => {
    const chars = [...run].map((c) => sameAs.get(c) ?? c)
    for (let i = 0; i < chars.length; ) {
      let size = Math.min(longest, chars.length - i)
      while (size > 0 && !phrases.has(chars.slice(i, i + size).join(''))) size--
      const text = chars.slice(i, i + Math.max(size, 1)).join('')
      const kind = size > 0 ? phrases.get(text)! : 'word'
      out.push({ text, kind, weight: WEIGHT[kind], han: true })
      i += Math.max(size, 1)
    }
  }
  return (name) => {
    const folded = foldName(name).replace(/(?<![\p{L}\p{N}])\p{L}(?:\. ?\p{L})+(?![\p{L}\p{N}])/gu, (run) => {
      const joined = run.replace(/[. ]/g, '')
      return dotted.has(joined) || kinds.has(joined) ? joined : run
    })
    const out: NameWord[] = []
    for (const run of folded.match(RUNS) ?? []) {
      if (HAN.test(run)) {
        han(run, out)
        continue
      }
      const kind = kinds.get(run) ?? (run.length === 1 ? 'initial' : 'word')
      out.push({ text: run, kind, weight: WEIGHT[kind], han: false })
    }
    return out
  }
}
