// The server: import beside COPY, lists with 50 people beside bare SQL, commands with their event beside bare INSERTs,
// decisions again, and what it holds in memory at rest; on the PostgreSQL that comes with it, fsync on. Sizes by argument.
// npm run bench server [--products 10000,100000] [--seconds 10]
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { ask, peopleAsk, type Took } from './server/asking.ts'
import { decideAllAgain } from './server/law-change.ts'
import { memoryAtRest } from './server/memory.ts'
import { type Bench, openBench } from './server/open-bench.ts'
import { bareCopy, importList, PROJECT } from './server/taking-in.ts'

const { values } = parseArgs({
  options: { products: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '10' } },
})
const sizes = values.products.split(',').map(Number)
const seconds = Number(values.seconds)
const USERS = 50
const LIST = `/projects/${PROJECT}/products`
const LISTS = [
  ['newest first', () => `${LIST}?sort=-added`],
  ['by price, a page in the middle', (n: number) => `${LIST}?sort=price&cursor=${cursorAt(n)}`],
  ['one class', () => `${LIST}?class=lighting&sort=-added`],
  ['one state', () => `${LIST}?state=open&sort=-added`],
  ['one shop', (n: number) => `${LIST}?supplier=${encodeURIComponent(`seller:shop ${n % 500}`)}`],
  ['search, Chinese', () => `${LIST}?q=${encodeURIComponent('便携台灯')}`],
  ['search, English', () => `${LIST}?q=${encodeURIComponent('foldable travel bag')}`],
  ['search, one product', (n: number) => `${LIST}?q=${encodeURIComponent(`SKU-${n % 5_000}`)}`],
] as const
const cursorAt = (n: number) => Buffer.from(JSON.stringify([500 + ((n * 37) % 9_000), 'SKU-5'])).toString('base64url')

const missed: string[] = []
function aim(met: boolean, said: string): string {
  if (!met) missed.push(said)
  return `${said}${met ? '' : ' MISSED'}`
}
const ms = ({ p50, p99 }: Took) => `p50 ${p50.toFixed(1).padStart(6)} ms, p99 ${p99.toFixed(1).padStart(7)} ms`

async function measure(bench: Bench, rows: number): Promise<void> {
  console.log(`\n-- ${rows} products`)
  const worker = bench.work()
  const { half, whole } = await importList(bench, rows)
  await worker.stop()
  const copy = await bareCopy(bench)
  const share = (100 * copy.products) / half
  console.log(
    `import: ${rate(rows / half)} taken in, ${rate(rows / (whole - half))} decided, ${rate(rows / whole)} in all`,
  )
  console.log(
    `COPY:   ${rate(rows / copy.products)} of the same rows and indexes, ${rate(rows / copy.withEvents)} with their events`,
  )
  console.log(
    aim(
      share >= 50,
      `        taken in at ${share.toFixed(0)} % of COPY, ${((100 * copy.withEvents) / half).toFixed(0)} % with events (aim: at least 50)`,
    ),
  )
  const client = await bench.client()
  await client.query('vacuum analyze')
  const {
    rows: [kinds],
  } = await client.query<{ kinds: string; size: string }>(
    `select (select count(*) from likeness) as kinds, pg_size_pretty(pg_database_size(current_database())) as size`,
  )
  console.log(`kinds of products that checks tell apart: ${kinds!.kinds}; database ${kinds!.size}`)

  const again = await decideAllAgain(bench)
  const most = Math.max(60 * (rows / 1_000_000), 2)
  console.log(
    aim(
      again.all <= most,
      `decided again, 3 markets: ${again.all.toFixed(1)} s (aim: at most ${most.toFixed(0)} s, 60 s for 1,000,000)`,
    ),
  )
  console.log(
    aim(
      again.rule <= 2,
      `after one rule changed (${again.name}): ${again.rule.toFixed(1)} s, ${again.touched} products otherwise (aim: at most 2 s)`,
    ),
  )

  for (const [name, url] of LISTS) {
    const took = await peopleAsk(USERS, seconds, (n) => bench.send('GET', url(n)))
    console.log(aim(took.p99 < 50, `${name.padEnd(31)} ${ms(took)} (aim: p99 below 50)`))
  }
  const readers = await Promise.all(Array.from({ length: USERS }, () => bench.client()))
  const bare = await peopleAsk(USERS, seconds, (n) =>
    readers[n % readers.length]!.query(
      `select id, title, state, price_minor from product where org_id = 'a' and project_id = $1 order by created_at desc, id desc limit 50`,
      [PROJECT],
    ),
  )
  console.log(`${'newest first, bare SQL, 4 columns'.padEnd(31)} ${ms(bare)}`)

  const count = 1_000
  const roles = ['hero', 'traffic', 'profit'] as const
  const own = await ask(count, 8, (n) =>
    bench.send('POST', `${LIST}/SKU-${n}/fix-role`, { role: roles[n % roles.length] }, { 'if-match': '"1"' }),
  )
  const {
    rows: [body],
  } = await client.query<{ body: object }>(`select body from event where type = 'product.recorded' limit 1`)
  const clients = await Promise.all(Array.from({ length: 8 }, () => bench.client()))
  const inserts = await ask(count, 8, (n) =>
    clients[n % 8]!.query(
      `insert into event (org_id, at, type, actor, subject, clause, body) values ('a', now(), 'x.y', 'Lin', $1, 'I5', $2)`,
      [`SKU-${n}`, JSON.stringify(body!.body)],
    ),
  )
  console.log(`commands: ${own.perSecond.toFixed(0)}/s, ${ms(own)}, each with gates decided again, record and events`)
  console.log(`bare INSERTs of one such event: ${inserts.perSecond.toFixed(0)}/s, ${ms(inserts)}`)
  await Promise.all([client, ...readers, ...clients].map((c) => c.end()))
}

const rate = (n: number) => `${Math.round(n)} rows/s`
console.log(`${cpus().length} × ${cpus()[0]?.model}; ${USERS} people who ask, read for about a second, and ask again`)
for (const rows of sizes) {
  const bench = await openBench()
  try {
    await measure(bench, rows)
  } finally {
    await bench.close()
  }
}
const memory = await memoryAtRest()
console.log(
  `\n${aim(memory.all < 400, `at rest: server ${memory.server} MB, PostgreSQL ${memory.database} MB, ${memory.all} MB in all (aim: below 400)`)}`,
)
for (const said of missed) console.log(`missed: ${said}`)
process.exitCode = missed.length > 0 ? 1 : 0
