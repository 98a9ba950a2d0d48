import type { Client } from 'pg'

/** A table as it is copied: its name with its schema, quoted, and its columns in their order. */
export type TableShape = { readonly table: string; readonly columns: readonly string[] }

/** Whose rows are of the moment, as people sign in again after a restore, or come anew from those that come in. */
const PASSING = [
  ...['auth.session', 'auth.link', 'auth.verification', 'auth."rateLimit"'],
  ...['public.alike_count', 'public.alike_finding'],
]

/** Every table that migrations made and that outlives a crash, those a row refers to before the row's own. */
export async function tablesOf(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { after: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as table,
       array(select quote_ident(a.attname) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct format('%I.%I', rn.nspname, r.relname) from pg_constraint f
         join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as after
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname in ('public', 'auth') and format('%I.%I', n.nspname, c.relname) <> all ($1)
     order by 1`,
    [PASSING],
  )
  return ordered(rows)
}

function ordered(tables: readonly (TableShape & { readonly after: readonly string[] })[]): TableShape[] {
  const done = new Set<string>()
  const all: TableShape[] = []
  const known = new Set(tables.map(({ table }) => table))
  while (all.length < tables.length) {
    const next = tables.filter((t) => !done.has(t.table) && t.after.every((a) => done.has(a) || !known.has(a)))
    if (next.length === 0) throw new Error('tables refer to each other in a circle')
    for (const { table, columns } of next) {
      done.add(table)
      all.push({ table, columns })
    }
  }
  return all
}

/** The sequences behind columns, with the last number each gave out; those never used are left out. */
export async function sequencesOf(client: Client): Promise<{ sequence: string; last: number }[]> {
  const { rows } = await client.query<{ sequence: string; last: number }>(
    `select format('%I.%I', schemaname, sequencename) as sequence, last_value as last from pg_sequences
     where schemaname in ('public', 'auth') and last_value is not null order by 1`,
  )
  return rows
}
