import { createSecretKey } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { Instant } from '@haixuan/domain/kernel/day'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { buildApp } from '@haixuan/server/app'
import { Desks } from '@haixuan/server/flow/desks'
import type { House } from '@haixuan/server/house'
import type { Actor } from '@haixuan/server/platform/commands/actor'
import { connect } from '@haixuan/server/platform/database/connection'
import { startEmbedded } from '@haixuan/server/platform/database/embedded/embedded'
import { migrate } from '@haixuan/server/platform/database/migrate'
import { KEPT_FOR_PEOPLE_MS, openDatabase } from '@haixuan/server/platform/database/open-database'
import { asSystem } from '@haixuan/server/platform/database/scope'
import { Sealer } from '@haixuan/server/platform/events/sealer'
import { openFiles } from '@haixuan/server/platform/files/open-files'
import { TaskWorker } from '@haixuan/server/platform/jobs/task-worker'
import { WorkerThread } from '@haixuan/server/platform/jobs/worker-thread'
import { taskKinds } from '@haixuan/server/tasks'

export const ACTOR: Actor = { org: 'a', user: 'Lin', name: 'Lin', roles: ['selection', 'sourcing', 'quality'] }
export type Bench = Awaited<ReturnType<typeof openBench>>

/** A PostgreSQL of its own with a server's parts over it, in this process, gone at the end. */
export async function openBench() {
  const folder = await mkdtemp(path.join(tmpdir(), 'haixuan-bench-'))
  const onError = (error: unknown) => console.error(error)
  const embedded = await startEmbedded({ folder: path.join(folder, 'database'), as: 'guest', onGiveUp: onError })
  const { connection } = embedded
  await migrate(connection)
  const standard = loadStandard() as StandardData
  const db = openDatabase(connection, {
    max: 16,
    name: 'haixuan bench',
    statementTimeoutMs: 0,
    idleMs: KEPT_FOR_PEOPLE_MS,
    prepare: true,
  })
  await asSystem(db, async (tx) => {
    await tx.insertInto('organisation').values({ id: ACTOR.org, name: ACTOR.org }).execute()
    const { org, user, name, roles } = ACTOR
    await tx
      .insertInto('member')
      .values({ org_id: org, user_id: user, name, email: 'lin@example.com', roles: [...roles], supplier_id: null })
      .execute()
  })
  const house: House = {
    db,
    standard,
    desks: new Desks(standard),
    clock: () => new Date().toISOString() as Instant,
    masterKey: createSecretKey(Buffer.alloc(32, 7)),
    files: openFiles({ folder: path.join(folder, 'files') }),
    uploadBytes: 10_000_000_000,
    committed: () => sealer.wake(),
  }
  const sealer = new Sealer({ db, master: house.masterKey, onError })
  sealer.start()
  const workers: TaskWorker[] = []
  const app = await buildApp({ house, authenticate: async () => ACTOR })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const address = `http://127.0.0.1:${port}/api/v1`
  const send = async (method: string, url: string, body?: unknown, headers: Record<string, string> = {}) => {
    const reply = await fetch(`${address}${url}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const read = (await reply.json()) as Record<string, unknown>
    if (!reply.ok) throw new Error(`${method} ${url}: ${JSON.stringify(read)}`)
    return read
  }
  return {
    folder,
    connection,
    house,
    address,
    send,
    /** One client beside the server, also in another database. */
    client: (database?: string) =>
      connect(database === undefined ? connection : { ...connection, database }, 'haixuan bench beside'),
    /** Carries out tasks in a thread of its own, as a server does. */
    thread: () => {
      const thread = new WorkerThread(
        { connection, files: { folder: path.join(folder, 'files') }, masterKey: house.masterKey },
        { committed: () => sealer.wake(), onError },
      )
      thread.start()
      return thread
    },
    /** Carries out tasks, under another standard when one is given. */
    work: (more: Partial<House> = {}) => {
      const worker = new TaskWorker({
        house: { ...house, ...more },
        connection,
        kinds: taskKinds,
        everyMs: 50,
        onError,
      })
      worker.start()
      workers.push(worker)
      return worker
    },
    close: async () => {
      await app.close()
      for (const worker of workers) await worker.stop()
      await sealer.stop()
      await db.destroy()
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
      await rm(embedded.folder, { recursive: true, force: true })
    },
  }
}
