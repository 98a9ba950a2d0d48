import { stdnum, type Validator } from 'stdnum'
import type { Fault } from './own-kinds.ts'

/** What each state of the EU, and others, call their VAT number in stdnum; so that `fr vat` is `fr tva`. */
const VAT: Readonly<Record<string, string>> = {
  at: 'uid',
  bg: 'vat',
  ch: 'vat',
  cz: 'dic',
  dk: 'cvr',
  ee: 'kmkr',
  es: 'nif',
  fi: 'alv',
  fr: 'tva',
  hr: 'oib',
  hu: 'anum',
  is: 'vsk',
  it: 'iva',
  lt: 'pvm',
  lu: 'tva',
  lv: 'pvn',
  mc: 'tva',
  nl: 'btw',
  no: 'mva',
  pl: 'nip',
  pt: 'nif',
  ro: 'cif',
  si: 'ddv',
  sk: 'dph',
}

/** Kinds whose check character is the last, so that the right one can be told. */
const LAST = new Set(
  (
    'at uid,at businessid,au acn,be vat,br cnpj,cn ric,cz dic,de vat,de idnr,dk cvr,ee kmkr,ee registrikood,fi alv,fi ytunnus,' +
    'fr siren,fr siret,gr vat,hr oib,id npwp,in gstin,it iva,kr brn,lu tva,lv pvn,no orgnr,pl nip,pt nif,ro cif,ru inn,se orgnr,' +
    'sg uen,th tin,th moa,th idnr,tr vkn,tw ubn'
  ).split(','),
)

export const stdnumKinds = (): string[] =>
  Object.entries(stdnum).flatMap(([country, kinds]) =>
    Object.keys(kinds).map((kind) => `${country.toLowerCase()} ${kind}`),
  )

export const vatAlias = (country: string): string | undefined => VAT[country]
export const vatCountries = (): string[] => Object.keys(VAT)

export const stdnumKind = (country: string, kind: string): Validator | undefined => {
  const kinds = stdnum[country.toUpperCase()]
  return kinds && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
}

const lengths = new Map<Validator, readonly number[]>()
/** The lengths a validator takes, found by asking it; stdnum does not say them. */
function lengthsOf(validator: Validator): readonly number[] {
  const known = lengths.get(validator)
  if (known) return known
  const found = Array.from({ length: 30 }, (_, i) => i + 1).filter((n) => {
    const result = validator.validate('1'.repeat(n))
    return result.isValid || result.error?.name !== 'InvalidLength'
  })
  lengths.set(validator, found)
  return found
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The one last character that makes a number of a kind stand, when it can be told; by asking the validator. */
export function lastDigit(validator: Validator, id: string, normalised: string): string | undefined {
  if (!LAST.has(id)) return undefined
  const right = [...ALPHABET].filter((c) => validator.validate(normalised.slice(0, -1) + c).isValid)
  return right.length === 1 ? right[0] : undefined
}

/** Why a number is not of this kind, in words; undefined when it is. */
export function faultByStdnum(validator: Validator, id: string, normalised: string): Fault {
  const result = validator.validate(normalised)
  if (result.isValid) return undefined
  const kind = result.error?.name
  if (kind === 'InvalidLength') {
    const allowed = lengthsOf(validator)
    const has = normalised.length
    return allowed.length > 0 && allowed.length <= 4
      ? {
          zh: `应为 ${allowed.join(' 或 ')} 位，现为 ${has} 位`,
          en: `needs ${allowed.join(' or ')} characters, has ${has}`,
        }
      : { zh: `现为 ${has} 位，此类号码没有这个长度`, en: `has ${has} characters, which is not a length of this kind` }
  }
  if (kind === 'InvalidChecksum') {
    const right = lastDigit(validator, id, normalised)
    return right === undefined
      ? { zh: '校验位与其余号码不符', en: 'check digits do not agree with the rest of the number' }
      : { zh: `校验位应为 ${right}`, en: `check digit should be ${right}` }
  }
  if (kind === 'InvalidComponent')
    return {
      zh: '其中一段未启用（如地区、日期或类别代码）',
      en: 'a part of it is not in use (such as a region, a date or a type code)',
    }
  return {
    zh: '含有此类号码没有的字符，或应为数字处写了字母',
    en: 'has characters where this kind has none, or letters for digits',
  }
}
