import type { Client } from 'pg'
import type { House } from '../../house.ts'
import { type Connection, connect } from '../database/connection.ts'
import { isAway } from '../database/is-away.ts'
import { Rest } from '../rest.ts'
import { runTask } from './run-task.ts'
import { letGo, takeTask } from './take-task.ts'
import type { TaskKind } from './task-kind.ts'

/** Told by the trigger of `task`: `{"org","id","kind","project","supplier","state","done","of"}`. */
export const TASK_CHANNEL = 'haixuan_task'

export type TaskWorkerOptions = {
  readonly house: House
  readonly connection: Connection
  readonly kinds: readonly TaskKind[]
  /** tasks at the same time: a long one leaves room for a short one */
  readonly atOnce?: number
  /** how long a task waits when no one wakes the worker, in milliseconds */
  readonly everyMs?: number
  readonly onError: (error: unknown) => void
}

const AT_ONCE = 2
const EVERY_MS = 2_000
const AGAIN_MS = 500

/** Carries out tasks while the server runs. Any number of workers may: each task is held by one. */
export class TaskWorker {
  readonly #options: TaskWorkerOptions
  readonly #kinds: ReadonlyMap<string, TaskKind>
  readonly #running = new Map<string, Promise<void>>()
  readonly #stopping = new AbortController()
  #loop: Promise<void> | undefined
  #woken = false
  readonly #rest = new Rest()

  constructor(options: TaskWorkerOptions) {
    this.#options = options
    this.#kinds = new Map(options.kinds.map((kind) => [kind.name, kind]))
  }

  start(): void {
    this.#loop ??= this.#run()
  }

  /** Ends tasks after the step under way; another worker, or the next start, goes on with them. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#rest.end()
    await this.#loop
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#session()
      } catch (error) {
        if (!isAway(error)) this.#options.onError(error)
        await this.#rest.for(AGAIN_MS)
      }
    }
  }

  /** Works as long as one session of PostgreSQL holds the locks; when it breaks, so do the tasks it held. */
  async #session(): Promise<void> {
    const locks = await connect(this.#options.connection, 'haixuan tasks')
    const lost = new AbortController()
    locks.on('error', () => lost.abort())
    locks.on('end', () => {
      lost.abort()
      this.#rest.end()
    })
    locks.on('notification', () => this.#wake())
    const stopping = AbortSignal.any([this.#stopping.signal, lost.signal])
    try {
      await locks.query(`listen ${TASK_CHANNEL}`)
      while (!stopping.aborted) {
        this.#woken = false
        await this.#takeAll(locks, stopping)
        if (!this.#woken && !stopping.aborted) await this.#rest.for(this.#options.everyMs ?? EVERY_MS)
      }
    } finally {
      lost.abort()
      await Promise.allSettled(this.#running.values())
      await locks.end().catch(() => {})
    }
  }

  async #takeAll(locks: Client, stopping: AbortSignal): Promise<void> {
    const { house, atOnce = AT_ONCE, onError } = this.#options
    while (this.#running.size < atOnce && !stopping.aborted) {
      const task = await takeTask(house.db, locks, new Set(this.#running.keys()), house.clock())
      if (!task) return
      const ended = runTask(house, this.#kinds, task, { stopping, onError })
        .then(() => letGo(locks, task.org, task.id))
        .catch((error) => {
          if (!isAway(error)) onError(error)
        })
        .finally(() => {
          this.#running.delete(task.id)
          this.#wake()
        })
      this.#running.set(task.id, ended)
    }
  }

  #wake(): void {
    this.#woken = true
    this.#rest.end()
  }
}
