import type { Actor } from '../commands/actor.ts'
import type { Db } from '../database/open-database.ts'
import { asSystem, inScope } from '../database/scope.ts'
import type { PersonalNotice, TaskNotice } from './notices.ts'

/** What a client is told of an event: enough to ask again for what it shows, and nothing more. */
export type Told = {
  readonly seq: number
  readonly type: string
  readonly subject: string
  readonly project: string | null
}

/** One client. */
export type Follower = { readonly user: string; readonly send: (message: Message) => void }
export type Message =
  | { readonly event: 'event'; readonly id: number; readonly data: Told }
  | { readonly event: 'task'; readonly data: Omit<TaskNotice, 'org' | 'supplier'> }
  /** something new for this person: they ask for it */
  | { readonly event: 'notification'; readonly data: Pick<PersonalNotice, 'id' | 'kind'> }
  /** too much has happened since: whatever is shown is to be asked for again */
  | { readonly event: 'reset'; readonly id: number; readonly data: object }

/** Clients who may see the same: of one organisation or, in it, of one supplier. */
type Group = {
  readonly scope: Actor
  /** the last place told */
  head: number
  readonly followers: Set<Follower>
  /** clients that are being told what they missed */
  joining: number
  reading: Promise<void>
}

const BATCH = 500
/** A client that comes back after more events starts anew. */
const FARTHEST_BEHIND = 2_000

/** Tells clients what happens in their organisation: one query for all who may see the same, in their scope. */
export class Followers {
  readonly #db: Db
  readonly #onError: (error: unknown) => void
  readonly #groups = new Map<string, Group>()

  constructor(db: Db, onError: (error: unknown) => void) {
    this.#db = db
    this.#onError = onError
  }

  /** Adds a client, who is told first what happened after `last`; gives what takes it off again. */
  async add(actor: Actor, follower: Follower, last: number | undefined): Promise<() => void> {
    const group = await this.#groupOf(actor)
    group.joining += 1
    try {
      await this.#tellMissed(group, follower, last ?? group.head)
      group.followers.add(follower)
    } finally {
      group.joining -= 1
      this.#drop(group)
    }
    return () => {
      group.followers.delete(follower)
      this.#drop(group)
    }
  }

  /** Nothing is awaited after the last look at the head, so that no event falls between. */
  async #tellMissed(group: Group, follower: Follower, last: number): Promise<void> {
    let at = last
    if (group.head - at > FARTHEST_BEHIND) {
      at = group.head
      follower.send({ event: 'reset', id: at, data: {} })
    }
    while (at < group.head) {
      const to = group.head
      for (const told of await this.#read(group.scope, at, to)) follower.send(messageOf(told))
      at = to
    }
  }

  #drop(group: Group): void {
    if (group.followers.size === 0 && group.joining === 0) this.#groups.delete(keyOf(group.scope))
  }

  /** Events below `size` are in the log of the organisation. */
  sealed(org: string, size: number): void {
    for (const group of this.#groups.values()) if (group.scope.org === org) this.#tell(group, size - 1)
  }

  task({ org, supplier, ...data }: TaskNotice): void {
    for (const { scope, followers } of this.#groups.values())
      if (scope.org === org && (scope.supplier === undefined || scope.supplier === supplier))
        for (const follower of followers) follower.send({ event: 'task', data })
  }

  /** Tells the person alone, on whatever devices they follow. */
  notification({ org, user, ...data }: PersonalNotice): void {
    for (const { scope, followers } of this.#groups.values())
      if (scope.org === org)
        for (const follower of followers) if (follower.user === user) follower.send({ event: 'notification', data })
  }

  /** Looks for what was not told while no one listened. */
  async catchUp(): Promise<void> {
    for (const group of this.#groups.values())
      this.#tell(group, await this.#headOf(group.scope.org).catch(() => group.head))
  }

  #tell(group: Group, to: number): void {
    const after = async () => {
      while (group.head < to) {
        const until = Math.min(to, group.head + BATCH)
        const all = await this.#read(group.scope, group.head, until)
        group.head = until
        for (const follower of group.followers) for (const told of all) follower.send(messageOf(told))
      }
    }
    // one after the other, so that events are told in their order
    group.reading = group.reading.then(after).catch(this.#onError)
  }

  async #groupOf(actor: Actor): Promise<Group> {
    const key = keyOf(actor)
    const known = this.#groups.get(key)
    if (known) return known
    const head = await this.#headOf(actor.org)
    const group = this.#groups.get(key) ?? {
      scope: actor,
      head,
      followers: new Set(),
      joining: 0,
      reading: Promise.resolve(),
    }
    this.#groups.set(key, group)
    return group
  }

  async #headOf(org: string): Promise<number> {
    const row = await asSystem(this.#db, (tx) =>
      tx
        .selectFrom('leaf')
        .select((e) => e.fn.max('seq').as('seq'))
        .where('org_id', '=', org)
        .executeTakeFirst(),
    )
    return row?.seq ?? -1
  }

  #read(scope: Actor, after: number, to: number): Promise<Told[]> {
    return inScope(
      this.#db,
      scope,
      (tx) =>
        tx
          .selectFrom('event')
          .select((e) => [e.ref('seq').$castTo<number>().as('seq'), 'type', 'subject', 'project_id as project'])
          .where('org_id', '=', scope.org)
          .where('seq', '>', after)
          .where('seq', '<=', to)
          .orderBy('seq')
          .execute(),
      { readOnly: true },
    )
  }
}

const keyOf = ({ org, supplier }: Actor) => JSON.stringify([org, supplier ?? null])
const messageOf = (told: Told): Message => ({ event: 'event', id: told.seq, data: told })
