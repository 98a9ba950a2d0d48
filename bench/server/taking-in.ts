import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { writeList } from './made-list.ts'
import { ACTOR, type Bench } from './open-bench.ts'

export const PROJECT = 'big'

type Task = { state: string; done: number; of: number; error?: unknown }

/** Waits for a task; gives the seconds until half and all of it was done. */
export async function followed(bench: Bench, task: string): Promise<{ half: number; whole: number }> {
  const from = performance.now()
  let half = 0
  for (;;) {
    const { state, done, of, error } = (await bench.send('GET', `/tasks/${task}`)) as Task
    const seconds = (performance.now() - from) / 1000
    if (half === 0 && of > 0 && done * 2 >= of) half = seconds
    if (state === 'done') return { half: half || seconds, whole: seconds }
    if (state === 'failed') throw new Error(JSON.stringify(error))
    await sleep(50)
  }
}

/** Imports a made-up list as a person does; gives seconds until its rows were in and until all were decided. */
export async function importList(bench: Bench, rows: number): Promise<{ half: number; whole: number }> {
  await bench.send('POST', '/projects', {
    id: PROJECT,
    theme: 'Home, kitchen and care',
    markets: ['de', 'us', 'th'],
    date: '2099-05-20',
    language: 'en',
    slots: 60,
    currency: 'EUR',
  })
  const file = path.join(bench.folder, 'list.csv')
  await writeList(file, rows)
  const received = await bench.house.files.receive(createReadStream(file), Number.MAX_SAFE_INTEGER)
  await received.keep(ACTOR.org)
  const client = await bench.client()
  await client.query(
    `insert into file (org_id, sha256, name, media_type, size, stored_by, stored_at) values ($1, $2, 'list.csv', 'text/csv', $3, 'Lin', now())`,
    [ACTOR.org, received.sha256, received.size],
  )
  await client.end()
  const { task } = (await bench.send('POST', `/projects/${PROJECT}/imports`, { sha256: received.sha256 })) as {
    task: string
  }
  return followed(bench, task)
}

/**
 * The rows that an import leaves before they are decided, copied bare into tables of the same columns and indexes: seconds
 * of COPY for products alone, and with the events that the log wants.
 */
export async function bareCopy(bench: Bench): Promise<{ products: number; withEvents: number }> {
  const client = await bench.client()
  const asImported = `org_id, id, project_id, version, supplier_id, listing, title, brand, sku, price_minor, price_currency, search, recheck_on, created_at, updated_at`
  const events = 'org_id, at, type, actor, subject, clause, project_id, supplier_id, body'
  const parts = [
    ['product', asImported, `where project_id = '${PROJECT}'`],
    ['event', events, `where type = 'product.recorded'`],
  ] as const
  const seconds: number[] = []
  for (const [table, columns, where] of parts) {
    const file = path.join(bench.folder, `${table}.copy`)
    await pipeline(
      client.query(copyTo(`copy (select ${columns} from ${table} ${where}) to stdout`)),
      createWriteStream(file),
    )
    await client.query(`create table bare_${table} (like ${table} including all)`)
    const from = performance.now()
    await pipeline(createReadStream(file), client.query(copyFrom(`copy bare_${table} (${columns}) from stdin`)))
    seconds.push((performance.now() - from) / 1000)
    await client.query(`drop table bare_${table}`)
  }
  await client.end()
  return { products: seconds[0]!, withEvents: seconds[0]! + seconds[1]! }
}
