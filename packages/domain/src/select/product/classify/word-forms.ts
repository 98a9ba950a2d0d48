/** Letters that carry marks in Spanish, Portuguese and Vietnamese, and are typed without them. */
const unmarked = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC')

const ENDS_IN_LETTER = /\p{Script=Latin}$/u

/** The spellings of a word in which shops write it: its plural where the language has one, and without accents. */
export function formsOf(word: string, language: string): string[] {
  const forms = new Set([word])
  if (ENDS_IN_LETTER.test(word)) for (const plural of pluralsOf(word, language)) forms.add(plural)
  if (language === 'es' || language === 'pt' || (language === 'vi' && word.length >= 8))
    for (const form of [...forms]) forms.add(unmarked(form))
  return [...forms]
}

function pluralsOf(word: string, language: string): string[] {
  if (word.length < 3) return []
  if (language === 'en') {
    if (/(?:[^aeiou]y)$/i.test(word)) return [`${word.slice(0, -1)}ies`]
    if (/(?:s|x|z|ch|sh)$/i.test(word)) return [`${word}es`]
    if (/[^f]fe$/i.test(word)) return [`${word.slice(0, -2)}ves`, `${word}s`]
    return [`${word}s`]
  }
  if (language !== 'es' && language !== 'pt') return []
  const [head = '', ...rest] = word.split(' ')
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  if (head.length < 3) return []
  const plural = pluralOfNoun(head, language)
  return [`${plural}${tail}`, ...(rest.length === 1 ? [`${plural} ${pluralOfNoun(rest[0]!, language)}`] : [])]
}

function pluralOfNoun(noun: string, language: 'es' | 'pt'): string {
  if (/s$/.test(noun)) return noun
  if (language === 'pt' && /ão$/.test(noun)) return `${noun.slice(0, -2)}ões`
  if (/[aeiouáéíóúâêô]$/.test(noun)) return `${noun}s`
  if (/z$/.test(noun)) return language === 'es' ? `${noun.slice(0, -1)}ces` : `${noun}es`
  if (language === 'pt') {
    if (/m$/.test(noun)) return `${noun.slice(0, -1)}ns`
    if (/[aeou]l$/.test(noun)) return `${noun.slice(0, -1)}is`
  }
  if (/[óí]n$/.test(noun)) return `${noun.slice(0, -2)}${/ón$/.test(noun) ? 'o' : 'i'}nes`
  return `${noun}es`
}
