import type { IncomingHttpHeaders } from 'node:http'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = { readonly method: string; readonly headers: IncomingHttpHeaders }

/**
 * Whether a request that a browser sends with its cookies comes from our own pages. Browsers say so in Sec-Fetch-Site;
 * where they do not (plain http on a network), in Origin. Who says neither is refused when something would change.
 */
export function fromOwnPages({ method, headers }: Asked, origins: ReadonlySet<string>): boolean {
  if (SAFE.has(method)) return true
  const { origin } = headers
  if (origin !== undefined) return origins.has(origin)
  return headers['sec-fetch-site'] === 'same-origin'
}

/** The origins a server is reached at: its address and, on this machine alone, the loopback's other names. */
export function ownOrigins(address: string): ReadonlySet<string> {
  const { protocol, port, origin } = new URL(address)
  if (!isLoopback(address)) return new Set([origin])
  return new Set(LOOPBACK.map((host) => new URL(`${protocol}//${host}${port && `:${port}`}`).origin))
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Whether an address can be reached from its own machine only. */
export const isLoopback = (address: string): boolean => LOOPBACK.includes(new URL(address).hostname)
