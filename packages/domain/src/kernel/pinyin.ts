import { pinyin } from 'pinyin-pro'

/** How Chinese characters are read, one syllable a character, without tones (ISO 7098); `surname`: the first as surnames are. */
export const syllablesOf = (text: string, surname = false): readonly string[] =>
  pinyin(text, { toneType: 'none', type: 'array', surname: surname ? 'head' : 'off' })

/** Whether letters are the beginning of what is read somewhere in a text, or of its initials: gongying or gys of 供应商. */
export function soundsLike(text: string, letters: string): boolean {
  const sought = letters.replace(/[\s']/g, '')
  if (!/^[a-z]{2,}$/.test(sought)) return false
  const read = syllablesOf(text)
  const initials = read.map((s) => s.charAt(0)).join('')
  return read.some((_, at) => read.slice(at).join('').startsWith(sought)) || initials.includes(sought)
}
