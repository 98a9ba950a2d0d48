import type { UnitsFile } from '@haixuan/domain/select/product/import-words-schema'

const LANGUAGES = ['en', 'zh', 'id', 'ms', 'th', 'vi', 'es', 'pt', 'de', 'fr', 'ja', 'ko'] as const
const key = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** Reads the name of a country, in the languages of CLDR, or its code, as an ISO 3166 alpha-2 code. */
export function countryReader(units: UnitsFile): (text: string) => string | undefined {
  const names = new Map<string, string>()
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (let a = 65; a <= 90; a += 1)
      for (let b = 65; b <= 90; b += 1) {
        const code = String.fromCharCode(a, b)
        const name = RESERVED.has(code) ? undefined : display.of(code)
        if (name !== undefined && !names.has(key(name))) names.set(key(name), code)
      }
  }
  for (const [code, words] of Object.entries(units.countries)) for (const word of words) names.set(key(word), code)
  const codes = new Set(names.values())
  return (text) => {
    const upper = text.trim().toUpperCase()
    if (upper.length === 2 && codes.has(upper)) return upper
    return names.get(key(text).replace(/^made in\s+/, ''))
  }
}

/** Codes of CLDR that are no country: exceptional, old or user-assigned. */
const RESERVED = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'XK',
  'ZZ',
  'UK',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
  'SU',
  'YU',
  'DD',
  'FX',
  'TP',
  'ZR',
  'BU',
  'AN',
  'CS',
  'NT',
  'HV',
  'DY',
  'NH',
  'RH',
  'VD',
  'YD',
])
