import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { cause } from '../cause.ts'
import { Problem } from './problem.ts'

/** Many people may sit behind one address. */
const PEOPLE_AN_ADDRESS = 5
const CACHED = 50_000

type Check = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/**
 * Limits requests: before anyone is known by address, afterwards by person or API key. Each server counts for itself.
 * @param perMinute of one person; 0 for no limit
 */
export async function limitRequests(app: FastifyInstance, perMinute: number): Promise<{ readonly byActor: Check }> {
  if (perMinute === 0) return { byActor: async () => {} }
  await app.register(rateLimit, { global: false })
  const window = { timeWindow: 60_000, cache: CACHED }
  const ofAddress = app.createRateLimit({ ...window, max: perMinute * PEOPLE_AN_ADDRESS })
  const ofActor = app.createRateLimit({
    ...window,
    max: perMinute,
    keyGenerator: ({ actor }) => `${actor.org} ${actor.user}`,
  })
  const check =
    (counted: typeof ofAddress): Check =>
    async (request, reply) => {
      const limit = await counted(request)
      if (limit.isAllowed || !limit.isExceeded) return
      reply.header('retry-after', limit.ttlInSeconds)
      throw new Problem('too-many', { why: cause('try-again-in', { ttlInSeconds: limit.ttlInSeconds }) })
    }
  app.addHook('onRequest', check(ofAddress))
  return { byActor: check(ofActor) }
}
