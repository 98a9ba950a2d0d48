import { type RawBuilder, sql } from 'kysely'

/** Whose products are counted: those of all suppliers, or of the one whose account asks. */
const WHOSE = sql`(select coalesce(current_supplier(), ''))`

/**
 * The outcomes that products of projects share, each with how many products have it, as rows of SQL: a few hundred rows where
 * the products may be a million. `projects` selects ids.
 */
export const alikeRows = (org: string, projects: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select project_id as project, likeness, sum(n)::int as n from alike_count
    where org_id = ${org} and project_id in (${projects}) and supplier_id = ${WHOSE}
    group by 1, 2 having sum(n) > 0)`

/** What holds the products that such rows count, a row for each finding of each outcome. */
export const alikeFindings = (org: string, alike: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select a.project, a.likeness, a.n, k.place, k."check", k.clause, k.gate, k.owner, k.due, k.wrong, k.statutory, k.waived
    from ${alike} a
    join alike_finding k on k.org_id = ${org} and k.project_id = a.project and k.likeness = a.likeness)`

/** How many products of project `p` meet what is asked of their outcome `l`. */
export const countIn = (which: RawBuilder<unknown> = sql`true`): RawBuilder<number> => sql`
  (select coalesce(sum(c.n), 0)::int
    from alike_count c join likeness l on l.org_id = c.org_id and l.project_id = c.project_id and l.id = c.likeness
    where c.org_id = p.org_id and c.project_id = p.id and c.supplier_id = ${WHOSE} and ${which})`
