import type { Reason, Text } from '@haixuan/domain/kernel/errors'
import { nameOfPath } from '../export/field-names.ts'

/** Stable codes of what can go wrong, with their HTTP status and their title in both languages (RFC 9457). */
export const PROBLEMS = {
  'not-signed-in': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'not-allowed': { status: 403, zh: '您的角色无权进行此操作', en: 'Your role does not allow this' },
  'out-of-scope': { status: 403, zh: '此密钥的权限范围不含该操作', en: 'The scopes of this API key do not reach this' },
  'foreign-page': { status: 403, zh: '请求来自其他网站', en: 'The request comes from the page of another site' },
  'organisation-missing': {
    status: 400,
    zh: '请以 x-organisation 指明组织',
    en: 'Name the organisation in the header x-organisation',
  },
  'last-owner': { status: 409, zh: '组织至少须有一名所有者', en: 'An organisation keeps at least one owner' },
  'link-spent': { status: 410, zh: '链接已使用或已过期', en: 'The link was used or has expired' },
  'not-found': {
    status: 404,
    zh: '没有此记录',
    en: 'There is no such record',
    remedy: {
      zh: '请核对链接；该记录也可能不属于您所在的组织',
      en: 'See whether the link is right; the record may also be of another organisation',
    },
  },
  'bad-input': { status: 400, zh: '输入有误', en: 'The input is not right' },
  'key-missing': { status: 400, zh: '缺少 Idempotency-Key', en: 'The header Idempotency-Key is missing' },
  'key-reused': {
    status: 422,
    zh: '同一 Idempotency-Key 用于另一请求',
    en: 'This Idempotency-Key stands for another request',
  },
  'already-exists': { status: 409, zh: '已有同号记录', en: 'A record of this id exists already' },
  stale: {
    status: 412,
    zh: '记录已被他人更改',
    en: 'Someone else has changed the record',
    remedy: { zh: '请查看最新内容后再试', en: 'Look at what is there now, then try again' },
  },
  'version-missing': { status: 428, zh: '缺少 If-Match 版本', en: 'The header If-Match is missing' },
  refused: { status: 409, zh: '规则不允许', en: 'The rules do not allow this' },
  'too-large': { status: 413, zh: '内容过大', en: 'The content is too large' },
  'too-many': { status: 429, zh: '请求过于频繁', en: 'Too many requests' },
  'unsupported-type': { status: 415, zh: '不支持的内容类型', en: 'The content type is not supported' },
  unavailable: {
    status: 503,
    zh: '系统暂不可用，请稍后用同一 Idempotency-Key 重试',
    en: 'Not available for a moment; try again, with the same Idempotency-Key',
  },
  unexpected: {
    status: 500,
    zh: '系统出错',
    en: 'Something went wrong',
    remedy: { zh: '请稍后重试；仍然如此，请告知管理员', en: 'Try again later; if it stays, tell your administrator' },
  },
} as const satisfies Record<string, { status: number; remedy?: Text } & Text>
export type ProblemCode = keyof typeof PROBLEMS

/** Why, of which part: a field of the input, or a row and a cell of a file. */
export type Told = Reason & { readonly field?: string; readonly place?: string }

type More = {
  /** said by the reasons, in both languages */
  readonly detail?: never
  /** why exactly */
  readonly why?: Reason
  /** the field of the input that is wrong */
  readonly field?: string
  /** file and line */
  readonly place?: string
  /** all that is wrong, where it is more than one thing */
  readonly reasons?: readonly Told[]
  readonly clause?: string
  readonly remedy?: Text
  readonly [more: string]: unknown
}

/** A request that cannot be answered as asked: thrown anywhere, sent as application/problem+json. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly more: More
  constructor(code: ProblemCode, more: More = {}) {
    super(more.why?.text.en ?? PROBLEMS[code].en)
    this.code = code
    this.more = more
  }
  get status(): number {
    return PROBLEMS[this.code].status
  }
  body(instance?: string): object {
    const { status, zh, en, remedy }: (typeof PROBLEMS)[ProblemCode] & { readonly remedy?: Text } = PROBLEMS[this.code]
    const { why, reasons = why ? [this.#told(why)] : [], ...more } = this.more
    const [first] = reasons
    return {
      type: `urn:haixuan:problem:${this.code}`,
      code: this.code,
      status,
      title: en,
      text: { zh, en },
      ...(first ? { detail: detailOf(first) } : {}),
      ...(remedy ? { remedy } : {}),
      ...more,
      ...(reasons.length > 0 ? { reasons: reasons.map(named) } : {}),
      instance,
    }
  }
  #told(why: Reason): Told {
    const { field, place } = this.more
    return { ...why, ...(field === undefined ? {} : { field }), ...(place === undefined ? {} : { place }) }
  }
}

/** With the name that the field has for people, where it has one. A path within a file is looked for as it is written there. */
function named(told: Told): Told & { readonly name?: Text } {
  const { field, place } = told
  const written = place !== undefined && field?.includes('.')
  const name = field === undefined || written ? undefined : nameOfPath(field)
  return name ? { ...told, name } : told
}

/** In one line, as programs and logs have it. */
const detailOf = ({ text, field, place }: Told): string => [place, field, text.en].filter(Boolean).join(': ')
