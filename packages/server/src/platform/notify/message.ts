import { eventWord } from '@haixuan/domain/kernel/event-words'

/** One event as receivers are told of it: what happened, of what, by whom; the rest is read from the API. */
export type Notice = {
  /** of the delivery: the same when it is sent again */
  readonly id: string
  readonly organisation: string
  /** of the event, as the log of the workbench shows it */
  readonly event: string
  readonly type: string
  readonly at: string
  readonly seq: number
  readonly subject: string
  readonly actor: string
  readonly clause: string
  readonly project: string | null
  readonly supplier: string | null
}

/** The body of a webhook (Standard Webhooks: `type`, `timestamp`, `data`). */
export const webhookBody = ({ id: _, event: __, type, at, ...data }: Notice): string =>
  JSON.stringify({ type, timestamp: at, data })

/** A notice as people read it in a chat or an e-mail; `link` is the page of what it tells of. */
export function noticeLines({ type, at, subject, actor, clause, project }: Notice, link: string): string[] {
  const { zh, en } = eventWord(type)
  return [
    `【海选 Haixuan】${zh}${zh === en ? '' : ` · ${en}`}`,
    `对象 Subject: ${subject}`,
    ...(project === null || project === subject ? [] : [`项目 Project: ${project}`]),
    `操作人 By: ${actor}`,
    `时间 At: ${at}`,
    `条款 Clause: ${clause}`,
    `查看 See: ${link}`,
  ]
}
