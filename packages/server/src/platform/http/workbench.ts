import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cause } from '../cause.ts'
import { Problem } from './problem.ts'

/** The workbench as `npm run build` leaves it. */
const BUILT = path.resolve(import.meta.dirname, '../../../../web/dist')
/** Addresses that are never a page of the workbench. */
const NOT_PAGES = /^\/(api|files|assets|health|metrics|calendar)(\/|$)/

/**
 * Serves the workbench at every address that a person opens in a browser and nothing else answers; files whose names
 * hold their hash are kept for good. Without a build, as in tests of the API, there are no pages.
 */
export async function registerWorkbench(app: FastifyInstance, folder = BUILT): Promise<void> {
  const built = existsSync(path.join(folder, 'index.html'))
  app.setNotFoundHandler((request, reply) => {
    if (!built || !isPage(request)) throw new Problem('not-found', { why: cause('no-such-address') })
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  })
  if (!built) return
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    // the folder itself is a page, not a file: who asks for it without compression is refused otherwise
    allowedPath: (asked) => asked !== '/',
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, file) {
      const forGood = path.relative(folder, file).startsWith('assets')
      reply.header('cache-control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

const isPage = ({ method, url, headers }: FastifyRequest) =>
  (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html') === true && !NOT_PAGES.test(url)
