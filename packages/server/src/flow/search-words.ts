const WORD = /[\p{L}\p{N}]+/gu
const HAN = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u
const RUN =
  /(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{M})+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu
const LONGEST = 40

/** The words a text is found by: Latin words as they stand, and pairs of letters where a script writes no spaces. */
export function searchWords(text: string): string[] {
  const words = new Set<string>()
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD))
    for (const [run] of word.matchAll(RUN)) {
      if (!HAN.test(run)) words.add(run.slice(0, LONGEST))
      else if (run.length === 1) words.add(run)
      else for (let i = 0; i + 1 < run.length; i++) words.add(run.slice(i, i + 2))
    }
  return [...words]
}
