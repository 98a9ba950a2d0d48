// Import (P2): rows a second beside bare csv-parse on the same file in the same run, and the peak of memory at 10,000,
// 100,000 and 1,000,000 rows, each in a process of its own. Aim: memory does not grow with the file.
// npm run bench import
import { fork } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { importListings } from '@haixuan/interchange/import/import-listings'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { parse } from 'csv-parse'

const SIZES = [10_000, 100_000, 1_000_000]
const MOST_GROWTH = 1.5

type Measured = { rows: number; seconds: number; peak: number }

const WORDS = ['lamp', 'bottle', 'brush', 'case', 'bag', 'cable', 'stand', 'cup', 'towel', 'mat']
const pick = (n: number) => WORDS[n % WORDS.length]

/** Row `n` of a made-up listing, always the same. */
const line = (n: number) =>
  `"https://shop.example.co.id/p/${n}","Portable ${pick(n)} with ${pick(n * 7 + 3)} no. ${n}","Rp ${(n % 900) + 100}.000","IDR","[""https://img.example.com/${n}.jpg"",""https://img.example.com/${n}-2.jpg""]","Toko ${n % 500}","Home > ${pick(n)}","<p>A ${pick(n)} for the home &amp; for travel, made of steel.</p><ul><li>Light</li><li>Easy to clean</li></ul>","[{""name"":""Material"",""value"":""Steel""},{""name"":""Size"",""value"":""${n % 40} cm""}]",${n % 6 === 0 ? '' : (n % 50) / 10},${n % 2000},SKU-${n}\n`

async function generate(path: string, rows: number): Promise<number> {
  const out = createWriteStream(path)
  out.write('url,title,price,currency,images,seller_name,breadcrumb,description,specifications,rating,reviews,sku\n')
  for (let n = 1; n <= rows; n += 1000) {
    let block = ''
    for (let i = n; i < Math.min(n + 1000, rows + 1); i += 1) block += line(i)
    if (!out.write(block)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  out.end()
  await finished(out)
  return rows
}

async function ours(path: string): Promise<number> {
  const words = importWordsOf(loadStandard())
  for await (const event of importListings(path, { words })) if (event.kind === 'report') return event.report.imported
  return 0
}

async function peer(path: string): Promise<number> {
  let rows = 0
  for await (const _ of createReadStream(path).pipe(parse({ columns: true }))) rows += 1
  return rows
}

/** Each in a process of its own, so that the peaks are their own. */
function measure(name: 'generate' | 'ours' | 'peer', path: string, rows: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--run', name, '--file', path, '--rows', String(rows)])
    child.on('message', (message) => resolve(message as Measured))
    child.on('error', reject)
    child.on('exit', (code) => code !== 0 && reject(new Error(`${name} ended with ${code}`)))
  })
}

const { values } = parseArgs({
  options: { rows: { type: 'string' }, run: { type: 'string' }, file: { type: 'string' } },
})
if (values.run && values.file) {
  const from = performance.now()
  const work = { generate: (path: string) => generate(path, Number(values.rows)), ours, peer }[values.run]
  const rows = (await work?.(values.file)) ?? 0
  process.send?.({ rows, seconds: (performance.now() - from) / 1000, peak: process.resourceUsage().maxRSS / 1024 })
  process.disconnect()
} else {
  const folder = await mkdtemp(join(tmpdir(), 'haixuan-bench-'))
  try {
    const path = join(folder, 'list.csv')
    const peaks: number[] = []
    for (const wanted of SIZES) {
      const { rows } = await measure('generate', path, wanted)
      const megabytes = (await stat(path)).size / 1e6
      const own = await measure('ours', path, rows)
      const bare = await measure('peer', path, rows)
      if (own.rows !== rows || bare.rows !== rows) throw new Error(`read ${own.rows} and ${bare.rows} of ${rows} rows`)
      peaks.push(own.peak)
      const told = ({ seconds, peak }: Measured) =>
        `${Math.round(rows / seconds)} rows/s  ${(megabytes / seconds).toFixed(1)} MB/s  peak ${peak.toFixed(0)} MiB`
      console.log(`${rows} rows, ${megabytes.toFixed(0)} MB`)
      console.log(`  haixuan import                          ${told(own)}`)
      console.log(`  csv-parse into objects, nothing else    ${told(bare)}`)
      console.log(`  time over the peer's                    ${(own.seconds / bare.seconds).toFixed(2)}`)
    }
    const growth = (peaks.at(-1) ?? 0) / (peaks.at(-2) ?? 0)
    console.log(
      `peak at ${SIZES.at(-1)} over that at ${SIZES.at(-2)} rows: ${growth.toFixed(2)} (aim: at most ${MOST_GROWTH})`,
    )
    if (!(growth <= MOST_GROWTH)) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true })
  }
}
