import type { FastifyInstance } from 'fastify'

/** Machines ask for these all the time. */
const BY_MACHINES = /^\/(health|metrics)\b/

/** Logs each answer by its route: neither the address asked for nor who asked stands in the log. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async ({ method, routeOptions, log }, { statusCode: status, elapsedTime }) => {
    const route = routeOptions.url ?? 'none'
    const level = BY_MACHINES.test(route) ? 'debug' : status < 500 ? 'info' : 'error'
    log[level]({ method, route, status, ms: Math.round(elapsedTime) }, 'answered')
  })
}
