import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Rest } from '../rest.ts'
import { organisationsWaiting, sealOrganisation } from './seal.ts'

export type SealerOptions = {
  readonly db: Kysely<Tables>
  readonly master: KeyObject
  /** how long events wait when no one wakes the sealer, in milliseconds */
  readonly everyMs?: number
  /** told what went wrong and in which organisation, if in one; it is tried again at the next turn */
  readonly onError: (error: unknown, org: string | undefined) => void
}

const EVERY_MS = 250

/**
 * Seals what is committed, turn by turn, while the server runs. Any number of servers may: in an organisation one seals
 * at a time. `wake()` starts a turn at once, as after a command; without it a turn begins by the clock.
 */
export class Sealer {
  readonly #options: SealerOptions
  #running: Promise<void> | undefined
  #stopped = false
  #woken = false
  readonly #rest = new Rest()

  constructor(options: SealerOptions) {
    this.#options = options
  }

  start(): void {
    this.#running ??= this.#run()
  }

  wake(): void {
    this.#woken = true
    this.#rest.end()
  }

  /** Ends after the turn under way and one more, so that all that was committed before is sealed. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#rest.end()
    await this.#running
  }

  async #run(): Promise<void> {
    for (;;) {
      const last = this.#stopped
      this.#woken = false
      await this.#turn()
      if (last) return
      if (!this.#woken && !this.#stopped) await this.#rest.for(this.#options.everyMs ?? EVERY_MS)
    }
  }

  async #turn(): Promise<void> {
    const { db, master, onError } = this.#options
    try {
      for (const org of await organisationsWaiting(db))
        await sealOrganisation(db, master, org).catch((error) => onError(error, org))
    } catch (error) {
      onError(error, undefined)
    }
  }
}
