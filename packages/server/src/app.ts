import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { House } from './house.ts'
import type { Actor } from './platform/commands/actor.ts'
import { registerDownload, registerLinked } from './platform/files/download.ts'
import { registerUpload } from './platform/files/upload.ts'
import { registerCommands } from './platform/http/commands.ts'
import { contentPolicy } from './platform/http/content-policy.ts'
import { registerDocs } from './platform/http/docs/docs.ts'
import { registerDownloads } from './platform/http/download.ts'
import { type ReadyChecks, registerHealth } from './platform/http/health.ts'
import { limitRequests } from './platform/http/limits.ts'
import { onError } from './platform/http/on-error.ts'
import { Problem } from './platform/http/problem.ts'
import { registerQueries } from './platform/http/queries.ts'
import { requestId } from './platform/http/request-id.ts'
import { registerWorkbench } from './platform/http/workbench.ts'
import { logRequests } from './platform/log/log-requests.ts'
import { type MetricsOptions, registerMetrics } from './platform/metrics/metrics.ts'
import { registerCalendar } from './platform/notify/calendar/feed.ts'
import { registerStream, type StreamOptions } from './platform/stream/routes.ts'
import { commands, downloads, queries } from './rooms.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** set before any route under /api/v1 is carried out */
    actor: Actor
  }
}

export type AppOptions = {
  readonly house: House
  /** who asks; undefined when nobody is signed in */
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | undefined>
  /** none when absent */
  readonly log?: FastifyBaseLogger
  /** requests a minute of one person; 0, or absent, for no limit */
  readonly perMinute?: number
  /** proxies whose word on who asks is believed */
  readonly trustedProxies?: readonly string[]
  /** whether people reach it by https */
  readonly secure?: boolean
  readonly ready?: ReadyChecks
  readonly metrics?: MetricsOptions
  /** live updates; none when absent */
  readonly stream?: StreamOptions
}

const BODY_LIMIT = 2 * 1024 * 1024

/** The HTTP application: every command and query of every room under /api/v1, described at /api/docs. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    house,
    authenticate,
    log,
    perMinute = 0,
    trustedProxies = [],
    secure = false,
    ready = {},
    metrics,
    stream,
  } = options
  const app: FastifyInstance = Fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 500 },
    requestIdHeader: false,
    genReqId: requestId,
    forceCloseConnections: 'idle',
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(onError)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  logRequests(app)
  if (metrics) registerMetrics(app, metrics)
  registerHealth(app, ready)
  await app.register(helmet, contentPolicy(secure))
  const { byActor } = await limitRequests(app, perMinute)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Haixuan 海选', version: '1', description: '《跨境直播选品规范》 as an API' },
      servers: [{ url: '/api/v1' }],
    },
    transform: jsonSchemaTransform,
  })
  await app.register(
    async (api) => {
      api.decorateRequest('actor', null as unknown as Actor)
      api.addHook('onRequest', async (request) => {
        const actor = await authenticate(request)
        if (!actor) throw new Problem('not-signed-in')
        request.actor = actor
      })
      api.addHook('onRequest', byActor)
      registerCommands(api, house, commands)
      registerQueries(api, house, queries)
      registerDownloads(api, house, downloads)
      registerDownload(api, house)
      await registerUpload(api, house)
      if (stream) await registerStream(api, house, stream)
    },
    { prefix: '/api/v1' },
  )
  registerCalendar(app, house)
  registerLinked(app, house)
  await registerDocs(app)
  await registerWorkbench(app)
  return app
}
