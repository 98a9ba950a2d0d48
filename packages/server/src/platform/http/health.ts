import type { FastifyInstance } from 'fastify'

/** What must hold for a server to be sent requests, by name; each answers whether it does. */
export type ReadyChecks = Readonly<Record<string, () => Promise<boolean>>>

const PATIENCE_MS = 2000

/** `/health/live`: the process answers. `/health/ready`: everything it stands on does, else 503 and what does not. */
export function registerHealth(app: FastifyInstance, checks: ReadyChecks): void {
  app.get('/health/live', { schema: { hide: true } }, () => ({ live: true }))
  app.get('/health/ready', { schema: { hide: true } }, async (_, reply) => {
    const found = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await holds(check)] as const),
    )
    const ready = found.every(([, ok]) => ok)
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready, ...Object.fromEntries(found) })
  })
}

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false)
  })
  return Promise.race([check().catch(() => false), late]).finally(() => clearTimeout(timer))
}
