/** ISO/IEC 7812 check digit (Luhn), worked from the right. */
function luhn(digits: string): boolean {
  let total = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    total += doubled > 9 ? doubled - 9 : doubled
  }
  return total % 10 === 0
}

/** Issuer ranges of the large schemes (ISO/IEC 7812): UnionPay 62, Visa 4, Mastercard 51–55 and 2221–2720, Amex 34/37, JCB 35. */
const ISSUED = /^(62|4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|3[457])/

/** Whether a text holds what looks like a payment card number, in digits of any width: 15–19 digits in the usual groups, issued range, right check digit. */
export const hasCardNumber = (text: string): boolean =>
  [...text.normalize('NFKC').matchAll(/(?<![\d.-])\d{4}[ -]?\d{4,6}[ -]?\d{4,5}(?:[ -]?\d{1,7})?(?![\d.-])/g)].some(
    ([found]) => {
      const digits = found.replace(/\D/g, '')
      return digits.length >= 15 && digits.length <= 19 && ISSUED.test(digits) && luhn(digits)
    },
  )

/** R4 · The places in a project's own records that hold a card number. Listings are others' texts and bear long codes; they are not searched. */
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
const CODES = ['gtin', 'product', 'sha256', 'evidence']
