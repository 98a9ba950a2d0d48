const ENDS = new Set([...'.\n;|!?•·。！？；'].map((mark) => mark.charCodeAt(0)))
const LONGEST = 8
const RUN = 3
const WORDS_EACH = 2.5
/** Characters beyond which a part is no list of search words; also keeps a text without full stops from being reread. */
const FARTHEST = 200
const PUNCTUATION = /[,:%"“”()[\]【】、，：]/u

/**
 * Tells whether a position stands among search words (`oppo official store. Samsung Galaxy. samsung s21 original. …`)
 * that sellers append: a part all in lower case, in a run of at least three short parts without the words that
 * sentences of the languages read have. Such words advertise other people's goods as often as this one, so they are no claims of the product.
 */
export function searchWordsOf(
  sentenceWords: ReadonlyMap<string, ReadonlySet<string>>,
): (text: string, at: number, reads: (language: string) => boolean) => boolean {
  /** Number of words of a part that may be search words, 0 of an empty part, -1 of any other. */
  const countIn = (part: string, sentence: readonly ReadonlySet<string>[]): number => {
    if (part === '') return 0
    if (PUNCTUATION.test(part) || !/\p{Script=Latin}/u.test(part)) return -1
    const words = part.toLowerCase().split(/\s+/)
    return words.length > LONGEST || words.some((w) => sentence.some((known) => known.has(w))) ? -1 : words.length
  }
  return (text, at, reads) => {
    const [from, to] = [beginOf(text, at), endOf(text, at)]
    const own = text.slice(from, to).trim()
    if (/\p{Lu}/u.test(own)) return false
    const sentence = [...sentenceWords].flatMap(([language, words]) => (reads(language) ? [words] : []))
    const wordsIn = (part: string) => countIn(part, sentence)
    if (wordsIn(own) < 2) return false
    let [parts, words] = [1, wordsIn(own)]
    const counts = (begin: number, end: number): boolean => {
      const count = wordsIn(text.slice(begin, end).trim())
      if (count > 0) [parts, words] = [parts + 1, words + count]
      return count >= 0
    }
    for (let end = from - 1; end > 0 && parts < RUN; ) {
      const begin = beginOf(text, end)
      if (!counts(begin, end)) break
      end = begin - 1
    }
    for (let begin = to + 1; begin < text.length && parts < RUN; ) {
      const end = endOf(text, begin)
      if (!counts(begin, end)) break
      begin = end + 1
    }
    return parts >= RUN && words >= parts * WORDS_EACH
  }
}

/** Where the part around a position begins, and ends; no farther than a list of search words would reach. */
function beginOf(text: string, at: number): number {
  let from = at
  while (from > 0 && at - from <= FARTHEST && !ENDS.has(text.charCodeAt(from - 1))) from--
  return from
}
function endOf(text: string, at: number): number {
  let to = at
  while (to < text.length && to - at <= FARTHEST && !ENDS.has(text.charCodeAt(to))) to++
  return to
}
