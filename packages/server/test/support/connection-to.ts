import type { Connection } from '../../src/platform/database/connection.ts'

/** The same server, another database of it. */
export function connectionTo(server: Connection, database: string): Connection {
  if (!('url' in server)) return { ...server, database }
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return { url: url.href }
}
