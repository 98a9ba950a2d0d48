/** Scripts that write no spaces between words. */
const SPACELESS = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u
const IN_WORD = /[\p{L}\p{N}]/u
const LONGEST = 40

const OUTSIDE = 1
const SPACED = 2
const UNSPACED = 3
const kindOf = (letter: string) => (!IN_WORD.test(letter) ? OUTSIDE : SPACELESS.test(letter) ? UNSPACED : SPACED)
/** By letter, looked up once: this runs over the words of every product that is added. */
const kinds = new Uint8Array(0x1_0000)

/** The words a text is found by: Latin words as they stand, and pairs of letters where a script writes no spaces. */
export function searchWords(text: string): string[] {
  const words = new Set<string>()
  const folded = text.normalize('NFKC').toLowerCase()
  let from = 0
  let before = OUTSIDE
  const endAt = (to: number) => {
    if (before === SPACED) words.add(folded.slice(from, Math.min(to, from + LONGEST)))
    else if (before === UNSPACED) for (const pair of pairsOf(folded.slice(from, to))) words.add(pair)
  }
  for (let at = 0; at < folded.length; ) {
    const letter = folded.codePointAt(at)!
    const kind = kinds[letter] || kindOf(String.fromCodePoint(letter))
    if (letter < kinds.length) kinds[letter] = kind
    if (kind !== before) {
      endAt(at)
      from = at
      before = kind
    }
    at += letter > 0xffff ? 2 : 1
  }
  endAt(folded.length)
  return [...words]
}

function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}
