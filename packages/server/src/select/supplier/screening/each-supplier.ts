import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import type { RawBuilder } from 'kysely'
import type { Job, StepAsked } from '../../../platform/jobs/task-kind.ts'
import { recordChange } from '../supplier-command.ts'

const AT_ONCE = 10

type Work<Tally extends object, Ready> = {
  /** which suppliers, asked of their rows */
  readonly wanted: RawBuilder<boolean>
  /** what is counted, from nothing on */
  readonly begin: Tally
  /** what a step's changes need, once for all of them */
  readonly ready: (asked: StepAsked) => Promise<Ready>
  readonly change: (
    supplier: Supplier,
    ready: Ready,
    asked: StepAsked,
    tally: Tally,
  ) => { readonly after: Supplier; readonly tally: Tally }
}

/** Changes suppliers by their ids, a few in each step, and decides their gates again; goes on where it was cut off. */
export async function eachSupplier<Tally extends object, Ready>(
  { place, step }: Pick<Job<unknown>, 'place' | 'step'>,
  { wanted, begin, ready, change }: Work<Tally, Ready>,
): Promise<Tally & { readonly seen: number }> {
  let at = { after: '', seen: 0, ...begin, ...(place as object | null) }
  for (let more = true; more; )
    await step(async (asked) => {
      const { tx, actor } = asked
      const of = await tx
        .selectFrom('supplier')
        .select((e) => e.fn.countAll<string>().as('n'))
        .where('org_id', '=', actor.org)
        .where('id', '>', at.after)
        .where(wanted)
        .executeTakeFirstOrThrow()
      const rows = await tx
        .selectFrom('supplier')
        .select(['id', 'version', 'body'])
        .where('org_id', '=', actor.org)
        .where('id', '>', at.after)
        .where(wanted)
        .orderBy('id')
        .limit(AT_ONCE)
        .forUpdate()
        .execute()
      more = rows.length === AT_ONCE
      // those already seen may be of the wanted no more
      const total = at.seen + Number(of.n)
      const help = rows.length === 0 ? undefined : await ready(asked)
      const events = []
      for (const { version, body } of rows) {
        const { after, tally } = change(body, help as Ready, asked, at)
        events.push(...(await recordChange(asked, { before: { version, body }, after, clause: 'I2' })))
        at = { ...at, ...tally, seen: at.seen + 1 }
      }
      at = { ...at, after: rows.at(-1)?.id ?? at.after }
      return { events, place: at, done: at.seen, of: total }
    })
  return at
}
