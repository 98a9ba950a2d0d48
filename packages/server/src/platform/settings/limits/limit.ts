import { asked } from '@haixuan/domain/kernel/asked'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { cause } from '../../cause.ts'
import { type Asked, command } from '../../commands/command.ts'
import { checkSeen } from '../../commands/seen.ts'
import { dayHere } from '../day-here.ts'

type Reading = Pick<Asked, 'tx' | 'actor' | 'now'> & { readonly house: Pick<Asked['house'], 'zone'> }
const day = z.string().refine(isDay, asked.day)
const subjectOf = (name: string) => `limit:${name}`

/** The limit an organisation set for itself that is in force today; what the schema makes of nothing when it set none. */
export async function limitOf<S extends z.ZodType>(asked: Reading, name: string, schema: S): Promise<z.output<S>> {
  const row = await asked.tx
    .selectFrom('organisation_limit')
    .select('value')
    .where('org_id', '=', asked.actor.org)
    .where('name', '=', name)
    .where('from_day', '<=', dayHere(asked.house, asked.now))
    .orderBy('from_day', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return schema.parse(row?.value ?? {})
}

type Limit<S extends z.ZodType> = {
  readonly name: string
  readonly clause: string
  readonly summary: Text
  readonly value: S
  /** sees that the value may be set. @throws BadInput, Refusal */
  readonly check: (value: z.output<S>, house: Asked['house']) => void
}

/** The command by which an owner sets a limit, from a day on, with the reason. */
export const limitCommand = <S extends z.ZodType>({ name, clause, summary, value, check }: Limit<S>) =>
  command({
    name: `limit.set-${name}`,
    clause,
    roles: ['owner'],
    method: 'PUT',
    path: `/settings/limits/${name}`,
    summary,
    params: z.object({}),
    input: z.strictObject({
      value,
      from: day.describe('the first day it holds: today or later'),
      reason: z.string().trim().min(1).max(2000),
    }),
    answer: z.object({ version: z.int() }),
    async run(asked) {
      const { tx, actor, now, command, house } = asked
      const input = asked.input as { value: z.output<S>; from: Day; reason: string }
      check(input.value, house)
      const today = dayHere(house, now)
      if (input.from < today) throw new BadInput(cause('before-today', { today }), { field: 'from' })
      const before = await tx
        .selectFrom('organisation_limit')
        .select('version')
        .where('org_id', '=', actor.org)
        .where('name', '=', name)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (before) await checkSeen(asked, subjectOf(name), before.version)
      const version = (before?.version ?? 0) + 1
      const { value, from, reason } = input
      await tx
        .insertInto('organisation_limit')
        .values({
          org_id: actor.org,
          name,
          version,
          from_day: from,
          value: JSON.stringify(value),
          reason,
          set_by: actor.name,
          set_at: now,
        })
        .execute()
      const body = { command, version, from, value, reason }
      return { events: [{ type: 'limit.set', subject: subjectOf(name), clause, body }], answer: { version }, version }
    },
  })
