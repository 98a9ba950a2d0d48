import type { CurrenciesFile } from '@haixuan/domain/select/product/import-words-schema'
import type { CurrencySigns } from './currency-signs.ts'

/** What a row says about its currency, from the surest to the least. */
export type CurrencyEvidence = {
  /** the cell of a currency column */
  readonly column?: string | undefined
  /** the sign in the price */
  readonly sign?: string | undefined
  /** a sign or code in the price column's header */
  readonly header?: string | undefined
  /** host of the listing's address */
  readonly host?: string | undefined
  /** language of the listing's text */
  readonly language?: (() => string) | undefined
}
export type CurrencyBasis = 'column' | 'sign' | 'header' | 'domain' | 'default' | 'language'
export type CurrencyFound =
  | { readonly currency: string; readonly by: CurrencyBasis; readonly ambiguous?: string }
  | { readonly ambiguous: string; readonly candidates: readonly string[] }
  | undefined

/** Resolves the currency: column, sign, header, country domain, default; an ambiguous sign needs one of the later ones to settle it. */
export function currencyResolver(file: CurrenciesFile, signs: CurrencySigns, fallback: string | undefined) {
  return (evidence: CurrencyEvidence): CurrencyFound => {
    for (const by of ['column', 'sign', 'header'] as const) {
      const sign = evidence[by]
      if (sign === undefined) continue
      const meanings = signs.meanings(sign)
      if (meanings.length === 1) return { currency: meanings[0]!, by }
      if (meanings.length > 1) return settled(sign, meanings, evidence)
    }
    const country = countryOf(evidence.host)
    const domestic = country === undefined ? undefined : file.domains[country]
    if (domestic !== undefined) return { currency: domestic, by: 'domain' }
    return fallback === undefined ? undefined : { currency: fallback, by: 'default' }
  }

  function settled(sign: string, meanings: readonly string[], evidence: CurrencyEvidence): CurrencyFound {
    for (const by of ['column', 'sign', 'header'] as const) {
      const said = evidence[by] === undefined ? [] : signs.meanings(evidence[by])
      if (said.length === 1 && meanings.includes(said[0]!)) return { currency: said[0]!, by, ambiguous: sign }
    }
    const domestic = file.domains[countryOf(evidence.host) ?? '']
    if (domestic !== undefined && meanings.includes(domestic))
      return { currency: domestic, by: 'domain', ambiguous: sign }
    if (fallback !== undefined && meanings.includes(fallback))
      return { currency: fallback, by: 'default', ambiguous: sign }
    const spoken = (file.languages[evidence.language?.() ?? ''] ?? []).filter((code) => meanings.includes(code))
    if (spoken.length === 1) return { currency: spoken[0]!, by: 'language', ambiguous: sign }
    return { ambiguous: sign, candidates: meanings }
  }
}

const countryOf = (host: string | undefined): string | undefined =>
  host === undefined ? undefined : /\.([a-z]{2})$/.exec(host)?.[1]

const HOST = /^(?:https?:)?\/\/(?:[^/@?#]*@)?([^/:?#]+)/i

/** Host of an address in lower case, without parsing the rest. */
export const hostOf = (url: string): string | undefined =>
  HOST.exec(url)?.[1]?.toLowerCase() ?? /^(www\.[^/:?#\s]+)/i.exec(url)?.[1]?.toLowerCase()
