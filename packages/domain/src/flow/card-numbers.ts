import type { Listing } from '../select/product/listing.ts'

/** Issuer ranges of the schemes (ISO/IEC 7812), each with the lengths it issues. */
const ISSUED: readonly (readonly [RegExp, readonly number[]])[] = [
  // UnionPay
  [/^62/, [16, 17, 18, 19]],
  // Visa
  [/^4/, [13, 16, 19]],
  // Mastercard
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  // American Express
  [/^3[47]/, [15]],
  // Diners Club
  [/^3(?:0[0-5]|[689])/, [14]],
  // Discover
  [/^(?:6011|64[4-9]|65)/, [16, 17, 18, 19]],
  // JCB
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  // Mir
  [/^220[0-4]/, [16, 17, 18, 19]],
]

/** How cards write their digits in groups, by the length of each. */
const GROUPED = new Set(['4 4 4 4', '4 4 4 4 1', '4 4 4 4 2', '4 4 4 4 3', '4 6 5', '4 6 4', '6 13', '4 3 3 3'])
const FEWEST_GROUPS = 2
const MOST_GROUPS = 5

/** What any card number has, seen at a glance: thirteen digits of any width with no more than one sign between. */
const ENOUGH = /(?:[0-9\uff10-\uff19][ \u00a0\u3000\u2010-\u2013\uff0d-]?){13}/
const WIDE = /[\uff10-\uff19\u00a0\u3000\uff0d]/
/** Numbers with one space or hyphen between them; decimals are none. */
const NUMBERS = /(?<!\d\.?)\d+(?:[ \u2010-\u2013-]\d+)*(?!\.?\d)/g
const SHA_256 = /^[0-9a-f]{64}$/
const ADDRESS = /https?:\/\/[^\s"'<>，。；）]+/gi

/** Whether a text holds what looks like a payment card number, in digits of any width: an issued range, the usual groups, the right check digit. */
export function hasCardNumber(text: string): boolean {
  if (!ENOUGH.test(text) || SHA_256.test(text)) return false
  const plain = WIDE.test(text) ? text.normalize('NFKC') : text
  return plain.match(NUMBERS)?.some(holdsCard) ?? false
}

function holdsCard(numbers: string): boolean {
  const groups = numbers.split(/\D/)
  return groups.some((group, from) => {
    if (isCard(group)) return true
    if (group.length !== 4 && group.length !== 6) return false
    for (let many = FEWEST_GROUPS; many <= MOST_GROUPS; many += 1) {
      const some = groups.slice(from, from + many)
      if (GROUPED.has(some.map(({ length }) => length).join(' ')) && isCard(some.join(''))) return true
    }
    return false
  })
}

const isCard = (digits: string): boolean =>
  ISSUED.some(([range, lengths]) => lengths.includes(digits.length) && range.test(digits)) &&
  luhn(digits) &&
  !isBarcode(digits)

/** ISO/IEC 7812 check digit (Luhn). */
const luhn = (digits: string): boolean =>
  weighed(digits, (digit, second) => (second ? digit * 2 - (digit > 4 ? 9 : 0) : digit)) % 10 === 0

/** EAN-13 and GTIN-14 (GS1 General Specifications 7.9): what bears their check digit is a barcode; cards of these lengths are all but gone. */
const isBarcode = (digits: string): boolean =>
  digits.length < 15 && weighed(digits, (digit, second) => (second ? digit * 3 : digit)) % 10 === 0

/** The sum of digits, every second one from the right weighed. */
function weighed(digits: string, weigh: (digit: number, second: boolean) => number): number {
  let total = 0
  for (let i = 0; i < digits.length; i += 1) total += weigh(Number(digits[digits.length - 1 - i]), i % 2 === 1)
  return total
}

/** R4 · The places in a project's own records that hold a card number. */
export function cardNumbersIn(records: Readonly<Record<string, unknown>>): string[] {
  const places: string[] = []
  const walk = (value: unknown, place: string) => {
    if (typeof value === 'string') {
      if (hasCardNumber(value)) places.push(place)
    } else if (Array.isArray(value)) for (const [i, v] of value.entries()) walk(v, `${place}[${i}]`)
    else if (value && typeof value === 'object')
      for (const [key, v] of Object.entries(value)) if (!CODES.includes(key)) walk(v, `${place}.${key}`)
  }
  for (const [name, record] of Object.entries(records)) walk(record, name)
  return places
}

/** Fields that hold long codes of their own. */
const CODES = ['gtin', 'product', 'sha256', 'evidence', 'images']

/** What people read of a listing; its other fields are codes, addresses and figures. */
const READ = ['title', 'description', 'brand', 'seller', 'category', 'variants', 'warranty', 'dimensions'] as const
/** Names of specifications that hold codes. */
const CODE_NAME =
  /sku|gtin|\b(?:ean|upc|isbn|mpn|asin|(?:item|product) ?id|model)\b|bar ?code|条码|条形码|编码|货号|款号|型号/i

/** R4 · The field of a listing that holds a card number in a text that people read; addresses in it are no such text. */
export function cardNumberIn(listing: Listing): keyof Listing | undefined {
  const holds = (text: string): boolean => ENOUGH.test(text) && hasCardNumber(text.replace(ADDRESS, ' '))
  const field = READ.find((name) => {
    const said = listing[name]
    return typeof said === 'string' ? holds(said) : said?.some(holds)
  })
  if (field) return field
  return listing.attributes.some(({ name, value }) => holds(name) || (holds(value) && !CODE_NAME.test(name)))
    ? 'attributes'
    : undefined
}
