// Archive (T2): verifying 200 MB of evidence beside `sha256sum` reading the same file in the same run.
// npm run bench archive-verify
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { signingKeyFrom } from '@haixuan/domain/kernel/log/signed-note'
import type { Evidence } from '@haixuan/interchange/archive/evidence'
import { writeArchive } from '@haixuan/interchange/archive/write-archive'
import { verifyArchive } from '@haixuan/interchange/verify/verify-archive'

const FILES = 50
const FILE_BYTES = 4_096_000
const ROUNDS = 5
const LEAST = 0.7

/** Bytes that are the same in every run and do not compress: a hash chain. */
function* evidence(): Generator<Evidence> {
  let link = Buffer.from('archive')
  for (let i = 0; i < FILES; i += 1) {
    const bytes = Buffer.alloc(FILE_BYTES)
    for (let at = 0; at < FILE_BYTES; at += 64_000) {
      link = createHash('sha512').update(link).digest()
      bytes.fill(link, at, at + 64_000)
    }
    yield { name: `photo-${i}.jpg`, bytes }
  }
}

const seconds = async (work: () => unknown) => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!

const folder = mkdtempSync(path.join(tmpdir(), 'archive-bench-'))
try {
  const file = path.join(folder, 'archive.zip')
  const key = signingKeyFrom('bench.example', new Uint8Array(32))
  const written = await seconds(() => writeArchive(file, { events: [], evidence: evidence(), rules: {}, key }))
  const megabytes = statSync(file).size / 1e6
  console.log(`archive of ${megabytes.toFixed(0)} MB written in ${written.toFixed(2)} s`)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await seconds(() => execFileSync('sha256sum', [file])))
    ours.push(
      await seconds(async () => {
        const { ok, problems } = await verifyArchive(file)
        if (!ok) throw new Error(JSON.stringify(problems[0]))
      }),
    )
  }
  const [verify, sum] = [median(ours), median(theirs)]
  console.log(`verify     ${(megabytes / verify).toFixed(0)} MB/s (${verify.toFixed(3)} s)`)
  console.log(`sha256sum  ${(megabytes / sum).toFixed(0)} MB/s (${sum.toFixed(3)} s)`)
  const ratio = sum / verify
  console.log(`ratio      ${(ratio * 100).toFixed(0)} % of the speed of sha256sum (aim: at least ${LEAST * 100} %)`)
  if (ratio < LEAST) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
