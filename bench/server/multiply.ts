import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Bench } from './open-bench.ts'
import { columnsOf, importFile, makeProject, PROJECT } from './taking-in.ts'

/**
 * Fills a project up with `times` as many products: rows as an import of a longer list leaves them, each like one that was
 * imported but for its number, without their events. Indexes are dropped meanwhile and built anew.
 */
export async function multiply(bench: Bench, rows: number, times: number): Promise<void> {
  const client = await bench.client()
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'candidate' and indexname <> 'product_pkey'`,
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  const columns = (await columnsOf(client, 'candidate')).split(', ')
  const number = `(r.n + k * ${rows})::text`
  const own: Readonly<Record<string, string>> = {
    id: `'SKU-' || ${number}`,
    sku: `'SKU-' || ${number}`,
    title: `regexp_replace(r.title, '[0-9]+$', ${number})`,
    listing: `r.listing || jsonb_build_object('sku', 'SKU-' || ${number}, 'row', (r.listing ->> 'row')::int + k * ${rows},
      'title', regexp_replace(r.title, '[0-9]+$', ${number}),
      'images', jsonb_build_array('https://img.example.com/' || ${number} || '.jpg'))`,
    // the number of a shop may be that of the product, and stays
    search: `array_to_tsvector(array_replace(tsvector_to_array(r.search), r.n::text, ${number}) ||
      case when substring(r.supplier_id from '[0-9]+$') = r.n::text then array[r.n::text] else '{}' end)`,
    created_at: `r.created_at + k * interval '1 minute'`,
    updated_at: `r.updated_at + k * interval '1 minute'`,
    decided_at: `r.decided_at + k * interval '1 minute'`,
  }
  const values = columns.map((c) => own[c] ?? `r.${c}`)
  for (let k = 1; k < times; k++)
    await client.query(
      `insert into candidate (${columns.join(', ')}) select ${values.join(', ')}
       from (select *, substr(id, 5)::int as n from candidate
         where project_id = '${PROJECT}' and substr(id, 5)::int < ${rows}) r, (select ${k} as k) k`,
    )
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { made } of indexes) await client.query(made)
  await client.end()
}

/**
 * Imports the listings of rows that were filled up into another project, and compares the rows that leaves with them, all
 * columns but the moments, the project and the line of the file. Gives what differs.
 */
export async function otherThanImported(bench: Bench, numbers: readonly number[]): Promise<string[]> {
  const ids = numbers.map((n) => `SKU-${n}`)
  const client = await bench.client()
  const { rows: listings } = await client.query<{ listing: Listing }>(
    'select listing from product where project_id = $1 and id = any ($2)',
    [PROJECT, ids],
  )
  const file = path.join(bench.folder, 'again.csv')
  const lines = listings.map(({ listing: { sku, title, price, seller, description, images } }) =>
    [sku, title, (price.minor / 100).toFixed(2), price.currency, seller, description, images[0]]
      .map((v) => `"${v}"`)
      .join(','),
  )
  await writeFile(file, ['sku,title,price,currency,seller_name,description,images', ...lines, ''].join('\n'))
  await makeProject(bench, 'beside')
  await importFile(bench, 'beside', file)
  const { rows } = await client.query<{ one: object; other: Record<string, unknown> }>(
    `select to_jsonb(p) #- '{listing,row}' as one, to_jsonb(q) #- '{listing,row}' as other
     from product p join product q on q.org_id = p.org_id and q.id = p.id
     where p.project_id = $1 and q.project_id = 'beside' and p.id = any ($2)`,
    [PROJECT, ids],
  )
  await client.end()
  if (rows.length !== ids.length) return [`${rows.length} of ${ids.length} rows are there`]
  return rows.flatMap(({ one, other }) =>
    Object.entries(one)
      .filter(([name, value]) => !OF_THE_IMPORT.has(name) && JSON.stringify(value) !== JSON.stringify(other[name]))
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}, imported ${JSON.stringify(other[name])}`),
  )
}
const OF_THE_IMPORT = new Set(['project_id', 'likeness', 'created_at', 'updated_at', 'decided_at'])
type Listing = {
  readonly sku: string
  readonly title: string
  readonly price: { readonly minor: number; readonly currency: string }
  readonly seller: string
  readonly description: string
  readonly images: readonly string[]
}
