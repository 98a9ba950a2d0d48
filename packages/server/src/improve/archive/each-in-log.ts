import { type RawBuilder, sql } from 'kysely'

/** Each value that a column of the log has, as rows of SQL: found from one to the next by its index, however long the log is. */
export function eachInLog(org: string, what: 'type' | 'clause' | 'actor'): RawBuilder<unknown> {
  const column = sql.ref(what)
  return sql`(
    with recursive each (value) as (
      (select ${column} from happening where org_id = ${org} order by ${column} limit 1)
      union all
      select (select ${column} from happening where org_id = ${org} and ${column} > each.value order by ${column} limit 1)
      from each where each.value is not null
    )
    select value from each where value is not null)`
}
