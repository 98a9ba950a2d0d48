/** One sentence of a contract, folded for matching; `at[i]` is where its i-th folded character stands in the text. */
export type Sentence = { readonly folded: string; readonly at: readonly number[]; readonly end: number }

const CJK = /[\p{Script=Han}，。、；：（）「」《》“”]/u
const STOP = /[。；;！!？?]/
/** A new line that opens a numbered clause begins a sentence; any other only wraps one. */
const NUMBERED =
  /^\s*(第[一二三四五六七八九十百零\d]+[条章款]|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,3}(\.\d{1,3})*[）)、.]?\s|[（(][a-z]{1,4}[）)]|(article|clause|section)\s)/i

/** Splits a contract into folded sentences: compatibility forms, small letters, line wraps closed. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let folded = ''
  let at: number[] = []
  const close = (end: number) => {
    if (folded.trim() !== '') sentences.push({ folded, at, end })
    folded = ''
    at = []
  }
  let index = 0
  for (const char of text) {
    const here = index
    index += char.length
    const next = text.slice(index, index + 24)
    if (char === '\n' && (/^[ \t\r]*\n/.test(next) || NUMBERED.test(next.split('\n')[0] ?? ''))) {
      close(here)
      continue
    }
    if (/\s/.test(char)) {
      const before = folded.at(-1)
      const after = /\S/u.exec(text.slice(index, index + 24))?.[0]
      // no space inside Chinese, one between words
      if (before === undefined || before === ' ' || CJK.test(before) || (after !== undefined && CJK.test(after)))
        continue
      folded += ' '
      at.push(here)
      continue
    }
    const form = char.normalize('NFKC').toLowerCase()
    folded += form
    for (let i = 0; i < form.length; i++) at.push(here)
    if (STOP.test(char) || (char === '.' && /^(\s|$)/.test(next) && !/(^|\s)\d+(\.\d+)*$/.test(folded.slice(0, -1))))
      close(index)
  }
  close(text.length)
  return sentences
}
