import type { UnitsFile } from '@haixuan/domain/select/product/import-words-schema'

/** Reads counts (`1.2k sold`, `2,345`, `1.2万+`), ratings of five and weights as shops print them. */
export function counts(units: UnitsFile) {
  return {
    /** a whole number, or nothing */
    count(text: string): number | undefined {
      const match = /(\d[\d.,'\s]*\d|\d)\s?(\p{L}[\p{L}\p{M}]*\.?)?/u.exec(text.normalize('NFKC'))
      if (!match?.[1] || /-\s*\d/.test(text.slice(0, 3))) return undefined
      const times = multiplier(match[2])
      const digits = match[1].replace(/['\s]/g, '')
      const whole = times === 1
      // a mark before exactly three digits parts thousands, unless a multiplier follows
      const plain = whole ? digits.replace(/[.,](?=\d{3}(\D|$))/g, '').replace(',', '.') : digits.replace(',', '.')
      const value = Number(plain) * times
      const rounded = Math.round(value)
      return Number.isFinite(value) && Math.abs(rounded - value) < 1e-6 && Number.isSafeInteger(rounded)
        ? rounded
        : undefined
    },
    /** a mean score of five, or nothing */
    rating(text: string): number | undefined {
      if (text.includes('%')) return undefined
      const match = /(\d+(?:[.,]\d+)?)(?:\s*(?:\/|out of|von|de|dari|จาก|trên)\s*(\d+))?/iu.exec(text.normalize('NFKC'))
      if (!match?.[1]) return undefined
      const value = Number(match[1].replace(',', '.'))
      const of = match[2] === undefined ? 5 : Number(match[2])
      return of > 0 && value <= of ? Math.round((value / of) * 500) / 100 : undefined
    },
    /** grams; the unit from the cell, else from the header; without one nothing */
    grams(text: string, header: string): number | undefined {
      const match = /(\d+(?:[.,]\d+)?)\s*(\p{L}[\p{L}\p{M}]*\.?)?/u.exec(text.normalize('NFKC'))
      if (!match?.[1]) return undefined
      const factor = weightUnit(match[2]) ?? headerUnit(header)
      const value = Number(match[1].replace(',', '.'))
      return factor === undefined || !(value > 0) ? undefined : Math.round(value * factor * 1000) / 1000
    },
  }

  function multiplier(word: string | undefined): number {
    const lower = word?.toLowerCase() ?? ''
    const zeros = units.multipliers[lower] ?? units['count-multipliers'][lower] ?? units.multipliers[lower.slice(0, 1)]
    return zeros === undefined ||
      (zeros > 0 && /^[a-z]/.test(lower) && !(lower in units.multipliers || lower in units['count-multipliers']))
      ? 1
      : 10 ** zeros
  }

  function weightUnit(word: string | undefined): number | undefined {
    return word === undefined ? undefined : units.grams[word.toLowerCase()]
  }

  function headerUnit(header: string): number | undefined {
    for (const word of header.toLowerCase().split(/[^\p{L}\p{M}.]+/u))
      if (units.grams[word] !== undefined) return units.grams[word]
    const glued = ['千克', '公斤', '毫克', '克'].find((unit) => header.includes(unit))
    return glued === undefined ? undefined : units.grams[glued]
  }
}
