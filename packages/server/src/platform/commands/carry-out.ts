import { createHash } from 'node:crypto'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { sql, type Transaction } from 'kysely'
import { houseAt, rulesHeld, ZONE } from '../../flow/own-house.ts'
import type { House } from '../../house.ts'
import { inScope } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { appendEvents } from '../events/append.ts'
import { Problem } from '../http/problem.ts'
import { refuseCardNumbers } from '../personal/refuse-card-numbers.ts'
import type { Actor } from './actor.ts'
import { authorise } from './authorise.ts'
import type { Command } from './command.ts'

/** One request for a command, its parts checked in shape. */
export type Request = {
  readonly actor: Actor
  /** from the header Idempotency-Key */
  readonly key: string
  /** from the header If-Match */
  readonly version: number | undefined
  readonly params: unknown
  readonly input: unknown
}
export type Answered = { readonly status: number; readonly answer: object; readonly version?: number }

/** Carries out a command: one transaction with its events, once per idempotency key. @throws Problem, Refusal, BadInput */
export async function carryOut(house: House, command: Command, request: Request): Promise<Answered> {
  const { actor, key, version, params, input } = request
  authorise(actor, { ...command, kind: 'command' })
  if (command.versioned && version === undefined) throw new Problem('version-missing')
  refuseCardNumbers(input)
  const asked = createHash('sha256')
    .update(canonicalJson([command.name, params ?? null, input ?? null]))
    .digest()
  const held = sql`${rulesHeld(actor.org)}, pg_advisory_xact_lock(hashtextextended(${`${actor.org} ${key}`}, 0))`
  const work = async (tx: Transaction<Tables>) => {
    const standing = await tx
      .selectFrom('organisation as o')
      .leftJoin('answered as a', (on) => on.onRef('a.org_id', '=', 'o.id').on('a.key', '=', key))
      .select(['o.rules_version', ZONE.as('zone'), 'a.user_id', 'a.asked', 'a.answer'])
      .where('o.id', '=', actor.org)
      .executeTakeFirst()
    if (standing?.asked) {
      if (standing.user_id !== actor.user || !standing.asked.equals(asked)) throw new Problem('key-reused')
      return standing.answer as unknown as Answered
    }
    const now = house.clock()
    const own = await houseAt(house, actor.org, standing)
    const asking = { tx, actor, now, params, input, version, command: command.name, house: own }
    const done = await command.run(asking as never)
    await appendEvents(tx, { actor, now }, done.events)
    const answered: Answered = {
      status: done.created ? 201 : 200,
      answer: done.answer as object,
      ...(done.version === undefined ? {} : { version: done.version }),
    }
    await tx
      .insertInto('answered')
      .values({
        org_id: actor.org,
        key,
        user_id: actor.user,
        asked,
        status: answered.status,
        answer: JSON.stringify(answered),
      })
      .execute()
    return done.once ? { ...answered, answer: { ...answered.answer, ...done.once } } : answered
  }
  const answered = await inScope(house.db, actor, work, { held })
  house.committed?.()
  return answered
}
