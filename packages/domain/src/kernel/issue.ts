import type { z } from 'zod'
import type { Reason } from './errors.ts'
import { reasonsOf } from './reason.ts'

const because = reasonsOf({
  missing: { zh: '请填写', en: 'must be filled in' },
  'wrong-kind': { zh: '应为{{expected}}', en: 'must be {{expected}}' },
  'not-one-of': { zh: '只能是：{{values}}', en: 'must be one of {{values}}' },
  'unknown-field': { zh: '没有此字段', en: 'is not a field known here' },
  'no-form': { zh: '不符合任何一种可用的写法', en: 'has none of the forms allowed here' },
  'too-short': { zh: '至少 {{least}} 个字符', en: 'must have at least {{least}} characters' },
  'too-long': { zh: '至多 {{most}} 个字符', en: 'must have at most {{most}} characters' },
  'too-few': { zh: '至少 {{least}} 项', en: 'must have at least {{least}} entries' },
  'too-many-entries': { zh: '至多 {{most}} 项', en: 'must have at most {{most}} entries' },
  'too-small': { zh: '不得小于 {{least}}', en: 'must not be below {{least}}' },
  'too-big': { zh: '不得大于 {{most}}', en: 'must not be above {{most}}' },
  'not-above': { zh: '须大于 {{least}}', en: 'must be above {{least}}' },
  'not-below': { zh: '须小于 {{most}}', en: 'must be below {{most}}' },
  'not-multiple': { zh: '须为 {{step}} 的倍数', en: 'must be a multiple of {{step}}' },
  'wrong-format': { zh: '格式不正确', en: 'is not written as is asked here' },
  'not-email': { zh: '不是邮箱地址', en: 'is not an e-mail address' },
  'not-url': { zh: '不是网址', en: 'is not an address such as https://example.com' },
  'not-instant': {
    zh: '不是时刻，请按 2026-05-20T12:00:00Z 的样式填写',
    en: 'is not a time such as 2026-05-20T12:00:00Z',
  },
  'not-right': { zh: '内容不符合要求', en: 'is not right' },
})
export const issueReasons = because.texts

const KINDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'a set of fields' },
  record: { zh: '一组字段', en: 'a set of fields' },
}
const FORMATS = { email: 'not-email', url: 'not-url', datetime: 'not-instant' } as const

/** What a schema says is wrong with one part of a value. */
export type Issue = z.core.$ZodIssue
export type Wrong = { readonly path: readonly PropertyKey[]; readonly reason: Reason }

/** What is wrong with the parts of a value, each in both languages. */
export const wrongsOf = (issues: readonly Issue[], value: unknown): Wrong[] =>
  issues.flatMap((issue) => wrongs(issue, value))

function wrongs(issue: Issue, root: unknown): Wrong[] {
  const { path } = issue
  const inner = (all: readonly Issue[]) =>
    all.flatMap((one) => wrongs({ ...one, path: [...path, ...one.path] } as Issue, root))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], reason: because('unknown-field') }))
    case 'invalid_union':
      return nearest((issue.errors ?? []).map(inner), path) ?? [{ path, reason: because('no-form') }]
    case 'invalid_key':
    case 'invalid_element': {
      const parts = inner(issue.issues ?? [])
      return parts.length > 0 ? parts : [{ path, reason: because('not-right') }]
    }
    default:
      return [{ path, reason: reasonOf(issue, valueAt(root, path)) }]
  }
}

/** Of a union's forms the one that came nearest: none missing, the fewest complaints. */
function nearest(forms: readonly Wrong[][], path: readonly PropertyKey[]): Wrong[] | undefined {
  const within = forms.filter((form) => form.length > 0 && form.every((w) => w.path.length > path.length))
  const whole = within.filter((form) => !form.some((w) => w.reason.code === 'missing'))
  return (whole.length > 0 ? whole : within).toSorted((a, b) => a.length - b.length)[0]
}

function reasonOf(issue: Issue, found: unknown): Reason {
  switch (issue.code) {
    case 'invalid_type': {
      if (found === undefined || found === null || found === '') return because('missing')
      const expected = issue.expected
      return because('wrong-kind', { expected: KINDS[expected] ?? expected })
    }
    case 'invalid_value':
      if (found === undefined || found === null || found === '') return because('missing')
      return because('not-one-of', { values: issue.values.map(String) })
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'not_multiple_of':
      return because('not-multiple', { step: String(issue.divisor) })
    case 'invalid_format': {
      const format = FORMATS[issue.format as keyof typeof FORMATS]
      return found === '' ? because('missing') : (askedFor(issue.message) ?? because(format ?? 'wrong-format'))
    }
    default:
      return askedFor(issue.message) ?? because('not-right')
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Reason {
  const least = String(minimum)
  if (origin === 'string') return least === '1' ? because('missing') : because('too-short', { least })
  if (isMany(origin)) return least === '1' ? because('missing') : because('too-few', { least })
  return inclusive === false ? because('not-above', { least }) : because('too-small', { least })
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Reason {
  const most = String(maximum)
  if (origin === 'string') return because('too-long', { most })
  if (isMany(origin)) return because('too-many-entries', { most })
  return inclusive === false ? because('not-below', { most }) : because('too-big', { most })
}

const isMany = (origin: unknown) => ['array', 'set', 'map', 'record', 'object'].includes(String(origin))

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], root)

const ASKED = new Map<string, Reason>()

/** Some say what a value is not, others what it must be. */
function askedFor(message: string): Reason | undefined {
  const reason = ASKED.get(message)
  return reason && /^an? /.test(message) ? because('wrong-kind', { expected: reason.text }) : reason
}

/** The message of a schema that asks for more than a kind: it is told by this reason where it is not met. */
export function asks(reason: Reason): string {
  ASKED.set(reason.text.en, reason)
  return reason.text.en
}

/** What a message of a schema says in both languages; undefined when it is one of zod's own. */
export const askedBy = (message: string) => ASKED.get(message)?.text
