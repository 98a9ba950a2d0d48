import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { TASK_CHANNEL } from '@haixuan/server/platform/jobs/task-worker'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { writeList } from './made-list.ts'
import { ACTOR, type Bench } from './open-bench.ts'
import { type ProcessorTime, processorTime } from './processor-time.ts'

export const PROJECT = 'big'

/** Waits for a task, as a page does that is told of it; gives the seconds until it was done. */
export async function followed(bench: Bench, task: string): Promise<number> {
  const from = performance.now()
  const client = await bench.client()
  const ended = new Promise<void>((resolve) => {
    client.on('notification', ({ payload }) => {
      const { id, state } = JSON.parse(payload!)
      if (id === task && ENDED.includes(state)) resolve()
    })
  })
  await client.query(`listen ${TASK_CHANNEL}`)
  const asked = () => bench.send('GET', `/tasks/${task}`)
  if (!ENDED.includes((await asked()).state as string)) await ended
  const seconds = (performance.now() - from) / 1000
  await client.end()
  const { state, error } = await asked()
  if (state === 'failed') throw new Error(JSON.stringify(error))
  return seconds
}
const ENDED = ['done', 'failed']

export const makeProject = (bench: Bench, id: string) =>
  bench.send('POST', '/projects', {
    id,
    theme: 'Home, kitchen and care',
    markets: ['de', 'us', 'th'],
    date: '2099-05-20',
    language: 'en',
    slots: 60,
    currency: 'EUR',
  })

/** Imports lines of a made-up list into a project. */
export async function importList(bench: Bench, project: string, first: number, rows: number): Promise<number> {
  const file = path.join(bench.folder, 'list.csv')
  await writeList(file, first, rows)
  return importFile(bench, project, file)
}

/** Imports a list into a project, as a person does; gives the seconds until all of it was in, decided and logged. */
export async function importFile(bench: Bench, project: string, file: string): Promise<number> {
  const received = await bench.house.files.receive(createReadStream(file), Number.MAX_SAFE_INTEGER)
  await received.keep(ACTOR.org)
  const client = await bench.client()
  await client.query(
    `insert into file (org_id, sha256, name, media_type, size, stored_by, stored_at)
     values ($1, $2, 'list.csv', 'text/csv', $3, 'Lin', now()) on conflict do nothing`,
    [ACTOR.org, received.sha256, received.size],
  )
  await client.end()
  const { task } = (await bench.send('POST', `/projects/${project}/imports`, { sha256: received.sha256 })) as {
    task: string
  }
  return followed(bench, task)
}

/** Waits until all events have their places in the log; gives the seconds. */
export async function sealed(bench: Bench): Promise<number> {
  const client = await bench.client()
  const from = performance.now()
  for (;;) {
    const { rows } = await client.query(`select 1 from unsealed where org_id = $1 limit 1`, [ACTOR.org])
    if (rows.length === 0) break
    await sleep(20)
  }
  await client.end()
  return (performance.now() - from) / 1000
}

/**
 * Takes the rows that an import has left out again and copies them back, bare, into the same tables with all their indexes:
 * seconds of COPY for the products alone, and for all that the import wrote row by row: the events, leaves and inner tree of
 * the log among it. COPY is given every column ready: it reads no list, judges and hashes nothing, and looks for nothing that
 * is there already. What the import wrote once for many (suppliers' gates, outcomes, checkpoints) is left where it is.
 */
export async function copiedBack(
  bench: Bench,
  first: number,
  rows: number,
): Promise<{ products: number; all: number; spent: ProcessorTime }> {
  const client = await bench.client()
  const ids = `(select 'SKU-' || n from generate_series(${first}, ${first + rows - 1}) n)`
  // decisions stand together in events, one or more for each supplier of a batch: all since the first of these was recorded
  const events = `org_id = '${ACTOR.org}' and type in ('product.recorded', 'gate.decided') and project_id = '${PROJECT}' and id >=
    (select min(id) from happening where type = 'product.recorded' and project_id = '${PROJECT}' and subject in ${ids})`
  const leaves = `event_id in (select id from happening where ${events})`
  const parts = [
    ['candidate', `project_id = '${PROJECT}' and id in ${ids}`],
    ['tree_node', `(index + 1) * 2 ^ level > (select min(seq) from leaf where ${leaves})`],
    ['leaf', leaves],
    ['happening', events],
  ] as const
  const files: { readonly table: string; readonly columns: string; readonly file: string }[] = []
  for (const [table, where] of parts) {
    const file = path.join(bench.folder, `${table}.copy`)
    const columns = await columnsOf(client, table)
    await pipeline(
      client.query(copyTo(`copy (select ${columns} from ${table} where ${where}) to stdout`)),
      createWriteStream(file),
    )
    files.push({ table, columns, file })
  }
  // the events last: the others are found by them
  for (const [table, where] of parts) await client.query(`delete from ${table} where ${where}`)
  for (const { table } of files) await client.query(`vacuum analyze ${table}`)
  const spent = await processorTime(bench)
  const seconds: number[] = []
  for (const { table, columns, file } of files) {
    const from = performance.now()
    await pipeline(createReadStream(file), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
    seconds.push((performance.now() - from) / 1000)
  }
  await client.end()
  return { products: seconds[0]!, all: seconds.reduce((sum, each) => sum + each, 0), spent: spent() }
}

/** The columns of a table that are written, in their order. */
export async function columnsOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows[0]!.names
}
type Client = Awaited<ReturnType<Bench['client']>>
