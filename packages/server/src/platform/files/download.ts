import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { cause } from '../cause.ts'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { authorise } from '../commands/authorise.ts'
import { inScope } from '../database/scope.ts'
import { Problem } from '../http/problem.ts'
import { fileOf } from './find-file.ts'
import { type Linked, readToken } from './links.ts'
import { SHOWN } from './media.ts'

/** Nothing of a file is run, fetched or framed elsewhere, whatever a browser takes it for. */
const POLICY =
  "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
const shown = z.stringbool().default(false).describe('shown in the window where that is safe, not saved')

/** GET /files/:sha256: the bytes of a file that the actor may see. */
export function registerDownload(app: FastifyInstance, house: House): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/files/:sha256/content',
    {
      // its answer is no JSON: the client made from the document links to it
      schema: { hide: true, params: z.object({ sha256: z.string() }), querystring: z.object({ inline: shown }) },
      preValidation: async ({ actor }) => authorise(actor, { kind: 'query', name: 'file.get', roles: MEMBER_ROLES }),
    },
    async ({ actor, params, query }, reply) => {
      const found = await inScope(house.db, actor, (tx) => fileOf({ tx, actor }, params.sha256), { readOnly: true })
      const linked = { org: actor.org, sha256: found.sha256, type: found.mediaType, name: found.name }
      return sendFile(house, reply, linked, { inline: query.inline, cache: 'private, max-age=31536000, immutable' })
    },
  )
}

/** GET /files/<token>: the same for whoever holds a link, such as a viewer that has no session; outside /api/v1. */
export function registerLinked(app: FastifyInstance, house: House): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/files/:token',
      { schema: { hide: true, params: z.object({ token: z.string() }), querystring: z.object({ inline: shown }) } },
      async ({ params, query }, reply) => {
        const linked = readToken(house.masterKey, params.token, house.clock())
        if (!linked) throw new Problem('link-spent')
        return sendFile(house, reply, linked, { inline: query.inline, cache: 'private, no-store' })
      },
    )
}

async function sendFile(
  { files }: House,
  reply: FastifyReply,
  { org, sha256, type, name }: Linked,
  { inline, cache }: { readonly inline: boolean; readonly cache: string },
) {
  const content = await files.open(org, sha256)
  if (!content) throw new Problem('not-found', { why: cause('file-content-gone') })
  const as = inline && SHOWN.has(type) ? 'inline' : 'attachment'
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  return reply
    .header('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type)
    .header(
      'content-disposition',
      `${as}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    )
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', POLICY)
    .header('cache-control', cache)
    .send(content)
}
