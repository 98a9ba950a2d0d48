export type Language = 'zh' | 'en'

/** The reader's language by Accept-Language: whichever of ours stands first; Chinese when neither does. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((p) => p.trim().startsWith('q='))?.split('=')[1]
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)(-|$)/.test(tag))
    .toSorted((a, b) => b.weight - a.weight)
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh'
}
