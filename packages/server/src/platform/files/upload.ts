import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { cause } from '../cause.ts'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { authorise } from '../commands/authorise.ts'
import { Problem } from '../http/problem.ts'
import { problems } from '../http/schemas.ts'
import { storeFile } from './store-file.ts'

const ROLES = MEMBER_ROLES.filter((role) => role !== 'auditor')
const stored = z.object({
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
})

/**
 * PUT /files: one file, as the body itself with its name in `name`, or as the first part of a form. Its content names it,
 * so that sending it again changes nothing.
 */
export async function registerUpload(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { throwFileSizeLimit: false, limits: { files: 1, fields: 10, parts: 12 } })
    // any other body is the file itself, and is left to be read as a stream
    scope.addContentTypeParser('*', (_, payload, done) => done(null, payload))
    for (const type of ['application/json', 'text/plain']) {
      scope.removeContentTypeParser(type)
      scope.addContentTypeParser(type, (_, payload, done) => done(null, payload))
    }
    scope.put(
      '/files',
      {
        schema: {
          operationId: 'file.store',
          tags: ['file'],
          summary: 'Store a file: pictures, PDF, tables, text, video',
          description:
            '上传文件：按内容识别类型，按 SHA-256 存放 · T2. The body is the file, or a multipart form with it.',
          querystring: z.object({ name: z.string().min(1).max(500).optional().describe('of a file that is the body') }),
          response: { 200: stored, 201: stored, ...problems },
        },
        preValidation: async ({ actor }) => authorise(actor, { kind: 'command', name: 'file.store', roles: ROLES }),
      },
      async (request, reply) => {
        const { created, ...file } = await storeFile(house, request.actor, await contentOf(request, house.uploadBytes))
        return reply.code(created ? 201 : 200).send(file)
      },
    )
  })
}

/** The stream of the file in a request, and what its sender calls it. */
async function contentOf(request: FastifyRequest, limit: number) {
  if (!request.isMultipart()) {
    const body = request.body as AsyncIterable<Uint8Array> | undefined
    if (!body) throw new Problem('bad-input', { field: 'file', why: cause('body-without-file') })
    return { content: body, name: (request.query as { name?: string }).name ?? 'file' }
  }
  // one byte more than may be, so that the store sees that it is too long
  const part = await request.file({ limits: { fileSize: limit + 1 } })
  if (!part) throw new Problem('bad-input', { field: 'file', why: cause('form-without-file') })
  return { content: part.file as AsyncIterable<Uint8Array>, name: part.filename }
}
