import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }
type Reply = { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> }

/** A receiver of messages that keeps what comes; `reply` says what it answers to the next ones. */
export async function receiver() {
  const got: Received[] = []
  const state: { reply: (r: Received) => Reply } = { reply: () => ({}) }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const received = { path: request.url ?? '', headers: request.headers, body }
    got.push(received)
    const { status = 200, body: answer = '', headers = {} } = state.reply(received)
    response.writeHead(status, headers).end(answer)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, got, state, close: () => server.close() }
}
