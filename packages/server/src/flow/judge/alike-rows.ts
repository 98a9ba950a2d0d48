import { type RawBuilder, sql } from 'kysely'

/**
 * The outcomes that products of projects share, each with its findings and how many products have it, as rows of SQL:
 * counting by them asks a few hundred rows where the products may be a million. `projects` selects ids; `which` asks something of
 * the product.
 */
export const alikeRows = (
  org: string,
  projects: RawBuilder<unknown>,
  which: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> => sql`
  (select alike.project, alike.likeness, alike.n, l.findings from (
      select project_id as project, likeness, count(*)::int as n from product
      where org_id = ${org} and project_id in (${projects}) and likeness is not null and ${which} group by 1, 2
    ) alike
    join likeness l on l.org_id = ${org} and l.project_id = alike.project and l.id = alike.likeness)`
