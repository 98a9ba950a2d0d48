import type { KeyObject } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Connection } from '../database/connection.ts'
import type { FilesAt } from '../files/open-files.ts'

/** What the worker thread is given; it opens all else itself. */
export type WorkerSettings = {
  readonly connection: Connection
  readonly files: FilesAt
  readonly masterKey: KeyObject
  /** connections of its own to PostgreSQL at most */
  readonly connections?: number
  /** tasks at the same time */
  readonly atOnce?: number
}

/** What the thread says: that it has loaded all it needs, that something was committed, so that it is sealed, or what went wrong. */
export type WorkerSays = { readonly ready: true } | { readonly committed: true } | { readonly error: string }

type Options = {
  /** what the thread runs; a test gives one of its own */
  readonly entry?: URL
  readonly ready?: () => void
  readonly committed?: () => void
  readonly onError: (error: unknown) => void
}

const AGAIN_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** A thread that has lived so long died of something new. */
const STEADY_MS = 60_000

/**
 * The thread that carries out tasks, so that nothing long stands on the event loop of HTTP. It is started again when it
 * dies, after pauses that grow while it dies young.
 */
export class WorkerThread {
  readonly #settings: WorkerSettings
  readonly #options: Options
  #worker: Worker | undefined
  #stopped = false
  #pauseMs = AGAIN_MS
  #timer: NodeJS.Timeout | undefined

  constructor(settings: WorkerSettings, options: Options) {
    this.#settings = settings
    this.#options = options
  }

  start(): void {
    const { entry = new URL('../../worker.ts', import.meta.url), ready, committed, onError } = this.#options
    const started = performance.now()
    const worker = new Worker(entry, { workerData: this.#settings, name: 'haixuan tasks' })
    this.#worker = worker
    worker.on('message', (said: WorkerSays) => {
      if ('ready' in said) ready?.()
      else if ('committed' in said) committed?.()
      else onError(new Error(said.error))
    })
    worker.on('error', onError)
    worker.on('exit', () => {
      if (this.#stopped) return
      if (performance.now() - started > STEADY_MS) this.#pauseMs = AGAIN_MS
      this.#timer = setTimeout(() => this.start(), this.#pauseMs)
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS)
    })
  }

  /** Lets tasks end their step, at most `patienceMs`; they are taken up again at the next start. */
  async stop(patienceMs = 10_000): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    const worker = this.#worker
    if (!worker || worker.threadId === -1) return
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.postMessage('stop')
    const late = setTimeout(() => void worker.terminate(), patienceMs)
    await gone.finally(() => clearTimeout(late))
  }

  /** The thread itself, for who asks whether it lives. */
  get thread(): Worker | undefined {
    return this.#worker
  }
}
