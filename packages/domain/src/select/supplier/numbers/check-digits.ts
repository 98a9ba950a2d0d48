/** One character of a number with what it counts for. */
export type Term = {
  readonly character: string
  readonly value: number
  readonly weight: number
  readonly product: number
}
/** How a check digit was computed: the sum, its remainder, the digit that follows, and the one that was given. */
export type Computed = {
  /** empty where the whole number is divided, as by ISO 7064 */
  readonly terms: readonly Term[]
  readonly total: string
  readonly modulus: number
  readonly remainder: number
  readonly expected: string
  readonly given: string
}

const term = (character: string, value: number, weight: number, product = value * weight): Term => ({
  character,
  value,
  weight,
  product,
})
function summed(terms: readonly Term[], modulus: number, tell: (remainder: number) => string, given: string): Computed {
  const total = terms.reduce((sum, t) => sum + t.product, 0)
  const remainder = total % modulus
  return { terms, total: String(total), modulus, remainder, expected: tell(remainder), given }
}
const toTen = (remainder: number) => String((10 - remainder) % 10)

/** GS1 mod 10: weights 3 and 1 from the right. Source: GS1 General Specifications, 7.9. */
export function gs1(text: string): Computed {
  const body = [...text.slice(0, -1)]
  const terms = body.map((c, i) => term(c, Number(c), (body.length - i) % 2 === 1 ? 3 : 1))
  return summed(terms, 10, toTen, text.slice(-1))
}

/** Luhn: every second digit from the right doubled, and its digits added. Source: ISO/IEC 7812-1. */
export function luhn(text: string): Computed {
  const body = [...text.slice(0, -1)]
  const terms = body.map((c, i) => {
    const weight = (body.length - i) % 2 === 1 ? 2 : 1
    const product = Number(c) * weight
    return term(c, Number(c), weight, product > 9 ? product - 9 : product)
  })
  return summed(terms, 10, toTen, text.slice(-1))
}

export const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** GB 32100-2015: 31 − (Σ Ci·Wi mod 31). Our own: stdnum 1.12 refuses every code whose check character is 0. */
export function uscc(text: string): Computed {
  const terms = USCC_WEIGHTS.map((weight, i) => term(text.charAt(i), USCC.indexOf(text.charAt(i)), weight))
  return summed(terms, 31, (remainder) => USCC.charAt((31 - remainder) % 31), text.slice(17))
}

/** ISO 7064 mod 97-10 over digits and letters (A = 10 … Z = 35): 98 − (the number with 00 for its check digits mod 97). */
export function mod97(body: string, given: string): Computed {
  const digits = [...`${body}00`].map((c) => Number.parseInt(c, 36)).join('')
  const remainder = Number(BigInt(digits) % 97n)
  return {
    terms: [],
    total: digits,
    modulus: 97,
    remainder,
    expected: String(98 - remainder).padStart(2, '0'),
    given,
  }
}
