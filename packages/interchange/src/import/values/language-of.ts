import type { LanguagesFile } from '@haixuan/domain/select/product/import-words-schema'

const LOOK = 400
/** Fewer frequent words than this share of all words say nothing. */
const SPARSE = 0.035
const LONGEST = 14
/** Letters of Latin script; other scripts tell their language by themselves. */
const isLatin = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x24f) || (code >= 0x1ea0 && code <= 0x1ef9)

/** Tells the language of a text by its script, then by frequent words; `und` when neither is clear. */
export function languageReader(file: LanguagesFile): (text: string) => string {
  const languages = Object.keys(file.words)
  const speakers = new Map<string, readonly number[]>()
  languages.forEach((language, i) => {
    for (const word of file.words[language]!) speakers.set(word, [...(speakers.get(word) ?? []), i])
  })
  return (text) => {
    const look = text.slice(0, LOOK)
    const scripted = byScript(look)
    if (scripted !== undefined) return scripted
    const points = new Float64Array(languages.length)
    const lower = look.toLowerCase()
    let all = 0
    let start = -1
    // by hand: this runs on every row, and a pattern's matches would fill the memory's old generation
    for (let i = 0; i <= lower.length; i += 1) {
      if (i < lower.length && isLatin(lower.charCodeAt(i))) {
        if (start < 0) start = i
        continue
      }
      if (start < 0) continue
      all += 1
      const who = i - start > LONGEST ? undefined : speakers.get(lower.slice(start, i))
      start = -1
      // a word that fewer languages share says more
      if (who) for (const language of who) points[language]! += 1 / who.length
    }
    let best = 0
    for (let i = 1; i < points.length; i += 1) if (points[i]! > points[best]!) best = i
    const second = Math.max(...points.map((value, i) => (i === best ? 0 : value)))
    return points[best]! >= Math.max(0.5, all * SPARSE) && points[best]! > second ? languages[best]! : 'und'
  }
}

function byScript(text: string): string | undefined {
  let han = 0
  let kana = 0
  let hangul = 0
  let thai = 0
  let arabic = 0
  let cyrillic = 0
  let vietnamese = 0
  let latin = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 0x41) continue
    if (code < 0x250) {
      latin += 1
      // ă đ ơ ư
      if (code === 0x103 || code === 0x111 || code === 0x110 || code === 0x1a1 || code === 0x1b0) vietnamese += 1
    } else if (code >= 0x1ea0 && code <= 0x1ef9) {
      latin += 1
      vietnamese += 1
    } else if (code >= 0x4e00 && code <= 0x9fff) han += 1
    else if (code >= 0x3041 && code <= 0x30fa) kana += 1
    else if (code >= 0xac00 && code <= 0xd7a3) hangul += 1
    else if (code >= 0xe01 && code <= 0xe5b) thai += 1
    else if (code >= 0x600 && code <= 0x6ff) arabic += 1
    else if (code >= 0x400 && code <= 0x4ff) cyrillic += 1
  }
  const total = han * 3 + kana * 2 + hangul * 2 + thai + arabic + cyrillic + latin
  if (kana * 2 > total * 0.1 && kana + han > 2) return 'ja'
  if (hangul * 2 > total * 0.2) return 'ko'
  if (thai > total * 0.2) return 'th'
  if (arabic > total * 0.3) return 'ar'
  if (cyrillic > total * 0.3) return 'ru'
  if (han * 3 > total * 0.3) return 'zh'
  if (vietnamese > 0 && vietnamese > latin * 0.04) return 'vi'
  return undefined
}
