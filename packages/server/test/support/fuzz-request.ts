import fc from 'fast-check'
import type { Route } from './routes-of.ts'
import type { Schema } from './sample-of.ts'

type Known = Readonly<Record<string, string>>
export type FuzzRequest = {
  readonly method: Route['method']
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: unknown
}

/** Texts that have broken programs before. */
const ODD_TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  'a\u0000b',
  '\u202e\u0301',
  '😀'.repeat(50),
  "'; drop table event; --",
  '%',
  '../../../etc/passwd',
  '=1+1',
  '__proto__',
  'constructor',
  '2026-02-30',
  '9'.repeat(400),
  'x'.repeat(5_000),
]
const ODD_NUMBERS = [0, -0, -1, 1.5, 1e21, 1e308, 2 ** 31, 2 ** 53, -(2 ** 63), Number.MIN_VALUE]
const anything = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.constantFrom(...ODD_NUMBERS), fc.jsonValue({ maxDepth: 2 }))

/** Requests to a route: mostly what its schemas admit, with ids that are there; now and then anything at all. */
export function requestsTo(route: Route, known: Known): fc.Arbitrary<FuzzRequest> {
  const names = [...route.path.matchAll(/\{(.+?)\}/g)].map((m) => m[1] as string)
  const place = fc.record(Object.fromEntries(names.map((name) => [name, idFor(name, known)])))
  const query = fc.record(
    Object.fromEntries(route.parameters.map(({ name, schema }) => [name, madeOf(schema, known, name)])),
    { requiredKeys: route.query.map(({ name }) => name) },
  )
  const body = route.body
    ? fc.oneof({ weight: 9, arbitrary: madeOf(route.body, known) }, { weight: 1, arbitrary: anything })
    : fc.constant(undefined)
  const headers = fc.record(
    {
      'idempotency-key': fc.oneof(
        { weight: 30, arbitrary: fc.uuid() },
        { weight: 1, arbitrary: fc.constantFrom('short', 'the same key again', 'x'.repeat(300)) },
      ),
      'if-match': fc.constantFrom('"1"', '"2"', '"0"', '"99"', '1', '"x"'),
    },
    { requiredKeys: ['idempotency-key'] },
  )
  return fc.record({ place, query, body, headers }).map(({ place, query, body, headers }) => {
    const path = route.path.replaceAll(/\{(.+?)\}/g, (_, name: string) => encodeURIComponent(String(place[name])))
    const asked = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) asked.append(name, textual(value))
    return {
      method: route.method,
      url: `/api/v1${path}${asked.size > 0 ? `?${asked}` : ''}`,
      headers: headers as Record<string, string>,
      body,
    }
  })
}

const textual = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()

const idFor = (name: string, known: Known): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(known[name] ?? 'x') },
    // an empty part is another address
    { weight: 1, arbitrary: fc.constantFrom(...ODD_TEXTS.filter((text) => text !== '' && text.length < 400)) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 20 }) },
  )

function madeOf(schema: Schema, known: Known, field = '', depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: admitted(schema, known, field, depth) }, { weight: 1, arbitrary: anything })
}

function admitted(schema: Schema, known: Known, field: string, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.length) return fc.oneof(...choices.map((choice) => madeOf(choice, known, field, depth)))
  if (schema.allOf)
    return fc
      .tuple(...schema.allOf.map((part) => madeOf(part, known, field, depth)))
      .map((parts) => Object.assign({}, ...parts))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objectOf(schema, known, depth)
    case 'array':
      return fc.array(madeOf(schema.items ?? {}, known, field, depth + 1), {
        minLength: Math.min(schema.minItems ?? 0, 3),
        maxLength: depth > 3 ? Math.max(schema.minItems ?? 0, 1) : 3,
      })
    case 'string':
      return textOf(schema, known, field)
    case 'integer':
      return fc.oneof(
        fc.integer({ min: Math.max(schema.minimum ?? 0, -1000), max: 1_000_000 }),
        fc.integer({ min: 1, max: 4 }),
      )
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return anything
  }
}

function objectOf(schema: Schema, known: Known, depth: number): fc.Arbitrary<unknown> {
  const all = Object.entries(schema.properties ?? {})
  const kept = depth > 3 ? all.filter(([name]) => schema.required?.includes(name)) : all
  return fc.record(Object.fromEntries(kept.map(([name, part]) => [name, madeOf(part, known, name, depth + 1)])), {
    requiredKeys: (schema.required ?? []).filter((name) => kept.some(([key]) => key === name)),
  })
}

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-06-06', '2024-02-29', '0001-01-01', '9999-12-31'],
  'date-time': ['2026-06-06T12:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  email: ['fuzz@people.example'],
  uri: ['https://x.example/'],
}

function textOf(schema: Schema, known: Known, field: string): fc.Arbitrary<string> {
  const named = known[field]
  const choices: fc.Arbitrary<string>[] = [fc.string({ maxLength: 30, unit: 'grapheme' })]
  if (named !== undefined) choices.push(fc.constant(named), fc.constant(named))
  if (schema.format && FORMATS[schema.format]) choices.push(fc.constantFrom(...(FORMATS[schema.format] as string[])))
  if (/day|date|due|from|until|on$/.test(field)) choices.push(fc.constantFrom('2026-06-06', '2026-12-31', '2026-02-30'))
  if (schema.pattern) choices.push(...matching(schema.pattern))
  choices.push(fc.constantFrom('zh', 'CN', 'SGD', 'sg', '19.90', '伞'))
  return fc.oneof(...choices)
}

/** Texts of a pattern, where it is one that texts can be made of. */
function matching(pattern: string): fc.Arbitrary<string>[] {
  try {
    const texts = fc.stringMatching(new RegExp(pattern, 'u'))
    fc.sample(texts, { numRuns: 1, seed: 1 })
    return [texts, texts, texts]
  } catch {
    return []
  }
}
