import type { IncomingHttpHeaders } from 'node:http'

const SANE = /^[A-Za-z0-9._-]{8,128}$/

/** The id that a request goes by: its own from x-request-id when that is one, else a new one. */
export function requestId({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && SANE.test(given) ? given : crypto.randomUUID()
}
