import { screenSupplier } from '@haixuan/domain/select/supplier/screen-supplier'
import type { Screening } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { z } from 'zod'
import { taskKind } from '../../../platform/jobs/task-kind.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { eachSupplier } from './each-supplier.ts'
import { listsOf } from './lists.ts'

/**
 * I2 · Screens one supplier, or every one, against the lists of the organisation as they are now. Hits of the day are put
 * in the place of those of the same day and list.
 */
export const screenSuppliers = taskKind({
  name: 'supplier.screen',
  input: z.strictObject({ supplier: z.string().optional() }),
  async run({ input, place, step }) {
    const { seen, hits, open } = await eachSupplier(
      { place, step },
      {
        wanted: sql<boolean>`(${input.supplier ?? null}::text is null or id = ${input.supplier ?? null})`,
        begin: { hits: 0, open: 0 },
        ready: listsOf,
        change(supplier, lists, { house, now }, tally) {
          const share = Number(house.standard.qualification['owner-share'])
          const made = lists.map((list) => screenSupplier(supplier, list, share, dayHere(house, now)))
          return {
            after: { ...supplier, screenings: [...kept(supplier.screenings, made), ...made] },
            tally: {
              hits: tally.hits + made.reduce((n, s) => n + s.hits.length, 0),
              open: tally.open + made.filter((s) => s.hits.length > 0 && !s.decision).length,
            },
          }
        },
      },
    )
    return { screened: seen, hits, open }
  },
})

/** The screenings that stand beside those just made. */
const kept = (before: readonly Screening[], made: readonly Screening[]) =>
  before.filter((b) => !made.some((m) => m.list === b.list && m.on === b.on))
