import { dayOf } from '@haixuan/domain/kernel/day'
import { screenSupplier } from '@haixuan/domain/select/supplier/screen-supplier'
import type { Screening, Supplier } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { z } from 'zod'
import { taskKind } from '../../../platform/jobs/task-kind.ts'
import { recordChange } from '../supplier-command.ts'
import { listsOf } from './lists.ts'

const AT_ONCE = 10

type Place = { readonly after: string; readonly screened: number; readonly hits: number; readonly open: number }
const BEGINNING: Place = { after: '', screened: 0, hits: 0, open: 0 }

/**
 * I2 · Screens one supplier, or every one, against the lists of the organisation as they are now. Hits of the day are put
 * in the place of those of the same day and list.
 */
export const screenSuppliers = taskKind({
  name: 'supplier.screen',
  input: z.strictObject({ supplier: z.string().optional() }),
  async run({ input, place, step }) {
    let at = (place as Place | null) ?? BEGINNING
    for (let more = true; more; )
      await step(async (asked) => {
        const { tx, actor, now, house } = asked
        const wanted = sql<boolean>`${input.supplier ?? null}::text is null or id = ${input.supplier ?? null}`
        const of = await tx
          .selectFrom('supplier')
          .select((e) => e.fn.countAll<string>().as('n'))
          .where('org_id', '=', actor.org)
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
        const lists = rows.length === 0 ? [] : await listsOf(asked)
        const share = Number(house.standard.qualification['owner-share'])
        const events = []
        for (const { version, body } of rows) {
          const made = lists.map((list) => screenSupplier(body, list, share, dayOf(now)))
          const after: Supplier = { ...body, screenings: [...kept(body.screenings, made), ...made] }
          events.push(...(await recordChange(asked, { before: { version, body }, after, clause: 'I2' })))
          at = {
            ...at,
            screened: at.screened + 1,
            hits: at.hits + made.reduce((n, s) => n + s.hits.length, 0),
            open: at.open + made.filter((s) => s.hits.length > 0 && !s.decision).length,
          }
        }
        at = { ...at, after: rows.at(-1)?.id ?? at.after }
        return { events, place: at, done: at.screened, of: Number(of.n) }
      })
    const { screened, hits, open } = at
    return { screened, hits, open }
  },
})

/** The screenings that stand beside those just made. */
const kept = (before: readonly Screening[], made: readonly Screening[]) =>
  before.filter((b) => !made.some((m) => m.list === b.list && m.on === b.on))
