import type { Text } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import type { NewEvent } from '../events/append.ts'
import { problemOf } from '../http/on-error.ts'
import { problem } from '../http/schemas.ts'
import { type Asked, type Command, command, type Done } from './command.ts'

const MOST = 500

type Bulk<Of extends string> = {
  /** the parameter that names the record, such as `product`: it goes from the path into the body */
  readonly of: Of
  readonly summary: Text
}
type Each = { readonly version?: number } & Readonly<Record<string, string>>
type BulkAsked = Asked<Record<string, string>, { readonly each: readonly Each[]; readonly input: unknown }>

/**
 * The same command on up to 500 records in one request: `/projects/:project/products/:product/fix-class` becomes
 * `/projects/:project/products/fix-class`. One transaction and one idempotency key; each record stands for itself, and one
 * that is refused leaves no trace. When none could be changed, the first refusal is the answer.
 */
export function bulk<Of extends string>(one: Command, { of, summary }: Bulk<Of>): Command {
  const version = z.int().positive().describe('the version of this record that was seen')
  const each = z.strictObject({ [of]: z.string(), version: one.versioned ? version : version.optional() })
  return command({
    name: `${one.name}-many`,
    clause: one.clause,
    roles: one.roles,
    path: one.path.replace(`/:${of}`, ''),
    summary,
    params: (one.params as z.ZodObject).omit({ [of]: true } as never),
    input: z.strictObject({ each: z.array(each).min(1).max(MOST), input: one.input }),
    answer: z.object({
      done: z.array(z.object({ id: z.string(), answer: one.answer })),
      refused: z.array(z.object({ id: z.string(), problem })),
    }),
    run: (asked) => carryOutEach(one, of, asked as unknown as BulkAsked) as never,
  })
}

async function carryOutEach(one: Command, of: string, asked: BulkAsked): Promise<Done> {
  const { tx, input } = asked
  const done: { id: string; answer: unknown }[] = []
  const refused: { id: string; problem: object }[] = []
  const events: NewEvent[] = []
  let first: unknown
  // all requests lock records in the same order
  for (const each of input.each.toSorted((a, b) => (nameIn(a, of) < nameIn(b, of) ? -1 : 1))) {
    const id = nameIn(each, of)
    await sql`savepoint each`.execute(tx)
    try {
      const { answer, events: caused } = await one.run({
        ...asked,
        params: { ...asked.params, [of]: id },
        input: input.input,
        version: each.version,
        command: one.name,
      } as never)
      await sql`release savepoint each`.execute(tx)
      done.push({ id, answer })
      events.push(...caused)
    } catch (error) {
      const problem = problemOf(error)
      // a fault, or an order that PostgreSQL could not find: the whole is tried again or fails
      if (problem.status >= 500) throw error
      await sql`rollback to savepoint each`.execute(tx)
      refused.push({ id, problem: problem.body() })
      first ??= error
    }
  }
  if (done.length === 0) throw first
  return { events, answer: { done, refused } }
}

const nameIn = (each: Each, of: string): string => each[of] as string
