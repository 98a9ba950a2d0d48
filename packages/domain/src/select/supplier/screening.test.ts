import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey } from './names/name-key.ts'
import { screeningFile, wordReader } from './names/name-words.ts'
import { slips } from './names/spelling.ts'
import { buildIndex, screen } from './screening.ts'

const words = screeningFile.parse({
  source: { act: 'made for the test', status: 'recorded-from-memory' },
  threshold: '0.83',
  'legal-forms': ['Ltd', 'Co', 'Limited', 'GmbH', 'S.A.', 'L.L.C.', 'Sdn Bhd', '有限公司', 'ООО'],
  particles: ['al', 'bin', 'the', 'of', 'and'],
  general: ['trading', 'international', 'bank', '贸易', '深圳市'],
  'same-characters': ['汇匯', '贸貿', '国國'],
})
const entries = [
  { list: 'made-up', id: '1', names: ['KORVALEN, Dimitra Josefina', 'KORVALEN, Dimi'] },
  { list: 'made-up', id: '2', names: ['Zephyrine Trading Co., Ltd.'] },
  { list: 'made-up', id: '3', names: ['AERO-MISTRAL S.A.'] },
  { list: 'made-up', id: '4', names: ['Банк Россвет', 'Bank Rossvet'] },
  { list: 'made-up', id: '5', names: ['深圳市百汇贸易有限公司'] },
  { list: 'made-up', id: '6', names: ['AL-HASSANI, Abdulkarim bin Yusuf'] },
  { list: 'made-up', id: '7', names: ['Étoile Ørsted Łódzka'] },
  { list: 'made-up', id: '8', names: ['SHENZHEN MINGDEHENG KEJI YOUXIAN GONGSI'] },
  { list: 'made-up', id: '9', names: ['ZENG, Guoqiang'] },
  { list: 'made-up', id: '10', names: ['LYU, Fangbo', 'LU, Fangbo'] },
  { list: 'made-up', id: '11', names: ['南岸商行'] },
  ...Array.from({ length: 60 }, (_, i) => ({
    list: 'made-up',
    id: `c${i}`,
    names: [`Common ${'abcdefghij'[i % 10]!.repeat(4)}${'klmnop'[Math.floor(i / 10)]!.repeat(3)}`],
  })),
]
const index = buildIndex(entries, words)
const found = (name: string) => screen(index, name).map((h) => h.entry.id)

describe('finds a listed name', () => {
  it.each([
    ['in another order', 'Dimitra Josefina Korvalen', '1'],
    ['without its middle name', 'Dimitra Korvalen', '1'],
    ['with an initial', 'D. J. Korvalen Dimitra', '1'],
    ['with slips of the pen', 'Dimtira Josefina Korvaln', '1'],
    ['with another company form', 'ZEPHYRINE TRADING GMBH', '2'],
    ['with a form written with dots', 'Zephyrine Trading L.L.C.', '2'],
    ['written as one word', 'Aeromistral', '3'],
    ['written as two words', 'Zephy rine Trading', '2'],
    ['in Cyrillic', 'БАНК РОССВЕТ', '4'],
    ['in Latin letters', 'rossvet bank', '4'],
    ['in traditional characters', '百匯貿易', '5'],
    ['in characters, listed in Latin letters', '深圳市明德恒科技有限公司', '8'],
    ['in traditional characters, listed in Latin letters', '明德恆科技有限公司', '8'],
    ['of a person in characters, the surname read as one', '曾国强', '9'],
    ['of a person in characters, ü written as u', '吕方博', '10'],
    ['in Latin letters, listed in characters', "Nan'an Shanghang", '11'],
    ['without particles', 'Yusuf Abdulkarim Hassani', '6'],
    ['with an apostrophe and hyphens', "Abdul-Karim al-Hassani Yu'suf", '6'],
    ['without its accents', 'ETOILE ORSTED LODZKA', '7'],
  ])('%s', (_, name, id) => {
    expect(found(name)).toContain(id)
  })
})

describe('leaves alone', () => {
  it.each([
    ['a name that shares only general words', 'Northfield Trading Co., Ltd.'],
    ['a name that shares one given name', 'Dimitra Papadaki'],
    ['a name of a common word and another', 'Common Ground'],
    ['a company of the same town and trade', '深圳市启明贸易有限公司'],
    ['a company form alone', 'Co., Ltd.'],
    ['characters that only sound like those listed', '南暗商航'],
    ['a person of the same surname', '曾德明'],
    ['no name', '  ?! '],
  ])('%s', (_, name) => {
    expect(found(name)).toEqual([])
  })
})

it('says which word matched which, and how', () => {
  expect(screen(index, 'Zephirine International Ltd')).toEqual([])
  const [hit] = screen(index, 'Zephirine Trading Limited')
  expect(hit).toMatchObject({ name: 'Zephyrine Trading Co., Ltd.', entry: { id: '2' } })
  expect(hit!.score).toBeGreaterThan(0.9)
  expect(hit!.words).toEqual([
    { screened: 'zephirine', listed: 'zephyrine', how: 'spelling', slips: 1 },
    { screened: 'trading', listed: 'trading', how: 'same', slips: 0 },
    { screened: 'limited', listed: '', how: 'only-screened', slips: 0 },
    { screened: '', listed: 'co', how: 'only-listed', slips: 0 },
    { screened: '', listed: 'ltd', how: 'only-listed', slips: 0 },
  ])
})

it('shows characters with how they are read', () => {
  expect(screen(index, '曾国强')[0]!.words).toEqual([
    { screened: '曾 zeng', listed: 'zeng', how: 'same', slips: 0 },
    { screened: '国强 guo qiang', listed: 'guoqiang', how: 'joined', slips: 0 },
  ])
})

it('a party is one hit, by the nearest of its names; the same name scores 1', () => {
  expect(screen(index, 'Korvalen Dimi')).toMatchObject([{ score: 1, name: 'KORVALEN, Dimi', entry: { id: '1' } }])
})

it('every listed name, shuffled and with one letter changed in a long word, is found', () => {
  const names = entries
    .flatMap((e) => e.names.map((name) => ({ id: e.id, name })))
    .filter((n) => /^[A-Z ,.-]+$/i.test(n.name) && n.name.length > 14)
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      ({ id, name }, turn, at, letter) => {
        const parts = name.replaceAll(',', '').split(/\s+/)
        const long = parts.reduce((a, b) => (b.length > a.length ? b : a))
        const changed = [...long]
        changed[at % long.length] = letter
        const turned = parts
          .map((_, i) => parts[(i + turn) % parts.length]!)
          .map((p) => (p === long ? changed.join('') : p))
        expect(found(turned.join(' '))).toContain(id)
      },
    ),
    { numRuns: 200 },
  )
})

it('gives the same answer whatever was asked before', () => {
  const fresh = () => buildIndex(entries, words)
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Dimi Korvalen', 'rossvet', 'Common aaaakkk', 'Zephyrin trading'), {
        minLength: 1,
        maxLength: 5,
      }),
      (asked) => {
        const used = fresh()
        for (const name of asked) screen(used, name)
        expect(screen(used, 'Dimtira Korvalen')).toEqual(screen(fresh(), 'Dimtira Korvalen'))
      },
    ),
    { numRuns: 10 },
  )
})

describe('slips', () => {
  /** Optimal string alignment by its recursive definition. */
  const byDefinition = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length
    const same = a.at(-1) === b.at(-1) ? 0 : 1
    const least = Math.min(
      byDefinition(a.slice(0, -1), b) + 1,
      byDefinition(a, b.slice(0, -1)) + 1,
      byDefinition(a.slice(0, -1), b.slice(0, -1)) + same,
    )
    const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
    return swapped ? Math.min(least, byDefinition(a.slice(0, -2), b.slice(0, -2)) + 1) : least
  }
  it('counts letters left out, put in, changed, and swapped with their neighbour', () => {
    expect([
      slips('korvalen', 'korvaln', 2),
      slips('korvalen', 'korvvalen', 2),
      slips('korvalen', 'korvelen', 2),
      slips('korvalen', 'krovalen', 2),
    ]).toEqual([1, 1, 1, 1])
    expect(slips('ca', 'abc', 5)).toBe(3)
  })
  it('agrees with the definition', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(
        word,
        word,
        fc.integer({ min: 0, max: 4 }),
        (a, b, most) => slips(a, b, most) === Math.min(byDefinition(a, b), most + 1),
      ),
    )
  })
})

it('reads words: forms by phrase, characters one by one, full-width as usual', () => {
  const kinds = (name: string) => wordReader(words)(name).map((w) => `${w.text}:${w.kind}`)
  expect(kinds('百匯貿易有限公司')).toEqual(['百:word', '汇:word', '贸易:general', '有限公司:legal-form'])
  expect(kinds('Ｄｅｌｔａ S.A.')).toEqual(['delta:word', 'sa:legal-form'])
  expect(kinds('J. K. Rowland')).toEqual(['j:initial', 'k:initial', 'rowland:word'])
})

it('keys of names do not depend on case, accents and signs', () => {
  expect(nameKey('Müller & Söhne GmbH')).toBe(nameKey('MULLER  SOHNE-GMBH'))
  expect(nameKey('Ελλάδα')).toBe('ellada')
  expect(nameKey('محمد')).toBe('mhmd')
})
