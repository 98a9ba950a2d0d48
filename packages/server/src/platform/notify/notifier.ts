import { Rest } from '../rest.ts'
import { type DeliverOptions, deliverDue } from './deliver.ts'
import { followLog } from './follow.ts'

export type NotifierOptions = DeliverOptions & {
  readonly clock: () => string
  /** how long a turn waits for the next, in milliseconds */
  readonly everyMs?: number
  /** told what went wrong; it is tried again at the next turn */
  readonly onError: (error: unknown) => void
}

const EVERY_MS = 1000

/** Tells receivers what happened, turn by turn, while the server runs. Any number of servers may; `stop` waits for the turn. */
export class Notifier {
  readonly #options: NotifierOptions
  #running: Promise<void> | undefined
  #stopped = false
  readonly #rest = new Rest()

  constructor(options: NotifierOptions) {
    this.#options = options
  }

  start(): void {
    this.#running ??= this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#rest.end()
    await this.#running
  }

  async #run(): Promise<void> {
    while (!this.#stopped) if (!(await this.#turn())) await this.#rest.for(this.#options.everyMs ?? EVERY_MS)
  }

  /** Whether there may be more to do at once. */
  async #turn(): Promise<boolean> {
    try {
      const now = this.#options.clock()
      const put = await followLog(this.#options.db, now)
      return (await deliverDue(this.#options, now)) + put > 0
    } catch (error) {
      this.#options.onError(error)
      return false
    }
  }
}
