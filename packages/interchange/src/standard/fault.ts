import type { z } from 'zod'

type Issue = z.core.$ZodIssue
export type Fault = { readonly path: readonly PropertyKey[]; readonly message: string }

/** The complaint that stands first in the file, said so that it can be mended; the others are counted. */
export function firstFault(error: z.ZodError, value: unknown, offset: (path: readonly PropertyKey[]) => number): Fault {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, value))
  faults.sort((a, b) => offset(a.path) - offset(b.path))
  const [first, ...others] = faults
  if (!first) throw error
  return others.length === 0 ? first : { ...first, message: `${first.message} (and ${others.length} more)` }
}

function faultsOf(issue: Issue, root: unknown): Fault[] {
  const path = issue.path
  const found = valueAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: UNKNOWN }))
    case 'invalid_union':
      return nearest(issue, root) ?? [{ path, message: `${show(found)} has none of the forms allowed here` }]
    case 'invalid_type':
      return [{ path, message: found === undefined ? MISSING : `must be ${issue.expected}, not ${show(found)}` }]
    case 'invalid_value':
      return [{ path, message: `${show(found)} is none of ${issue.values.map(String).join(', ')}` }]
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => faultsOf({ ...inner, path: [...path, ...inner.path] } as Issue, root))
    default:
      return [{ path, message: said(issue.message, found) }]
  }
}

/** Of a union's forms the one that came nearest: none missing, the fewest complaints, the deepest; else what is strange to all. */
function nearest(issue: Extract<Issue, { code: 'invalid_union' }>, root: unknown): Fault[] | undefined {
  const forms = issue.errors
    .map((form) => form.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root)))
    .filter((form) => form.every((f) => f.path.length > issue.path.length))
  const depth = (form: Fault[]) => Math.max(...form.map((f) => f.path.length))
  const whole = forms.filter((form) => !form.some((f) => f.message === MISSING))
  const best = whole.sort((a, b) => a.length - b.length || depth(b) - depth(a))[0]
  const strange = forms[0]?.filter((f) => f.message === UNKNOWN)
  return best ?? (strange?.length ? strange : undefined)
}
const MISSING = 'is missing'
const UNKNOWN = 'is not a key known here'

/** "2026-02-30 is not a day …" for messages that say what the value is not; "must be a decimal …" for what it should be. */
function said(message: string, found: unknown): string {
  if (message.startsWith('not ')) return `${show(found)} is ${message}`
  if (/^an? /.test(message)) return `must be ${message}, not ${show(found)}`
  const pattern = /must match pattern (.*)$/.exec(message)?.[1]
  if (pattern) return `${show(found)} is not written as ${pattern} asks`
  return message.startsWith('Invalid') || message.startsWith('Too') ? `${show(found)}: ${message}` : message
}

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text === '' ? '""' : text
}

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], root)
