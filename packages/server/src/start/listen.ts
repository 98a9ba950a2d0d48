import { createServer } from 'node:net'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { FastifyInstance } from 'fastify'

type Where = { readonly host: string; readonly port: number }

const EVERYWHERE = new Set(['0.0.0.0', '::'])

/** Where people reach a server that listens there, when nothing else is said. */
export function addressOf({ host, port }: Where): string {
  const reached = EVERYWHERE.has(host) ? '127.0.0.1' : host
  return new URL(`http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`).origin
}

/** The port itself, or a free one for 0. @throws BadInput when it is not to be had */
export async function portFor(where: Where): Promise<number> {
  const trial = createServer()
  await new Promise<void>((resolve, reject) => {
    trial.once('error', (error) => reject(notToBeHad(error, where)))
    trial.listen(where.port, where.host, resolve)
  })
  const { port } = trial.address() as { port: number }
  await new Promise((resolve) => trial.close(resolve))
  return port
}

/** @throws BadInput when the port has been taken meanwhile */
export async function listen(app: FastifyInstance, where: Where): Promise<void> {
  await app.listen(where).catch((error) => {
    throw notToBeHad(error, where)
  })
}

function notToBeHad(error: NodeJS.ErrnoException, { host, port }: Where): Error {
  const inPort = { field: 'HAIXUAN_PORT' }
  switch (error.code) {
    case 'EADDRINUSE':
      return new BadInput(toOperator(`${port} is taken by another program; stop it or choose another port`), inPort)
    case 'EACCES':
      return new BadInput(toOperator(`this user may not listen on ${port}; choose a port above 1023`), inPort)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new BadInput(toOperator(`${host} is no address of this machine`), { field: 'HAIXUAN_HOST' })
    default:
      return error
  }
}

/** Takes no more requests and waits for those under way; after `patienceMs` they are broken off. */
export async function close(app: FastifyInstance, patienceMs: number): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), patienceMs)
  await app.close().finally(() => clearTimeout(late))
}
