import { BadInput } from '../../kernel/errors.ts'
import { OWN_KINDS } from './numbers/own-kinds.ts'
import { faultByStdnum, stdnumKind, stdnumKinds, vatAlias, vatCountries } from './numbers/stdnum-kinds.ts'

/** What is said of an identity number: `kind` as it was checked, `normalised` as it should be stored, `reason` in words. */
export type Identity = {
  readonly valid: boolean
  readonly kind: string
  readonly normalised: string
  readonly reason: string
}

const FITS = 'check digits and form fit'
/** Greece writes EL before its VAT numbers, not its ISO code. */
const VAT_PREFIX: Readonly<Record<string, string>> = { el: 'gr', xi: 'gb' }

/** Every kind that `checkId` knows, as `country kind`, sorted. */
export const knownKinds = (): readonly string[] =>
  [...new Set([...stdnumKinds(), ...Object.keys(OWN_KINDS), ...vatCountries().map((c) => `${c} vat`), 'eu vat'])].sort()

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
  if (own) {
    const normalised = own.normalise(number)
    const fault = own.fault(normalised)
    return { valid: fault === undefined, kind: id, normalised, reason: fault ?? own.remark ?? FITS }
  }
  const local = stdnumKind(land, sort) ? sort : sort === 'vat' ? vatAlias(land) : undefined
  const validator = local === undefined ? undefined : stdnumKind(land, local)
  if (local === undefined || !validator) throw unknown(land, sort)
  const text = number.normalize('NFKC').trim().toUpperCase()
  let normalised: string
  try {
    normalised = validator.compact(text)
  } catch {
    return {
      valid: false,
      kind: `${land} ${local}`,
      normalised: text,
      reason: 'has characters that no number of this kind has',
    }
  }
  const fault = normalised === '' ? 'is empty' : faultByStdnum(validator, `${land} ${local}`, normalised)
  return { valid: fault === undefined, kind: `${land} ${local}`, normalised, reason: fault ?? FITS }
}

function checkEuVat(number: string): Identity {
  const text = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-.]/g, '')
  const prefix = text.slice(0, 2).toLowerCase()
  const land = VAT_PREFIX[prefix] ?? prefix
  if (land === 'gb' || land === 'ch' || !(vatAlias(land) || stdnumKind(land, 'vat')))
    return {
      valid: false,
      kind: 'eu vat',
      normalised: text,
      reason: `"${text.slice(0, 2)}" is not the prefix of a state of the EU`,
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
    return new BadInput(`"${kind}" is not a kind of number of ${country}; known are ${here.join(', ')}`, {
      field: 'kind',
    })
  return new BadInput(`no numbers are known for "${country}"; known kinds are ${all.join(', ')}`, { field: 'country' })
}
