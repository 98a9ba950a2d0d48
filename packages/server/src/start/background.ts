import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import type { Connection } from '../platform/database/connection.ts'
import { isAway } from '../platform/database/is-away.ts'
import { Sealer } from '../platform/events/sealer.ts'
import type { FilesAt } from '../platform/files/open-files.ts'
import { WorkerThread } from '../platform/jobs/worker-thread.ts'
import { Notifier } from '../platform/notify/notifier.ts'

type With = {
  readonly config: Config
  /** where people reach the server */
  readonly address: string
  readonly house: House
  readonly connection: Connection
  readonly log: Logger
  readonly files: FilesAt
  /** how long tasks may take to end their step */
  readonly patienceMs: number
}

/** What a server does beside answering: sealing the log, tasks in a thread of their own, notices. */
export type Background = {
  /** resolves once all of it has been loaded */
  readonly loaded: Promise<void>
  /** something was committed: it is sealed at once */
  readonly wake: () => void
  readonly working: () => boolean
  /** ends notices, tasks, and last the sealer, so that all of them is sealed */
  readonly stop: () => Promise<void>
}

export function startBackground({ config, address, house, connection, log, files, patienceMs }: With): Background {
  const onError = backgroundErrors(log)
  const sealer = new Sealer({ db: house.db, master: house.masterKey, onError })
  const wake = () => sealer.wake()
  const { promise: loaded, resolve: ready } = Promise.withResolvers<void>()
  const worker = new WorkerThread(
    { connection, files, masterKey: house.masterKey },
    { ready, committed: wake, onError },
  )
  const notifier = new Notifier({
    db: house.db,
    master: house.masterKey,
    clock: house.clock,
    address,
    smtp: config.smtp,
    ...house.outgoing,
    onError,
  })
  sealer.start()
  worker.start()
  notifier.start()
  return {
    loaded,
    wake,
    working: () => worker.thread !== undefined && worker.thread.threadId !== -1,
    stop: async () => {
      await notifier.stop()
      await worker.stop(patienceMs)
      await sealer.stop()
    },
  }
}

/** Logs what goes wrong where nobody waits for an answer; each of those tries again by itself. */
export const backgroundErrors =
  (log: Logger) =>
  (error: unknown, org?: string): void => {
    if (isAway(error)) log.warn('PostgreSQL is away for a moment')
    else log.error({ err: error, ...(org === undefined ? {} : { org }) }, 'in the background; it is tried again')
  }
