import { type RawBuilder, sql } from 'kysely'

/**
 * P1 · Whether the day of a stream is over, by the calendar of its own zone; by `day`, today as the organisation has it,
 * where the plan names none. `project` is the row's name in the statement.
 */
export const streamOver = (
  project: string,
  { day, now }: { readonly day: string | RawBuilder<unknown>; readonly now: string },
): RawBuilder<boolean> => {
  const of = (column: string) => sql.ref(`${project}.${column}`)
  const here = typeof day === 'string' ? sql`${day}::date` : day
  return sql`${of('day')} < coalesce(day_in(${of('plan')} ->> 'time-zone', ${now}::timestamptz), ${here})`
}
