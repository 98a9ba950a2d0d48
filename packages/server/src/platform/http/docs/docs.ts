import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { PROBLEMS } from '../problem.ts'
import { REASONS } from '../reasons.ts'

const PAGES = {
  '/api/docs/ui': { file: 'docs.html', type: 'text/html; charset=utf-8' },
  '/api/docs/ui.js': { file: 'docs.js', type: 'text/javascript; charset=utf-8' },
} as const

/** The API: /api/docs for programs (OpenAPI 3.1, with every code that a problem or a reason may have), /api/docs/ui for people. */
export async function registerDocs(app: FastifyInstance): Promise<void> {
  app.get('/api/docs', { schema: { hide: true } }, () => ({
    ...app.swagger(),
    'x-problems': PROBLEMS,
    'x-reasons': REASONS,
  }))
  for (const [url, { file, type }] of Object.entries(PAGES)) {
    const content = await readFile(path.join(import.meta.dirname, file), 'utf8')
    app.get(url, { schema: { hide: true } }, (_, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(content),
    )
  }
}
