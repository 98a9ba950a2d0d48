import { IBAN_STRUCTURES } from './iban-structures.ts'

/** What a check of one number says: undefined when it stands, else the reason in words. */
export type Fault = string | undefined
export type OwnKind = {
  readonly name: string
  /** a text without spaces and signs, as the number is stored */
  readonly normalise: (text: string) => string
  readonly fault: (normalised: string) => Fault
  /** said when it stands, if less was checked than a check digit */
  readonly remark?: string
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—./]/g, '')
const length = (text: string, ...allowed: readonly number[]): Fault =>
  allowed.includes(text.length) ? undefined : `needs ${allowed.join(' or ')} characters, has ${text.length}`
const checkDigit = (found: string, right: string): Fault =>
  found === right ? undefined : `check digit${right.length > 1 ? 's' : ''} should be ${right}`
const only = (text: string, allowed: RegExp, what: string): Fault => {
  const at = [...text].findIndex((c) => !allowed.test(c))
  return at < 0 ? undefined : `character ${at + 1}, "${[...text][at]}", must be ${what}`
}

/** Remainder by 97 of a text of digits and letters (A = 10 … Z = 35), ISO 7064. */
const mod97 = (text: string): number => {
  let rest = 0
  for (const c of text) {
    const value = Number.parseInt(c, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
const twoDigits = (n: number) => String(n).padStart(2, '0')

/** GS1 mod 10: weights 3 and 1 from the right. Source: GS1 General Specifications, 7.9. */
const gtin = (text: string): Fault => {
  const wrong = only(text, /\d/, 'a digit') ?? length(text, 8, 12, 13, 14)
  if (wrong) return wrong
  let total = 0
  for (let i = text.length - 2, weight = 3; i >= 0; i--, weight = 4 - weight) total += Number(text[i]) * weight
  return checkDigit(text.slice(-1), String((10 - (total % 10)) % 10))
}

/** ISO 17442: 18 characters and two check digits by ISO 7064 mod 97-10. */
const lei = (text: string): Fault =>
  length(text, 20) ??
  only(text, /[0-9A-Z]/, 'a digit or a letter A–Z') ??
  only(text.slice(18), /\d/, 'a digit') ??
  checkDigit(text.slice(18), twoDigits(98 - mod97(`${text.slice(0, 18)}00`)))

/** ISO 13616: country, its length and structure, mod 97-10. */
const iban = (text: string): Fault => {
  const country = text.slice(0, 2)
  const structure = IBAN_STRUCTURES[country]
  if (structure === undefined) return `"${country}" is not a country with IBANs`
  const parts = [...`2n${structure}`.matchAll(/(\d+)([nac])/g)].map(([, n, kind]) => ({ n: Number(n), kind }))
  const wanted = 2 + parts.reduce((sum, p) => sum + p.n, 0)
  if (text.length !== wanted) return `an IBAN of ${country} needs ${wanted} characters, has ${text.length}`
  let at = 2
  for (const { n, kind } of parts)
    for (const end = at + n; at < end; at++) {
      const c = text.charAt(at)
      if (kind === 'n' ? !/\d/.test(c) : kind === 'a' ? !/[A-Z]/.test(c) : !/[0-9A-Z]/.test(c))
        return `character ${at + 1}, "${c}", must be ${kind === 'n' ? 'a digit' : kind === 'a' ? 'a letter' : 'a digit or a letter'}`
    }
  return checkDigit(text.slice(2, 4), twoDigits(98 - mod97(`${text.slice(4)}${country}00`)))
}

const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** GB 32100-2015: 31 − (Σ Ci·Wi mod 31). Our own: stdnum 1.12 refuses every code whose check character is 0. */
const uscc = (text: string): Fault => {
  const wrong =
    length(text, 18) ??
    only(text, new RegExp(`[${USCC}]`), 'a digit or a letter other than I, O, S, V, Z') ??
    only(text.slice(2, 8), /\d/, 'a digit')?.replace(/^character (\d)/, (_, n) => `character ${Number(n) + 2}`)
  if (wrong) return wrong
  let total = 0
  USCC_WEIGHTS.forEach((weight, i) => {
    total += USCC.indexOf(text.charAt(i)) * weight
  })
  return checkDigit(text.slice(17), USCC.charAt((31 - (total % 31)) % 31))
}

/** Luhn: every second digit from the right doubled. Source: ISO/IEC 7812-1. */
const luhn = (digits: string): Fault => {
  let total = 0
  for (let i = digits.length - 2, twice = true; i >= 0; i--, twice = !twice) {
    const d = Number(digits[i]) * (twice ? 2 : 1)
    total += d > 9 ? d - 9 : d
  }
  return checkDigit(digits.slice(-1), String((10 - (total % 10)) % 10))
}

/** NPWP: the ninth digit of the old 15 is a Luhn digit; since PMK 112/PMK.03/2022 a firm's number has a 0 before it. */
const npwp = (text: string): Fault => {
  const wrong = only(text, /\d/, 'a digit') ?? length(text, 15, 16)
  if (wrong) return wrong
  if (text.length === 16 && !text.startsWith('0')) return 'a 16-digit number of a firm begins with 0'
  const fault = luhn(text.slice(-15, -6))
  return fault?.replace('check digit', text.length === 16 ? 'digit 10' : 'digit 9')
}

const form = (name: string, shape: RegExp, says: string): OwnKind => ({
  name,
  normalise: bare,
  fault: (text) => (shape.test(text) ? undefined : says),
  remark: 'form fits; this kind has no public check digit',
})

/** Kinds of our own: those stdnum has not, and those it gets wrong. Keys as `country kind`. */
export const OWN_KINDS: Readonly<Record<string, OwnKind>> = {
  'int gtin': { name: 'Global Trade Item Number', normalise: bare, fault: gtin },
  'int lei': { name: 'Legal Entity Identifier', normalise: bare, fault: lei },
  'int iban': { name: 'International Bank Account Number', normalise: bare, fault: iban },
  'cn uscc': { name: '统一社会信用代码', normalise: bare, fault: uscc },
  'id npwp': { name: 'Nomor Pokok Wajib Pajak', normalise: bare, fault: npwp },
  'id nib': form('Nomor Induk Berusaha', /^\d{13}$/, 'needs 13 digits'),
  'my ssm': form(
    'Nombor pendaftaran SSM',
    /^((19|20)\d{2}0[1-6]\d{6}|\d{1,7}[A-Z])$/,
    'needs 12 digits (year, kind 01–06, serial) or the old form, digits and a letter',
  ),
  'my tin': form(
    'Nombor pengenalan cukai',
    /^(C|CS|D|E|F|FA|PT|TA|TC|TN|TR|TP|J|LE|IG|OG|SG)\d{8,11}$/,
    'needs a letter code and 8 to 11 digits',
  ),
  'ph tin': form('Tax Identification Number', /^\d{9}(\d{3}|\d{5})?$/, 'needs 9 digits, or 12 or 14 with the branch'),
  'ph sec': form('SEC registration number', /^(CS|AS|A|CN|FS|PG|PW|)?\d{6,13}$/, 'needs letters and 6 to 13 digits'),
  'gb crn': form(
    'Company registration number',
    /^([A-Z]{2}|\d{2})\d{6}$/,
    'needs 8 characters: 8 digits, or 2 letters and 6 digits',
  ),
  'us duns': form('D-U-N-S number', /^\d{9}$/, 'needs 9 digits'),
}
