import { createSecretKey, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { Instant } from '@haixuan/domain/kernel/day'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app.ts'
import { Desks } from '../../src/flow/desks.ts'
import type { House } from '../../src/house.ts'
import type { Actor, MemberRole } from '../../src/platform/commands/actor.ts'
import type { Db } from '../../src/platform/database/open-database.ts'
import { asSystem } from '../../src/platform/database/scope.ts'
import { diskStore } from '../../src/platform/files/disk-store.ts'
import { afterFile } from './after-file.ts'

let standard: StandardData | undefined

/** A clock that stands still until it is moved. */
export type TestClock = { now: Instant }

/** The house over a test database; its standard is loaded once for a file. */
export function testHouse(db: Db, clock: TestClock): House {
  standard ??= loadStandard() as StandardData
  const masterKey = createSecretKey(Buffer.alloc(32, 7))
  const folder = path.join(tmpdir(), `haixuan-test-files-${process.pid}-${randomUUID()}`)
  afterFile(() => rm(folder, { recursive: true, force: true }))
  const files = diskStore(folder)
  return { db, standard, desks: new Desks(standard), clock: () => clock.now, masterKey, files, uploadBytes: 1_000_000 }
}

/** An organisation of its own. */
export async function makeOrganisation(db: Db, id: string): Promise<void> {
  await asSystem(db, (tx) => tx.insertInto('organisation').values({ id, name: id }).execute())
}

export const person = (org: string, name: string, ...roles: MemberRole[]): Actor => ({ org, user: name, name, roles })

/** The application with people who are who they say they are in the header x-actor. */
export const testApp = (house: House): Promise<FastifyInstance> =>
  buildApp({
    house,
    authenticate: async (request) => {
      const said = request.headers['x-actor']
      return typeof said === 'string' ? (JSON.parse(decodeURIComponent(said)) as Actor) : undefined
    },
  })

type Asked = { readonly key?: string; readonly version?: number }

/** Asks the application as somebody. */
export const asking = (app: FastifyInstance) => (actor: Actor | undefined) => {
  const as = actor ? { 'x-actor': encodeURIComponent(JSON.stringify(actor)) } : {}
  const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers = {}) => {
    const reply = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...as, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return { status: reply.statusCode, body: reply.body === '' ? undefined : reply.json(), etag: reply.headers.etag }
  }
  const headersOf = ({ key, version }: Asked) => ({
    'idempotency-key': key ?? crypto.randomUUID(),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  })
  return {
    get: (url: string, headers = {}) => send('GET', url, undefined, headers),
    post: (url: string, body: unknown, asked: Asked = {}) => send('POST', url, body, headersOf(asked)),
    put: (url: string, body: unknown, asked: Asked = {}) => send('PUT', url, body, headersOf(asked)),
  }
}
