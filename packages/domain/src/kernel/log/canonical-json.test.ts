import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalBytes, canonicalJson, checkCanonical } from './canonical-json.ts'

/** An IEEE 754 double from its 16 hex digits, as RFC 8785 Appendix B lists them. */
const double = (hex: string) => new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer).getFloat64(0)

describe('canonical JSON, RFC 8785', () => {
  test('section 3.2.2: literals, strings and numbers', () => {
    const given = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`)
    expect(canonicalJson(given)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('section 3.2.3: members sorted by UTF-16 code units', () => {
    const given = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect([...canonicalJson(given).matchAll(/:"([^"]*)"/g)].map((m) => m[1])).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test('section 3.2.4: the UTF-8 bytes', () => {
    const given = { numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27], string: '€$\u000f\nA\'B"\\\\"/' }
    expect(Buffer.from(canonicalBytes({ ...given, literals: [null, true, false] })).toString('hex')).toBe(
      (
        '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b333333333333333333' +
        '2e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c753030' +
        '30665c6e4127425c225c5c5c5c5c222f227d'
      ).replaceAll(' ', ''),
    )
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('Appendix B: %s is %s', (hex, text) => {
    expect(canonicalJson(double(hex))).toBe(text)
  })

  test.each([
    ['NaN', double('7fffffffffffffff')],
    ['infinity', { price: double('7ff0000000000000') }],
    ['undefined', { a: undefined }],
    ['a hole', new Array(1)],
    ['a function', [() => 1]],
    ['a bigint', 1n],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['half a surrogate pair', { title: 'ok\ud83d' }],
    ['half a surrogate pair in a name', { '\udead': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: 'BadInput' }))
  })

  test('names the member that it refuses, and refuses a cycle', () => {
    expect(() => canonicalJson({ offers: [{ price: Number.NaN }] })).toThrow('$.offers[0].price')
    const ring: unknown[] = []
    ring.push(ring)
    expect(() => canonicalJson(ring)).toThrow('nested deeper')
  })

  test('members stand as the standard says, also those an object would hold in another order', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('10', '9', '0', '-1', '01', 'toJSON', 'constructor', '__proto__'),
    )
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(true, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(names, tie('value'), { maxKeys: 4 }).map((members) => JSON.parse(JSON.stringify(members))),
      ),
    })).value
    fc.assert(fc.property(value, (v) => canonicalJson(v) === asTheStandardSays(v)))
  })

  test('the same value has one text, whatever the order of its members, and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        const read = JSON.parse(text)
        expect(canonicalJson(read)).toBe(text)
        expect(canonicalJson(backwards(read))).toBe(text)
      }),
    )
  })
})

/** RFC 8785 as section 3.2 says it, a member at a time. */
function asTheStandardSays(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asTheStandardSays).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${asTheStandardSays(member)}`).join(',')}}`
}

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, backwards(member)]),
  )
}

test('what is checked without being written is refused for the same reasons as what is written', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\ud83d'), fc.constant('\udc00 half'))
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.double(),
      fc.boolean(),
      fc.constantFrom<unknown>(null, undefined, new Date(0)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(text, tie('value'), { maxKeys: 3 }),
    ),
  })).value
  const refused = (what: () => unknown) => {
    try {
      what()
      return false
    } catch {
      return true
    }
  }
  fc.assert(fc.property(value, (v) => refused(() => checkCanonical(v)) === refused(() => canonicalJson(v))))
  const deep = (n: number) => JSON.parse(`${'['.repeat(n)}${']'.repeat(n)}`)
  for (const n of [500, 501]) expect(refused(() => checkCanonical(deep(n)))).toBe(refused(() => canonicalJson(deep(n))))
})
