import type { Text } from '@haixuan/domain/kernel/errors'

export type Told = {
  readonly code: string
  readonly text: Text
  readonly field?: string
  /** what the field is called */
  readonly name?: Text
  /** file and line */
  readonly place?: string
}

/** What the server answers when something cannot be done as asked (application/problem+json, RFC 9457). */
export type ProblemBody = {
  readonly code: string
  readonly status: number
  readonly text: Text
  /** why exactly, each of a field of the input or a place in a file */
  readonly reasons?: readonly Told[]
  readonly detail?: string
  /** file and line */
  readonly place?: string
  readonly field?: string
  readonly clause?: string
  readonly remedy?: Text
  /** of a record that someone else has changed: its newest version, and what came after the one that was seen */
  readonly version?: number
  readonly changes?: readonly { readonly text: Text; readonly actor: string; readonly at: string }[]
}

/** A request that was not answered as asked. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(body.detail ?? body.text.en)
    this.body = body
  }
}

/** The server did not answer at all. */
export const offline = new Problem({
  code: 'offline',
  status: 0,
  text: { zh: '无法连接服务器，请检查网络后重试', en: 'The server cannot be reached; check the network and try again' },
})

/** What went wrong, whatever was thrown. */
export const problemOf = (error: unknown): ProblemBody =>
  error instanceof Problem
    ? error.body
    : {
        code: 'unexpected',
        status: 500,
        text: { zh: '页面出错', en: 'Something went wrong on this page' },
        remedy: {
          zh: '请重新打开此页；仍然如此，请把这一行告知管理员',
          en: 'Open the page again; if it stays, tell this line to your administrator',
        },
        detail: String(error),
      }
