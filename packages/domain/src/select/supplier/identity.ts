import { BadInput, type Text } from '../../kernel/errors.ts'
import { because } from './because.ts'
import type { Computed } from './numbers/check-digits.ts'
import { digitFault, OWN_KINDS, type OwnKind } from './numbers/own-kinds.ts'
import { faultByStdnum, lastDigit, stdnumKind, stdnumKinds, vatAlias, vatCountries } from './numbers/stdnum-kinds.ts'

/** What is said of an identity number: `kind` as it was checked, `normalised` as it should be stored, `reason` in words. */
export type Identity = {
  readonly valid: boolean
  readonly kind: string
  readonly normalised: string
  readonly reason: string
  /** the reason in both languages */
  readonly says: Text
  readonly name: Text
  /** by what it was checked, and where that stands written */
  readonly algorithm: Text
  /** how the check digit comes about, where the form fits and we compute it ourselves */
  readonly computed?: Computed
  /** the check digit that would be right and the one that was given, where it can be told */
  readonly digit?: { readonly expected: string; readonly given: string }
}

const FITS: Text = { zh: '校验位与格式相符', en: 'check digits and form fit' }
const FORM_FITS: Text = {
  zh: '格式相符；此类号码没有公开的校验位',
  en: 'form fits; this kind has no public check digit',
}
const BY_STDNUM: Text = {
  zh: '发证机关公布的格式与校验位算法（stdnum）',
  en: 'form and check digits as their issuer publishes them (stdnum)',
}
/** Greece writes EL before its VAT numbers, not its ISO code. */
const VAT_PREFIX: Readonly<Record<string, string>> = { el: 'gr', xi: 'gb' }

/** Every kind that `checkId` knows, as `country kind`, sorted. */
export const knownKinds = (): readonly string[] =>
  [...new Set([...stdnumKinds(), ...Object.keys(OWN_KINDS), ...vatCountries().map((c) => `${c} vat`), 'eu vat'])].sort()

/** The name of a kind that `checkId` knows. */
export const nameOfKind = (kind: string): Text => {
  const [country = '', sort = ''] = kind.split(' ')
  return checkId(country, sort, '').name
}

/**
 * I2 · Checks an identity number by its algorithm; says nothing of whether it was ever given out.
 * Kinds are named as in npm `stdnum` (`cn uscc`, `th tin`), and `int iban|lei|gtin`, `<country> vat`, `eu vat`.
 * @throws BadInput on an unknown country or kind, naming the known ones
 */
export function checkId(country: string, kind: string, number: string): Identity {
  const land = country.trim().toLowerCase()
  const sort = kind.trim().toLowerCase()
  if (land === 'eu' && sort === 'vat') return checkEuVat(number)
  const id = `${land} ${sort}`
  const own = OWN_KINDS[id]
  if (own) return checkOwn(id, own, number)
  const local = stdnumKind(land, sort) ? sort : sort === 'vat' ? vatAlias(land) : undefined
  const validator = local === undefined ? undefined : stdnumKind(land, local)
  if (local === undefined || !validator) throw unknown(land, sort)
  const text = number.normalize('NFKC').trim().toUpperCase()
  const named = {
    kind: `${land} ${local}`,
    name: { zh: validator.localName || validator.name, en: validator.name },
    algorithm: BY_STDNUM,
  }
  let normalised: string
  try {
    normalised = validator.compact(text)
  } catch {
    const says = { zh: '含有此类号码没有的字符', en: 'has characters that no number of this kind has' }
    return { ...named, valid: false, normalised: text, says, reason: says.en }
  }
  const fault =
    normalised === '' ? { zh: '没有号码', en: 'is empty' } : faultByStdnum(validator, named.kind, normalised)
  const says = fault ?? FITS
  const expected = fault ? lastDigit(validator, named.kind, normalised) : undefined
  return {
    ...named,
    valid: fault === undefined,
    normalised,
    says,
    reason: says.en,
    ...(expected === undefined ? {} : { digit: { expected, given: normalised.slice(-1) } }),
  }
}

function checkOwn(kind: string, own: OwnKind, number: string): Identity {
  const normalised = own.normalise(number)
  const wrong = own.form(normalised)
  const computed = wrong ? undefined : own.compute?.(normalised)
  const fault = wrong ?? (computed && digitFault(computed, own.digit?.(normalised)))
  const says = fault ?? (own.compute ? FITS : FORM_FITS)
  return {
    valid: fault === undefined,
    kind,
    normalised,
    says,
    reason: says.en,
    name: own.name,
    algorithm: own.algorithm,
    ...(computed ? { computed, digit: { expected: computed.expected, given: computed.given } } : {}),
  }
}

function checkEuVat(number: string): Identity {
  const text = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-.]/g, '')
  const prefix = text.slice(0, 2).toLowerCase()
  const land = VAT_PREFIX[prefix] ?? prefix
  if (land === 'gb' || land === 'ch' || !(vatAlias(land) || stdnumKind(land, 'vat'))) {
    const says = {
      zh: `“${text.slice(0, 2)}”不是欧盟成员国的前缀`,
      en: `"${text.slice(0, 2)}" is not the prefix of a state of the EU`,
    }
    const name = { zh: '欧盟增值税号', en: 'EU VAT number' }
    return { valid: false, kind: 'eu vat', normalised: text, says, reason: says.en, name, algorithm: BY_STDNUM }
  }
  const found = checkId(land, 'vat', text.slice(2))
  return {
    ...found,
    kind: 'eu vat',
    normalised: `${prefix.toUpperCase()}${found.normalised.replace(/^[A-Z]{2}(?=\d)/, '')}`,
  }
}

function unknown(country: string, kind: string): BadInput {
  const all = knownKinds()
  const here = all.filter((k) => k.startsWith(`${country} `)).map((k) => k.slice(country.length + 1))
  if (here.length > 0)
    return new BadInput(because('no-kind-of-number', { kind, country, here }), {
      field: 'kind',
    })
  return new BadInput(because('no-numbers-of-country', { country, all }), { field: 'country' })
}
