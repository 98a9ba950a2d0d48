/** Names of fields whose values are secrets or personal data, wherever they stand. */
const PRIVATE =
  /pass(word|phrase)?|token|secret|cookie|authori[sz]ation|api-?key|^key$|idempotency|credential|e-?mail|phone|mobile|address|^ip$|person|buyer|recipient|account|holder|card|^name$|^user$/i
/** Fields whose names are like those and whose values are neither. */
const OPEN = new Set(['hostname'])
const HIDDEN = '[hidden]'
const DEEPEST = 6

/** Secrets and e-mail addresses inside a text: of headers, addresses with a password, one-time links, keys of the API. */
const INSIDE: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/(\w+:\/\/[^\s:/@]*:)[^\s@]+@/g, `$1${HIDDEN}@`],
  [/(\/sign-in#)[\w-]+/g, `$1${HIDDEN}`],
  [/\bhx_[\w-]+/g, HIDDEN],
  [/((?:pass(?:word)?|token|secret|cookie|key)["']?\s*[=:]\s*["']?)[^\s"',;&}]+/gi, `$1${HIDDEN}`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, HIDDEN],
]

/** A value as a log may hold it: without secrets and personal data; errors as what happened and where. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value)
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Error) return scrubError(value as Fault, depth)
  if (depth === DEEPEST || ArrayBuffer.isView(value)) return HIDDEN
  if (Array.isArray(value)) return value.map((each) => scrub(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      PRIVATE.test(name) && !OPEN.has(name) && each !== undefined ? HIDDEN : scrub(each, depth + 1),
    ]),
  )
}

export const scrubText = (text: string): string =>
  INSIDE.reduce((before, [pattern, instead]) => before.replace(pattern, instead), text)

type Fault = Error & { readonly [more: string]: unknown }

/** PostgreSQL quotes values of rows in its messages: of its errors the code and the names of the schema are kept. */
function scrubError(error: Fault, depth: number): object {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { code, table, column, constraint, routine, cause } = error
  const ofDatabase = typeof error.severity === 'string'
  return {
    type: error.name,
    ...(ofDatabase ? { table, column, constraint, routine } : { message: scrubText(error.message) }),
    ...(code === undefined ? {} : { code }),
    at: frames.map((line) => line.trim()),
    ...(cause === undefined || depth === DEEPEST ? {} : { cause: scrub(cause, depth + 1) }),
  }
}
