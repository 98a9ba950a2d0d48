import type { Reason } from '@haixuan/domain/kernel/errors'
import { askedBy, wrongsOf } from '@haixuan/domain/kernel/issue'
import type { z } from 'zod'
import { because } from './because.ts'

type Issue = z.core.$ZodIssue
export type Fault = { readonly path: readonly PropertyKey[]; readonly reason: Reason }

/** The complaint that stands first in the file, said so that it can be mended; the others are counted. */
export function firstFault(error: z.ZodError, value: unknown, offset: (path: readonly PropertyKey[]) => number): Fault {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, value))
  faults.sort((a, b) => offset(a.path) - offset(b.path))
  const [first, ...others] = faults
  if (!first) throw error
  return others.length === 0
    ? first
    : { ...first, reason: because('and-more', { first: first.reason.text, n: others.length }) }
}

function faultsOf(issue: Issue, root: unknown): Fault[] {
  const path = issue.path
  const found = valueAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], reason: because('part-unknown') }))
    case 'invalid_union':
      return nearest(issue, root) ?? [{ path, reason: because('part-no-form', { found: show(found) }) }]
    case 'invalid_type':
      return [
        {
          path,
          reason:
            found === undefined
              ? because('part-missing')
              : because('part-of-other-kind', { expected: issue.expected, found: show(found) }),
        },
      ]
    case 'invalid_value':
      return [{ path, reason: because('part-none-of', { found: show(found), values: issue.values.map(String) }) }]
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => faultsOf({ ...inner, path: [...path, ...inner.path] } as Issue, root))
    default:
      return [{ path, reason: said(issue, found) }]
  }
}

/** Of a union's forms the one that came nearest: none missing, the fewest complaints, the deepest; else what is strange to all. */
function nearest(issue: Extract<Issue, { code: 'invalid_union' }>, root: unknown): Fault[] | undefined {
  const forms = issue.errors
    .map((form) => form.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root)))
    .filter((form) => form.every((f) => f.path.length > issue.path.length))
  const depth = (form: Fault[]) => Math.max(...form.map((f) => f.path.length))
  const whole = forms.filter((form) => !form.some((f) => f.reason.code === 'part-missing'))
  const best = whole.sort((a, b) => a.length - b.length || depth(b) - depth(a))[0]
  const strange = forms[0]?.filter((f) => f.reason.code === 'part-unknown')
  return best ?? (strange?.length ? strange : undefined)
}

/** "2026-02-30 is not a day …" for messages that say what the value is not; "must be a decimal …" for what it should be. */
function said(issue: Issue, value: unknown): Reason {
  const { message } = issue
  const found = show(value)
  const what = askedBy(message) ?? { zh: message, en: message }
  if (message.startsWith('not ')) return because('part-is', { found, what })
  if (/^an? /.test(message)) return because('part-of-other-kind', { expected: what, found })
  const pattern = /must match pattern (.*)$/.exec(message)?.[1]
  if (pattern) return because('part-not-written-so', { found, pattern })
  if (!message.startsWith('Invalid') && !message.startsWith('Too')) return { code: 'part-asked', text: what }
  const zh = wrongsOf([issue], undefined)[0]?.reason.text.zh ?? message
  return because('part-wrong', { found, what: { zh, en: message } })
}

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text === '' ? '""' : text
}

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], root)
