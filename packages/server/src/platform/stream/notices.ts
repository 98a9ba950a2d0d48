import type { Client } from 'pg'
import { type Connection, connect } from '../database/connection.ts'
import { isAway } from '../database/is-away.ts'
import { SEALED_CHANNEL } from '../events/seal.ts'
import { TASK_CHANNEL } from '../jobs/task-worker.ts'

/** A change of a task, as its trigger tells it. */
export type TaskNotice = {
  readonly org: string
  readonly id: string
  readonly kind: string
  readonly project: string | null
  readonly supplier: string | null
  readonly state: string
  readonly done: number
  readonly of: number | null
}

/** Something new for one person, as its trigger tells it. */
export type PersonalNotice = { readonly org: string; readonly user: string; readonly id: number; readonly kind: string }

/** Where the trigger of `notification` tells of its rows. */
const NOTIFICATION_CHANNEL = 'haixuan_notification'

type Options = {
  readonly connection: Connection
  /** events below `size` are in the log of the organisation */
  readonly onSealed: (org: string, size: number) => void
  readonly onTask: (task: TaskNotice) => void
  readonly onNotification: (notice: PersonalNotice) => void
  /** notices may have been missed: the connection is new */
  readonly onGap: () => void
  readonly onError: (error: unknown) => void
}

const AGAIN_MS = 500

/** Listens to what PostgreSQL tells, on one connection however many clients follow. */
export class Notices {
  readonly #options: Options
  #client: Client | undefined
  #stopped = false
  #timer: NodeJS.Timeout | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Resolves once it listens, or once the first try to has failed; it goes on trying by itself. */
  async start(): Promise<void> {
    const { connection, onGap, onError } = this.#options
    try {
      const client = await connect(connection, 'haixuan stream')
      this.#client = client
      client.on('notification', ({ channel, payload = '' }) => this.#told(channel, payload))
      client.on('end', () => this.#again())
      await client.query(`listen ${SEALED_CHANNEL}; listen ${TASK_CHANNEL}; listen ${NOTIFICATION_CHANNEL}`)
      if (this.#stopped) await client.end()
      else onGap()
    } catch (error) {
      if (!isAway(error)) onError(error)
      if (!this.#client) this.#again()
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => {})
  }

  #told(channel: string, payload: string): void {
    try {
      const said = JSON.parse(payload)
      if (channel === TASK_CHANNEL) this.#options.onTask(said as TaskNotice)
      else if (channel === NOTIFICATION_CHANNEL) this.#options.onNotification(said as PersonalNotice)
      else this.#options.onSealed(said.org as string, said.size as number)
    } catch (error) {
      this.#options.onError(error)
    }
  }

  #again(): void {
    this.#client = undefined
    if (!this.#stopped) this.#timer = setTimeout(() => void this.start(), AGAIN_MS)
  }
}
