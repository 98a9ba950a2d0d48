import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../src/platform/commands/actor.ts'

type Heard = { readonly id?: string; readonly event: string; readonly data: Record<string, unknown> }

/** Follows the stream of an application that listens, as a browser does; `heard` grows while it is open. */
export async function follow(app: FastifyInstance, actor: Actor, last?: string) {
  const ending = new AbortController()
  const { port } = app.server.address() as { port: number }
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1/stream`, {
    headers: {
      'x-actor': encodeURIComponent(JSON.stringify(actor)),
      ...(last === undefined ? {} : { 'last-event-id': last }),
    },
    signal: ending.signal,
  })
  const heard: Heard[] = []
  const reading = read(reply, heard).catch(() => {})
  return {
    status: reply.status,
    heard,
    close: async () => {
      ending.abort()
      await reading
    },
  }
}

async function read(reply: Response, heard: Heard[]): Promise<void> {
  let rest = ''
  for await (const piece of reply.body!.pipeThrough(new TextDecoderStream())) {
    const parts = `${rest}${piece}`.split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const fields = Object.fromEntries(part.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)))
      if (fields.event) heard.push({ ...fields, data: JSON.parse(fields.data) } as Heard)
    }
  }
}
