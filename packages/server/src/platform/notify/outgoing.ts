import { lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { cause } from '../cause.ts'

/** Networks that no public receiver is in: special-purpose addresses of IANA's registries (RFC 6890 and those after it). */
const INSIDE4 = new BlockList()
/** apart from the others: a list of both reads every IPv4 address as one of ::ffff:0:0/96 too */
const INSIDE6 = new BlockList()
const V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
for (const [net, bits] of V4) INSIDE4.addSubnet(net, bits, 'ipv4')
/** What lies outside global unicast, and the parts of it that stand for other addresses. */
const V6: readonly [string, number][] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
for (const [net, bits] of V6) INSIDE6.addSubnet(net, bits, 'ipv6')

/** Whether an address is one of a network inside: loopback, private, link-local, or set aside. */
export const isInside = (address: string): boolean =>
  isIP(address) === 6 ? INSIDE6.check(address, 'ipv6') : INSIDE4.check(address)

export type Outgoing = {
  /** lets messages go to addresses inside, over plain HTTP too: for a house that runs its receivers beside the server */
  readonly privateAllowed?: boolean
  /** how long a receiver may take, in milliseconds */
  readonly timeoutMs?: number
}
export type Answer = { readonly status: number; readonly text: string }

const TIMEOUT_MS = 10_000
const MOST_BYTES = 4096

/** The address of a receiver. @throws BadInput when messages do not go there */
export function receiverUrl(text: string, { privateAllowed = false }: Outgoing): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const refuse = (why: Reason) => new BadInput(why, { field: 'address' })
  if (!url || (url.protocol !== 'https:' && !(privateAllowed && url.protocol === 'http:')))
    throw refuse(cause('address-not-https'))
  if (url.username || url.password) throw refuse(cause('address-with-password'))
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!privateAllowed && (isIP(host) ? isInside(host) : !host.includes('.') || host.endsWith('.localhost')))
    throw refuse(cause('address-inside'))
  return url
}

/** Looks a name up and refuses it when any of its addresses is inside; the connection is made to what was looked at. */
const guardedLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    const inside = addresses.find((a) => isInside(a.address))
    if (inside) return done(new Error('the address is inside a network'), [])
    const first = addresses[0]
    if (options.all || !first) return done(null, addresses)
    return done(null, first.address, first.family)
  })

/** Posts a text, following no redirect; gives status and the beginning of the answer. Throws when no answer comes. */
export function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  { privateAllowed = false, timeoutMs = TIMEOUT_MS }: Outgoing,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? httpRequest : httpsRequest)(url, {
      method: 'POST',
      headers: { 'user-agent': 'haixuan', 'content-length': Buffer.byteLength(body), ...headers },
      signal: AbortSignal.timeout(timeoutMs),
      agent: false,
      ...(privateAllowed ? {} : { lookup: guardedLookup }),
    })
    request.on('error', (error) =>
      reject(error.name === 'TimeoutError' || error.name === 'AbortError' ? new Error('no answer in time') : error),
    )
    request.on('response', (response) => beginningOf(response).then(resolve, reject))
    request.end(body)
  })
}

async function beginningOf(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    bytes += part.length
    if (bytes >= MOST_BYTES) break
  }
  response.destroy()
  return { status: response.statusCode ?? 0, text: Buffer.concat(parts).subarray(0, MOST_BYTES).toString() }
}
