import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../kernel/errors.ts'
import { checkId, knownKinds } from './identity.ts'

const says = (id: string, number: string) => {
  const [country, kind] = id.split(' ') as [string, string]
  return checkId(country, kind, number)
}

describe('numbers published as examples are valid', () => {
  it.each([
    // IBAN: SWIFT IBAN Registry, one example a country, and the two of ECBS EBS 204
    ['int iban', 'GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['int iban', 'DE89370400440532013000', 'DE89370400440532013000'],
    ['int iban', 'FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
    ['int iban', 'NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['int iban', 'MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
    ['int iban', 'NO93 8601 1117 947', 'NO9386011117947'],
    ['int iban', 'AE070331234567890123456', 'AE070331234567890123456'],
    ['int iban', 'BR1800360305000010009795493C1', 'BR1800360305000010009795493C1'],
    // LEI: GLEIF (its own, Bloomberg L.P.'s)
    ['int lei', '5493001KJTIIGC8Y1R12', '5493001KJTIIGC8Y1R12'],
    ['int lei', '506700GE1G29325QX363', '506700GE1G29325QX363'],
    // GTIN: GS1's page on check digits; EAN-13 and UPC-A as ISO/IEC 15420 shows them
    ['int gtin', '6291041500213', '6291041500213'],
    ['int gtin', '4006381333931', '4006381333931'],
    ['int gtin', '036000291452', '036000291452'],
    ['int gtin', '73513537', '73513537'],
    ['int gtin', '1 06 14141 00041 5', '10614141000415'],
    // python-stdnum's documentation, from the issuing authorities
    ['cn uscc', '91110000600037341L', '91110000600037341L'],
    ['th tin', '1-2345-45678-78-1', '1234545678781'],
    ['th moa', '0 99 4 000 61772 1', '0994000617721'],
    ['vn mst', '0100233488', '0100233488'],
    ['id npwp', '01.312.166.0-091.000', '013121660091000'],
    ['id npwp', '0013121660091000', '0013121660091000'],
    ['sg uen', '00192200M', '00192200M'],
    ['sg uen', '197401143C', '197401143C'],
    ['de vat', 'DE 136,695 976', '136695976'],
    ['gb vat', 'GB 980 7806 84', '980780684'],
    ['fr vat', 'Fr 40 303 265 045', '40303265045'],
    ['eu vat', 'ATU13585627', 'ATU13585627'],
    ['eu vat', 'EL 094259216', 'EL094259216'],
    ['us ein', '91-1144442', '911144442'],
  ])('%s %s', (id, number, normalised) => {
    expect(says(id, number)).toMatchObject({ valid: true, normalised })
  })
})

describe('reasons are in words', () => {
  it.each([
    ['int gtin', '6291041500210', 'check digit should be 3'],
    ['int iban', 'DE88370400440532013000', 'check digits should be 89'],
    ['int iban', 'DE8937040044053201300', 'an IBAN of DE needs 22 characters, has 21'],
    ['int iban', 'CN8937040044053201300', '"CN" is not a country with IBANs'],
    ['int iban', 'GB821EST12345698765432', 'character 5, "1", must be a letter'],
    ['int lei', '5493001KJTIIGC8Y1R13', 'check digits should be 12'],
    ['cn uscc', '9111000060003734L', 'needs 18 characters, has 17'],
    ['cn uscc', '911100006000373419', 'check digit should be L'],
    ['cn uscc', '9111000O600037341L', 'character 8, "O", must be a digit or a letter other than I, O, S, V, Z'],
    ['th tin', '123', 'needs 13 characters, has 3'],
    ['th moa', '0994000617720', 'check digit should be 1'],
    ['de vat', '', 'is empty'],
    ['eu vat', 'US123', '"US" is not the prefix of a state of the EU'],
  ])('%s %s: %s', (id, number, reason) => {
    expect(says(id, number)).toMatchObject({ valid: false, reason })
  })
})

describe('GB 32100-2015, worked by hand: 31 − (Σ Ci·Wi mod 31), weights 1, 3, … 30, 28', () => {
  it.each([
    ['91000000000000001N', '9×1 + 1×3 + 1×28 = 40, remainder 9, 31 − 9 = 22, which is N'],
    ['910000000000000H05', '12 + 17×30 = 522, remainder 26, 5'],
    ['9100000000000000R1', '12 + 25×28 = 712, remainder 30, 1'],
    ['910000000000000040', '12 + 4×28 = 124 = 4×31, remainder 0, 31 − 0 counts as 0'],
  ])('%s: %s', (number) => {
    expect(checkId('cn', 'uscc', number).valid).toBe(true)
  })
})

describe('what was computed is told', () => {
  it('GTIN 6291041500213, worked on the page of GS1: 57 with weights 1 and 3, the next ten is 60, so 3', () => {
    const { computed, digit } = checkId('int', 'gtin', '6291041500210')
    expect(computed).toMatchObject({ total: '57', modulus: 10, remainder: 7, expected: '3', given: '0' })
    expect(computed?.terms.map((t) => t.product)).toEqual([6, 6, 9, 3, 0, 12, 1, 15, 0, 0, 2, 3])
    expect(digit).toEqual({ expected: '3', given: '0' })
  })
  it('USCC 91…: 9×1 + 1×3 + 1×28 = 40, 40 mod 31 = 9, 31 − 9 = 22, which is N', () => {
    const { computed } = checkId('cn', 'uscc', '910000000000000018')
    expect(computed).toMatchObject({ total: '40', modulus: 31, remainder: 9, expected: 'N', given: '8' })
  })
  it('IBAN of Germany, worked in ISO 13616: 370400440532013000131400 mod 97 = 9, 98 − 9 = 89', () => {
    const { computed } = checkId('int', 'iban', 'DE88370400440532013000')
    expect(computed).toMatchObject({ total: '370400440532013000131400', remainder: 9, expected: '89', given: '88' })
  })
  it('of a kind checked by its issuer, the digit alone; of one without check digits, nothing', () => {
    expect(checkId('th', 'moa', '0994000617720').digit).toEqual({ expected: '1', given: '0' })
    expect(checkId('id', 'nib', '1234567890123')).not.toHaveProperty('digit')
  })
})

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
/** Finds the check digits that make a stem valid, by trying all. */
const complete = (id: string, make: (check: string) => string, checks: readonly string[]) =>
  checks.map(make).filter((n) => says(id, n).valid)
const TEN = [...'0123456789']
const HUNDRED = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))

describe('any single changed digit is refused', () => {
  it.each([
    ['int gtin', 12, (stem: string, c: string) => stem + c, TEN],
    ['int gtin', 7, (stem: string, c: string) => stem + c, TEN],
    ['int lei', 18, (stem: string, c: string) => stem + c, HUNDRED],
    ['int iban', 18, (stem: string, c: string) => `DE${c}${stem}`, HUNDRED],
    ['cn uscc', 17, (stem: string, c: string) => stem + c, [...'0123456789ABCDEFGHJKLMNPQRTUWXY']],
  ] as const)('%s of %i digits', (id, length, make, checks) => {
    fc.assert(
      fc.property(digits(length), fc.nat(), fc.integer({ min: 1, max: 9 }), (stem, where, by) => {
        const [valid, ...more] = complete(id, (c) => make(stem.join(''), c), checks)
        // ISO 7064 mod 97 leaves 02–98 as check digits, and 00, 01, 99 congruent to three of them are refused as well
        expect(more).toEqual([])
        const at = where % length
        const changed = stem.map((d, i) => (i === at ? (d + by) % 10 : d)).join('')
        const check = id === 'int iban' ? valid!.slice(2, 4) : valid!.slice(length)
        expect(says(id, make(changed, check)).valid).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a country or kind that is not known', () => {
  it('names the kinds of the country', () => {
    expect(() => checkId('cn', 'tin', '1')).toThrow(/"tin" is not a kind of number of cn; known are ric, uscc/)
    expect(() => checkId('int', 'isbn', '1')).toThrow(/known are gtin, iban, lei/)
  })
  it('names all kinds when the country is unknown', () => {
    expect(() => checkId('xx', 'vat', '1')).toThrow(BadInput)
    expect(() => checkId('constructor', 'name', '1')).toThrow(/known kinds are ad nrt, .*cn uscc/)
  })
})

it('never fails on any text, whatever the kind', () => {
  const kinds = knownKinds()
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'grapheme', maxLength: 24 }), (id, number) => {
      const found = says(id, number)
      expect(typeof found.valid).toBe('boolean')
      expect(found.reason).not.toBe('')
    }),
    { numRuns: 1000 },
  )
})
