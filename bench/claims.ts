// Claims in texts (S3): texts a second with all seven lexicons, beside one RegExp per word and mint-filter, with the
// same words on the same texts in the same run. Ends with 1 when a peer is faster or a difference is unexplained.
// npm run bench claims

import { isEdge, isThaiMark } from '@haixuan/domain/select/product/claims/fold'
import { entriesOf } from '@haixuan/domain/select/product/claims/lexicon'
import { compileLexicons } from '@haixuan/domain/select/product/claims/matcher'
import { phrasesOf } from '@haixuan/domain/select/product/claims/phrases'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { Mint } from 'mint-filter'
import { makeTexts } from './claims/corpus.ts'

const TEXTS = 4_000
const RUNS = 9
/** One RegExp per word is so slow that it reads a part. */
const REGEXP_TEXTS = 40
const THAI = /\p{Script=Thai}$/u

/** mulberry32 */
function seeded(seed: number) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const memory = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
const time = <T>(work: () => T): { seconds: number; made: T } => {
  const begin = performance.now()
  const made = work()
  return { seconds: (performance.now() - begin) / 1000, made }
}
/** The best of several runs, the first of which warm up. */
const bestOf = <T>(work: () => T) =>
  Array.from({ length: RUNS }, () => time(work)).reduce((best, run) => (run.seconds < best.seconds ? run : best))

const standard = loadStandard()
const before = memory()
const compiled = time(() => compileLexicons(standard.lexicons, standard.figures))
const matcher = compiled.made
const grown = memory() - before
const wordsOf = new Map(
  standard.lexicons.map((file) => [file.language, [...new Set(entriesOf(file).flatMap((e) => e.words))]] as const),
)
const words = [...new Set([...wordsOf.values()].flat())].filter((word) => !word.includes('*'))
const texts = makeTexts(TEXTS, wordsOf, seeded(20_261_124))
const characters = texts.reduce((n, { text }) => n + text.length, 0)
console.log(`${words.length} phrases, ${texts.length} texts, ${(characters / 1e6).toFixed(2)} M characters`)
console.log(`compiled in ${(compiled.seconds * 1000).toFixed(0)} ms, ${grown.toFixed(0)} MB`)

// Ours does more than find words: figures, context, negation, spans, wordings.
const whole = bestOf(() =>
  texts.reduce((n, { text, language }) => n + matcher.find(text, { languages: [language] }).length, 0),
)
const phrases = phrasesOf(words)
const ours = bestOf(() =>
  texts.map(({ text }) => {
    const found = new Set<string>()
    phrases.find(text, (phrase) => found.add(words[phrase] as string))
    return found
  }),
)

const filter = time(() => new Mint(words))
const theirs = bestOf(() =>
  texts.map(
    ({ text }) => new Set(filter.made.filter(text, { replace: false }).words.map((word) => word.toLowerCase())),
  ),
)

const regexps = words.map((word) => ({
  word,
  regexp: new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[ -]/g, '[\\s\\-_]+'), 'gi'),
}))
/** Whether a word stands whole in a text: at the edges of words where the script has them, at no mark in Thai. */
function stands({ word, regexp }: (typeof regexps)[number], text: string): boolean {
  regexp.lastIndex = 0
  for (let match = regexp.exec(text); match; match = regexp.exec(text)) {
    const end = match.index + match[0].length
    const starts = isEdge(text.charCodeAt(match.index), text.charCodeAt(match.index - 1))
    const ends = isEdge(text.charCodeAt(end - 1), text.charCodeAt(end))
    const cut = THAI.test(word) && isThaiMark(text.charCodeAt(end))
    if (starts && ends && !cut) return true
    regexp.lastIndex = match.index + 1
  }
  return false
}
const part = texts.slice(0, REGEXP_TEXTS)
const readEach = () =>
  part.map(({ text }) => new Set(regexps.filter((each) => stands(each, text)).map(({ word }) => word)))
readEach()
const each = time(readEach)

const rate = (seconds: number, count = TEXTS) => count / seconds
const show = (name: string, perSecond: number, note = '') =>
  console.log(`${name.padEnd(26)} ${Math.round(perSecond).toLocaleString('en').padStart(9)} texts/s  ${note}`)
const [screening, finding] = [rate(whole.seconds), rate(ours.seconds)]
show(
  'haixuan, whole screening',
  screening,
  `${(((characters / 1e6) * screening) / TEXTS).toFixed(1)} M characters/s, ${whole.made} claims`,
)
show('haixuan, words alone', finding)
show(
  'mint-filter',
  rate(theirs.seconds),
  `screening ${(screening / rate(theirs.seconds)).toFixed(2)}×, words ${(finding / rate(theirs.seconds)).toFixed(2)}×; built in ${(filter.seconds * 1000).toFixed(0)} ms`,
)
show(
  'one RegExp per word',
  rate(each.seconds, REGEXP_TEXTS),
  `screening ${Math.round(screening / rate(each.seconds, REGEXP_TEXTS))}×`,
)

/** The words that one set has and the other lacks, over all texts. */
const lacking = (these: readonly Set<string>[], those: readonly Set<string>[]) =>
  these.flatMap((set, i) => [...set].filter((word) => !those[i]?.has(word)).map((word) => ({ word, text: i })))
const [more, less] = [lacking(ours.made.slice(0, REGEXP_TEXTS), each.made), lacking(each.made, ours.made)]
console.log(
  `same words as one RegExp per word: ${more.length + less.length === 0 ? 'yes' : `no, ${more.length} more, ${less.length} less`}`,
)
for (const { word, text } of [...more, ...less].slice(0, 5)) console.log(`  “${word}” in “${texts[text]?.text}”`)

const lowered = new Map(words.map((word) => [word.toLowerCase(), word]))
const named = theirs.made.map((set) => new Set([...set].map((word) => lowered.get(word) ?? word)))
const inside = lacking(named, ours.made)
const shadowed = lacking(ours.made, named)
const stray = inside.filter(({ word, text }) =>
  regexps.some((r) => r.word === word && stands(r, texts[text]?.text ?? '')),
)
console.log(
  `mint-filter finds ${inside.length} words inside longer words (ori in original) and misses ${shadowed.length}: one place, one word, and no hyphen for a space`,
)
const slower = screening < rate(theirs.seconds) || screening < rate(each.seconds, REGEXP_TEXTS)
if (stray.length > 0)
  console.log(
    `unexplained: ${stray
      .slice(0, 5)
      .map(({ word }) => word)
      .join(', ')}`,
  )
if (slower || stray.length > 0 || more.length + less.length > 0) process.exitCode = 1
