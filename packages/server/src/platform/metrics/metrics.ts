import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { cause } from '../cause.ts'
import { Problem } from '../http/problem.ts'

/** A figure that is read when it is asked for; `undefined` when it cannot be. */
export type Reading = {
  readonly name: string
  readonly help: string
  readonly read: () => Promise<number | undefined> | number
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const NO_ROUTE = 'none'

export type MetricsOptions = {
  /** who shows it as a bearer token may read; only this machine when undefined */
  readonly token: string | undefined
  readonly readings: readonly Reading[]
}

/** `/metrics` in the form of Prometheus: requests, commands, this process, and what the rooms read. */
export function registerMetrics(app: FastifyInstance, { token, readings }: MetricsOptions): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Counter({
    name: 'haixuan_http_requests_total',
    help: 'requests by route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'haixuan_http_request_seconds',
    help: 'how long requests took, by route',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers,
  })
  const commands = new Counter({
    name: 'haixuan_commands_total',
    help: 'commands by name and outcome: done, refused, failed',
    labelNames: ['command', 'outcome'],
    registers,
  })
  for (const { name, help, read } of readings) registry.registerMetric(gaugeOf(name, help, read))

  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? NO_ROUTE
    requests.inc({ method, route, status: reply.statusCode })
    seconds.observe({ method, route }, reply.elapsedTime / 1000)
    const command = request.routeOptions.schema?.operationId
    if (method !== 'GET' && command) commands.inc({ command, outcome: outcomeOf(reply.statusCode) })
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, token)) throw new Problem('not-found', { why: cause('no-such-address') })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const outcomeOf = (status: number) => (status < 400 ? 'done' : status < 500 ? 'refused' : 'failed')

function gaugeOf(name: string, help: string, read: Reading['read']): Gauge {
  return new Gauge({
    name,
    help,
    registers: [],
    async collect() {
      const value = await Promise.resolve(read()).catch(() => undefined)
      if (value === undefined) this.remove()
      else this.set(value)
    },
  })
}

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/** With a token, who shows it; else who asks from this machine and is no proxy that asks for somebody. */
function mayRead({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return same(headers.authorization ?? '', `Bearer ${token}`)
  const forwarded = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via
  return forwarded === undefined && LOOPBACK.test(socket.remoteAddress ?? '')
}

function same(shown: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
