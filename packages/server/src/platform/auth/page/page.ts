import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'

const TYPES = { 'sign-in.html': 'text/html; charset=utf-8', 'sign-in.js': 'text/javascript; charset=utf-8' } as const

/**
 * The page that one-time links lead to, at /sign-in: nothing is done by opening it, so that a chat program which looks
 * at a link does not use it up.
 */
export async function registerSignInPage(app: FastifyInstance): Promise<void> {
  for (const [name, type] of Object.entries(TYPES)) {
    const content = await readFile(path.join(import.meta.dirname, name), 'utf8')
    const url = name === 'sign-in.html' ? '/sign-in' : `/${name}`
    app.get(url, { schema: { hide: true } }, (_, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(content),
    )
  }
}
