import fc from 'fast-check'

/** What of JSON Schema the documents of the API use. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

const TEXTS = [
  'x',
  'zh',
  'CN',
  'sg',
  'a1',
  'SGD',
  '20:00',
  '2026-06-06',
  'Asia/Singapore',
  'a'.repeat(64),
  '1',
  'https://x.example',
]
const FORMATS: Record<string, string> = {
  date: '2026-06-06',
  'date-time': '2026-06-06T12:00:00.000Z',
  email: 'sample@people.example',
  uri: 'https://x.example',
}
const DAY = /^(day|date|from|until|to|on|due|.*-(on|until|from|day|date))$/

/** A value that a schema admits, with `known` for fields of that name; what a schema leaves open is left out. */
export function sampleOf(schema: Schema, known: Readonly<Record<string, string>>, field = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null')
  if (choice) return sampleOf(choice, known, field)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, known, field)))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, part]) => [name, sampleOf(part, known, name)]),
      )
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 1, 1) }, () => sampleOf(schema.items ?? {}, known, field))
    case 'string':
      return textOf(schema, known, field)
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, 1)
    case 'boolean':
      return true
    default:
      return 'x'
  }
}

function textOf(schema: Schema, known: Readonly<Record<string, string>>, field: string): string {
  const fits = (text: string) =>
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? 10_000) &&
    (!schema.pattern || new RegExp(schema.pattern, 'u').test(text))
  const named = known[field]
  if (named !== undefined && fits(named)) return named
  if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format] as string
  if (DAY.test(field) && fits('2026-06-06')) return '2026-06-06'
  const found = TEXTS.find(fits)
  if (found !== undefined) return found
  const [made] = fc.sample(fc.stringMatching(new RegExp(schema.pattern ?? '^x+$', 'u')).filter(fits), {
    numRuns: 1,
    seed: 1,
  })
  return made as string
}
