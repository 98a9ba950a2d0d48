import { createHmac } from 'node:crypto'

export const ROBOTS = ['dingtalk', 'feishu', 'wecom'] as const
export type Robot = (typeof ROBOTS)[number]

type Asked = { readonly url: URL; readonly secret: string | undefined; readonly text: string; readonly now: number }
type Posted = { readonly url: URL; readonly body: string }

const sign = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64')

/** DingTalk custom robot: the signature of milliseconds and secret, keyed with the secret, goes into the address. */
function dingtalk({ url, secret, text, now }: Asked): Posted {
  const signed = new URL(url)
  if (secret !== undefined) {
    signed.searchParams.set('timestamp', String(now))
    signed.searchParams.set('sign', sign(secret, `${now}\n${secret}`))
  }
  return { url: signed, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }
}

/** Feishu custom bot: the key is seconds and secret, the signed message is empty, both go into the body. */
function feishu({ url, secret, text, now }: Asked): Posted {
  const timestamp = String(Math.floor(now / 1000))
  const signed = secret === undefined ? {} : { timestamp, sign: sign(`${timestamp}\n${secret}`, '') }
  return { url, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) }
}

/** WeCom group robot: knows no signature, the key in its address is the secret; a text holds 2,048 bytes at most. */
const wecom = ({ url, text }: Asked): Posted => ({
  url,
  body: JSON.stringify({ msgtype: 'text', text: { content: cut(text, 2048) } }),
})

/** The beginning of a text that fits into so many bytes of UTF-8, whole characters only. */
const cut = (text: string, bytes: number): string => {
  const all = Buffer.from(text)
  return all.length <= bytes ? text : new TextDecoder().decode(all.subarray(0, bytes)).replace(/�$/, '')
}

const FORMS = { dingtalk, feishu, wecom } as const satisfies Record<Robot, (asked: Asked) => Posted>

/** The request by which a robot says a text in its chat. */
export const robotRequest = (kind: Robot, asked: Asked): Posted => FORMS[kind](asked)

/** Robots answer 200 to what they refuse, and tell so in the body: `errcode` (DingTalk, WeCom) or `code` (Feishu). */
export function robotTook(text: string): boolean {
  try {
    const answer = JSON.parse(text) as { errcode?: number; code?: number; StatusCode?: number }
    return (answer.errcode ?? answer.code ?? answer.StatusCode) === 0
  } catch {
    return false
  }
}
