import { createHash } from 'node:crypto'
import { canonicalJson } from '@haixuan/domain/kernel/canonical-json'
import { sql } from 'kysely'
import type { House } from '../../house.ts'
import { inScope } from '../database/scope.ts'
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
  const answered = await inScope(house.db, actor, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.org} ${key}`}, 0))`.execute(tx)
    const before = await tx
      .selectFrom('answered')
      .select(['user_id', 'asked', 'status', 'answer'])
      .where('org_id', '=', actor.org)
      .where('key', '=', key)
      .executeTakeFirst()
    if (before) {
      if (before.user_id !== actor.user || !before.asked.equals(asked)) throw new Problem('key-reused')
      return before.answer as unknown as Answered
    }
    const now = house.clock()
    const done = await command.run({ tx, actor, now, params, input, version, command: command.name, house } as never)
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
  })
  house.committed?.()
  return answered
}
