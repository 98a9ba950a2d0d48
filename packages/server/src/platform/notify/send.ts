import { eventWord } from '@haixuan/domain/kernel/event-words'
import { createTransport } from 'nodemailer'
import { Webhook } from 'standardwebhooks'
import { type Notice, noticeLines, webhookBody } from './message.ts'
import { noticeLink } from './notice-link.ts'
import { type Outgoing, post, receiverUrl } from './outgoing.ts'
import { ROBOTS, type Robot, robotRequest, robotTook } from './robots.ts'

export const RECEIVER_KINDS = ['webhook', 'email', ...ROBOTS] as const
export type ReceiverKind = (typeof RECEIVER_KINDS)[number]

/** Where messages go and how they are signed; sealed in the database as a whole, as addresses of robots are secrets too. */
export type Address = { readonly to: string; readonly secret?: string }

/** The mail server of the installation. */
export type Smtp = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS where the server offers it */
  readonly secure: boolean
  readonly from: string
  readonly user?: string
  readonly password?: string
}

export type SendOptions = Outgoing & {
  /** where people reach the server */
  readonly address: string
  readonly smtp?: Smtp | undefined
}
/** `gone` = the receiver wants nothing more (410). */
export type Sent = { readonly took: boolean; readonly gone?: boolean; readonly answer: string }

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }
const SHOWN = 300

/** Sends one notice to one receiver; never throws: what went wrong is the answer. */
export async function send(kind: ReceiverKind, address: Address, notice: Notice, options: SendOptions): Promise<Sent> {
  try {
    if (kind === 'email') return await mail(address, notice, options)
    return await (kind === 'webhook' ? webhook(address, notice, options) : robot(kind, address, notice, options))
  } catch (error) {
    return { took: false, answer: short(error instanceof Error ? error.message : String(error)) }
  }
}

const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, SHOWN)

async function webhook({ to, secret }: Address, notice: Notice, options: SendOptions): Promise<Sent> {
  const body = webhookBody(notice)
  const now = new Date()
  const headers = {
    ...JSON_TYPE,
    'webhook-id': notice.id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret as string).sign(notice.id, now, body),
  }
  const { status, text } = await post(receiverUrl(to, options), body, headers, options)
  return { took: status >= 200 && status < 300, gone: status === 410, answer: short(`${status} ${text}`) }
}

async function robot(kind: Robot, { to, secret }: Address, notice: Notice, options: SendOptions): Promise<Sent> {
  const text = noticeLines(notice, noticeLink(notice, options.address)).join('\n')
  const { url, body } = robotRequest(kind, { url: receiverUrl(to, options), secret, text, now: Date.now() })
  const answer = await post(url, body, JSON_TYPE, options)
  return { took: answer.status === 200 && robotTook(answer.text), answer: short(`${answer.status} ${answer.text}`) }
}

async function mail(
  { to }: Address,
  notice: Notice,
  { address, smtp, timeoutMs = 10_000 }: SendOptions,
): Promise<Sent> {
  if (!smtp) return { took: false, answer: 'no mail server is set' }
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    ...(smtp.user === undefined ? {} : { auth: { user: smtp.user, pass: smtp.password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  const { zh, en } = eventWord(notice.type)
  const sent = await transport.sendMail({
    from: smtp.from,
    to,
    subject: `【海选】${zh}${zh === en ? '' : ` · ${en}`}：${notice.subject}`,
    text: `${noticeLines(notice, noticeLink(notice, address)).join('\n')}\n`,
    messageId: `<${notice.id}@haixuan>`,
    headers: { 'auto-submitted': 'auto-generated' },
  })
  return { took: true, answer: short(sent.response) }
}
