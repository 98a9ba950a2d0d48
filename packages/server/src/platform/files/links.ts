import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/** What a link lets its holder read until it expires. */
export type Linked = { readonly org: string; readonly sha256: string; readonly type: string; readonly name: string }

const LIFE_MS = 5 * 60_000

const signature = (key: KeyObject, payload: string): Buffer =>
  // a key of its own: what one place signs says nothing in another
  createHmac('sha256', createHmac('sha256', key).update('haixuan file links').digest()).update(payload).digest()

/** A token for one file that anyone who holds it may read for five minutes. */
export function linkToken(
  key: KeyObject,
  linked: Linked,
  now: string,
): { readonly token: string; readonly expiresAt: string } {
  const expiresAt = new Date(Date.parse(now) + LIFE_MS).toISOString()
  const payload = Buffer.from(JSON.stringify({ ...linked, expiresAt })).toString('base64url')
  return { token: `${payload}.${signature(key, payload).toString('base64url')}`, expiresAt }
}

/** What a token stands for; undefined when it was changed, made elsewhere, or has expired. */
export function readToken(key: KeyObject, token: string, now: string): Linked | undefined {
  const [payload = '', signed = ''] = token.split('.')
  const given = Buffer.from(signed, 'base64url')
  const due = signature(key, payload)
  if (given.length !== due.length || !timingSafeEqual(given, due)) return undefined
  const { expiresAt, ...linked } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Linked & {
    expiresAt: string
  }
  return now < expiresAt ? linked : undefined
}
