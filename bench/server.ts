// The server on the PostgreSQL that comes with it, fsync on: import beside COPY into the same tables, decisions again, lists
// with 50 people beside bare SQL and beside Directus, commands with their event beside bare INSERTs, the product list in
// Chromium, and what it holds in memory at rest. Ends with a table. A size of more than 200,000 is filled up to with rows
// as an import leaves them, and 20,000 more are imported into it.
// npm run bench server -- --products 10000,100000,1000000 [--seconds 8] [--no-peer]
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { ask, peopleAsk, type Took } from './server/asking.ts'
import { clientsOf } from './server/clients.ts'
import { decideAllAgain } from './server/law-change.ts'
import { memoryAtRest } from './server/memory.ts'
import { multiply, otherThanImported } from './server/multiply.ts'
import { type Bench, openBench } from './server/open-bench.ts'
import { askDirectus } from './server/peer.ts'
import { type ProcessorTime, processorTime } from './server/processor-time.ts'
import { Report } from './server/report.ts'
import { readyToBeSeen, seenInBrowser } from './server/seen-in-browser.ts'
import { copiedBack, importList, makeProject, PROJECT, sealed } from './server/taking-in.ts'

const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '10000,100000,1000000' },
    seconds: { type: 'string', default: '8' },
    'no-peer': { type: 'boolean', default: false },
  },
})
const sizes = values.products.split(',').map(Number)
const seconds = Number(values.seconds)
const USERS = 50
/** More than these are not all imported. */
const MOST_IMPORTED = 200_000
const IMPORTED_INTO = 20_000
const LIST = `/projects/${PROJECT}/products`
const cursorAt = (n: number) => Buffer.from(JSON.stringify([500 + ((n * 37) % 9_000), 'SKU-5'])).toString('base64url')
const LISTS = [
  ['newest first', () => `${LIST}?sort=-added`],
  ['by price, a page in the middle', (n: number) => `${LIST}?sort=price&cursor=${cursorAt(n)}`],
  ['one class', () => `${LIST}?class=lighting&sort=-added`],
  ['one state', () => `${LIST}?state=open&sort=-added`],
  ['one market, held', () => `${LIST}?market=de&marketState=conditional&sort=-added`],
  ['one clause that holds', () => `${LIST}?clause=I5&sort=-added`],
  ['one shop', (n: number) => `${LIST}?supplier=${encodeURIComponent(`seller:shop${n % 500}`)}`],
  ['search, Chinese', () => `${LIST}?q=${encodeURIComponent('便携台灯')}`],
  ['search, English', () => `${LIST}?q=${encodeURIComponent('foldable travel bag')}`],
  ['search, one product', (n: number) => `${LIST}?q=${encodeURIComponent(`SKU-${n % 5_000}`)}`],
] as const

const report = new Report()
const rate = (n: number) => `${Math.round(n).toLocaleString('en')}/s`
const share = (own: number, other: number) => `${((100 * own) / other).toFixed(0)} %`
/** Of both processors together, a row. */
const processorOf = ({ node, database }: ProcessorTime, rows: number) =>
  `${(node / rows).toFixed(2)} ms of node, ${(database / rows).toFixed(2)} of PostgreSQL`
const ms = ({ p50, p99 }: Pick<Took, 'p50' | 'p99'>) => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`

type Filled = { first: number; imported: number; took: number; behind: number; spent: ProcessorTime }

/** Brings a project to its size; gives what of it was imported last, in how many seconds. */
async function fill(bench: Bench, rows: number): Promise<Filled> {
  const thread = bench.thread()
  try {
    // a server that has run for a while has read the standard
    await makeProject(bench, 'before')
    await importList(bench, 'before', 0, 500)
    await makeProject(bench, PROJECT)
    if (rows <= MOST_IMPORTED) return await filled(bench, 0, rows)
    const base = rows / 20
    await importList(bench, PROJECT, 0, base)
    await multiply(bench, base, 20)
    const taken = Array.from({ length: 50 }, (_, i) => base * (1 + (i % 19)) + i * 3 + 11)
    const other = await otherThanImported(bench, taken)
    if (other.length > 0) throw new Error(`rows are not as an import leaves them: ${other.slice(0, 3).join('; ')}`)
    report.note(
      `filled up from ${base.toLocaleString('en')}; ${taken.length} such rows imported are the same in every column`,
    )
    return await filled(bench, rows, IMPORTED_INTO)
  } finally {
    await thread.stop()
  }
}

/** Imports rows, and waits until their events are sealed. */
async function filled(bench: Bench, first: number, imported: number): Promise<Filled> {
  const spent = await processorTime(bench)
  const took = await importList(bench, PROJECT, first, imported)
  return { first, imported, took, behind: await sealed(bench), spent: spent() }
}

async function measure(bench: Bench, rows: number): Promise<void> {
  report.size(rows)
  const client = await bench.client()
  const { first, imported, took: inSeconds, behind, spent } = await fill(bench, rows)
  const into = imported === rows ? '' : ` of ${imported.toLocaleString('en')} more`
  const copy = await copiedBack(bench, first, imported)
  report.add(`import${into}, decided and logged`, rate(imported / inSeconds), {
    beside: `sealed ${behind.toFixed(1)} s later`,
    ratio: `a row takes ${processorOf(spent, imported)}`,
  })
  report.add('COPY of the same rows, products', rate(imported / copy.products), {})
  const part = (100 * copy.all) / inSeconds
  report.add('COPY of all that was written', rate(imported / copy.all), {
    beside: `a row takes ${processorOf(copy.spent, imported)}`,
    ratio: `import at ${part.toFixed(0)} %`,
    aim: 'import ≥ 50 %',
    met: part >= 50,
  })
  await client.query('vacuum analyze')
  const {
    rows: [held],
  } = await client.query<{ kinds: string; size: string }>(
    `select (select count(*) from likeness) as kinds, pg_size_pretty(pg_database_size(current_database())) as size`,
  )
  report.note(`kinds of products that checks tell apart: ${held!.kinds}; database ${held!.size}`)

  // a server that has run for a while has compiled what it runs, and read the pages that are asked for most
  for (const [, url] of LISTS) await peopleAsk(USERS, 1, (n) => bench.send('GET', url(n)), 200)
  const bare = await bareList(bench)
  report.add('bare SQL, newest first, 4 columns', ms(bare), {})
  const took = new Map<string, Pick<Took, 'p50' | 'p99'>>()
  for (const [name, url] of LISTS) {
    const { p50, p99 } = await peopleAsk(USERS, seconds, (n) => bench.send('GET', url(n)))
    took.set(name, { p50, p99 })
    report.add(name, ms({ p50, p99 }), {
      ...(name === 'newest first' ? { ratio: `p50 × ${(p50 / bare.p50).toFixed(1)} of bare SQL` } : {}),
      aim: 'p99 < 50 ms',
      met: p99 < 50,
    })
  }
  if (!values['no-peer'])
    for (const { name, p50, p99 } of await askDirectus(bench, USERS, seconds)) {
      const own = took.get(name.replace('Directus, ', ''))!
      report.add(name, ms({ p50, p99 }), { ratio: `ours p50 ${share(own.p50, p50)}, p99 ${share(own.p99, p99)} of it` })
    }
  await commands(bench)
  const paint = await seenInBrowser(bench, `/projects/${PROJECT}/products`)
  report.add('product list in Chromium, LCP', `${paint.toFixed(0)} ms`, { aim: '< 1,500 ms', met: paint < 1_500 })
  await again(bench, rows)
  await client.end()
}

async function bareList(bench: Bench): Promise<Took> {
  const readers = await clientsOf(bench, 16)
  const bare = await peopleAsk(USERS, seconds, () =>
    readers.query(
      `select id, title, state, price_minor from product where org_id = 'a' and project_id = $1 order by created_at desc, id desc limit 50`,
      [PROJECT],
    ),
  )
  await readers.end()
  return bare
}

async function commands(bench: Bench): Promise<void> {
  const count = 1_000
  const roles = ['hero', 'traffic', 'profit'] as const
  const own = await ask(count, 8, (n) =>
    bench.send('POST', `${LIST}/SKU-${n}/fix-role`, { role: roles[n % roles.length] }, { 'if-match': '"1"' }),
  )
  const clients = await clientsOf(bench, 8)
  const { rows } = await clients.query(`select body from event where type = 'product.recorded' limit 1`, [])
  const body = JSON.stringify(rows[0].body)
  const inserts = await ask(count, 8, (n) =>
    clients.query(
      `insert into happening (org_id, at, type, actor, subject, clause, body) values ('a', now(), 'x.y', 'Lin', $1, 'I5', $2)`,
      [`SKU-${n}`, body],
    ),
  )
  await clients.end()
  report.add('bare INSERTs of one event', rate(inserts.perSecond), { beside: ms(inserts) })
  report.add('commands, decided again and logged', rate(own.perSecond), {
    beside: ms(own),
    ratio: `${((100 * own.perSecond) / inserts.perSecond).toFixed(0)} % of bare INSERTs`,
  })
}

async function again(bench: Bench, rows: number): Promise<void> {
  const { all, rule, name, touched } = await decideAllAgain(bench)
  const most = Math.max(60 * (rows / 1_000_000), 2)
  report.add('all decided again, 3 markets', `${all.toFixed(1)} s`, {
    ratio: rate(rows / all),
    aim: `≤ ${most.toFixed(0)} s`,
    met: all <= most,
  })
  report.add(`after one rule changed`, `${rule.toFixed(1)} s`, {
    beside: `${name}: ${touched.toLocaleString('en')} products otherwise`,
    aim: '≤ 2 s',
    met: rule <= 2,
  })
}

console.log(`${cpus().length} × ${cpus()[0]?.model}; ${USERS} people who ask, read for about a second, and ask again`)
readyToBeSeen()
for (const rows of sizes) {
  const bench = await openBench()
  try {
    await measure(bench, rows)
  } finally {
    await bench.close()
  }
}
const memory = await memoryAtRest()
report.size(undefined)
report.add('at rest, server and PostgreSQL', `${memory.all} MB`, {
  beside: `${memory.server} + ${memory.database} MB`,
  aim: '< 400 MB',
  met: memory.all < 400,
})
report.print()
process.exitCode = report.missed > 0 ? 1 : 0
