const END = /[.\n;|!?•·。！？；]/
const LONGEST = 8
const RUN = 3
const WORDS_EACH = 3

/**
 * Tells whether a position stands in a list of search words (`oppo official store. samsung s21 original. …`) that
 * sellers append: at least three parts in a row, all in lower case, without the words that sentences have.
 * Such words advertise other people's goods as often as this one, so they are not held to be claims of the product.
 */
export function searchWordsOf(sentenceWords: readonly string[]): (text: string, at: number) => boolean {
  const sentence = new Set(sentenceWords)
  /** Number of words of a part that looks like search words, 0 of an empty part, -1 of any other. */
  const wordsIn = (part: string): number => {
    const trimmed = part.trim()
    if (trimmed === '') return 0
    if (/[\p{Lu},:%"“”()[\]【】、，：]/u.test(trimmed) || !/\p{Script=Latin}/u.test(trimmed)) return -1
    const words = trimmed.split(/\s+/)
    return words.length > LONGEST || words.some((w) => sentence.has(w)) ? -1 : words.length
  }
  return (text, at) => {
    let from = at
    while (from > 0 && !END.test(text[from - 1] as string)) from--
    let to = at
    while (to < text.length && !END.test(text[to] as string)) to++
    const own = wordsIn(text.slice(from, to))
    if (own < 2) return false
    let [parts, words] = [1, own]
    for (let begin = from - 1; begin > 0 && parts < RUN; ) {
      let next = begin
      while (next > 0 && !END.test(text[next - 1] as string)) next--
      const count = wordsIn(text.slice(next, begin))
      if (count < 0) break
      if (count > 0) [parts, words] = [parts + 1, words + count]
      begin = next - 1
    }
    for (let begin = to + 1; begin < text.length && parts < RUN; ) {
      let next = begin
      while (next < text.length && !END.test(text[next] as string)) next++
      const count = wordsIn(text.slice(begin, next))
      if (count < 0) break
      if (count > 0) [parts, words] = [parts + 1, words + count]
      begin = next + 1
    }
    return parts >= RUN && words >= parts * WORDS_EACH
  }
}
