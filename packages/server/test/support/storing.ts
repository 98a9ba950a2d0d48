import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import type { Actor } from '../../src/platform/commands/actor.ts'

/** Uploads files as somebody; gives the hash each is known by. */
export const storing =
  (app: FastifyInstance, actor: Actor) =>
  async (name: string, content: string): Promise<string> => {
    const reply = await app.inject({
      method: 'PUT',
      url: `/api/v1/files?name=${encodeURIComponent(name)}`,
      headers: {
        'x-actor': encodeURIComponent(JSON.stringify(actor)),
        'content-type': 'application/octet-stream',
        'idempotency-key': crypto.randomUUID(),
      },
      payload: content,
    })
    expect([200, 201], reply.body).toContain(reply.statusCode)
    return reply.json().sha256
  }
