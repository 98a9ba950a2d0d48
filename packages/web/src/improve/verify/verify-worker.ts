import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import { parseVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import { replayWith } from '@haixuan/interchange/verify/replay-decisions'
import type { Replay } from '@haixuan/interchange/verify/verify-events'
import { type Verdict, verifySource } from '@haixuan/interchange/verify/verify-source'
import type { Source } from '@haixuan/interchange/zip/source'
import solverFile from 'highs/runtime?url'

/** What the worker tells the page. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly step: 'reading' | 'replaying'; readonly share: number }
  | { readonly kind: 'done'; readonly verdict: Verdict; readonly decisions: number; readonly ms: number }
  | { readonly kind: 'broken'; readonly why: Text }

const say = (said: Said) => postMessage(said)
/** Fetched before there is a file, so that from then on no network is needed. */
const solver = loadSolver(() => solverFile)
solver.then(() => say({ kind: 'ready' })).catch(() => {})
/** Reading is the shorter part: hashes are quick beside decisions. */
const READING = 0.4
const CHUNK = 1 << 20
const TOLD_MS = 100

addEventListener('message', async ({ data: { file, key } }: MessageEvent<{ file: File; key: string }>) => {
  const start = performance.now()
  try {
    let decisions = 0
    const options = key === '' ? {} : { publicKey: parseVerifierKey(key) }
    const verdict = await verifySource(sourceOf(file), {
      ...options,
      replay: await counted(() => {
        decisions += 1
        return decisions
      }),
    })
    say({ kind: 'done', verdict, decisions: decisions - verdict.withheld, ms: performance.now() - start })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    say({ kind: 'broken', why: error instanceof BadInput ? error.reason.text : { zh: message, en: message } })
  }
})

/** Of workers alone, and so not among the types of pages. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}

/** The file as bytes that can be read at any place, never held whole. */
function sourceOf(file: File): Source {
  const reader = new FileReaderSync()
  let read = 0
  let told = 0
  const piece = (at: number, length: number) => {
    const bytes = new Uint8Array(reader.readAsArrayBuffer(file.slice(at, Math.min(file.size, at + length))))
    read += bytes.length
    if (performance.now() - told > TOLD_MS) {
      told = performance.now()
      say({ kind: 'progress', step: 'reading', share: Math.min(READING, (read / (file.size * 3)) * READING) })
    }
    return bytes
  }
  return {
    size: file.size,
    read: piece,
    *chunks(at, length) {
      const end = Math.min(file.size, at + length)
      for (let from = at; from < end; from += CHUNK) yield piece(from, Math.min(CHUNK, end - from))
    },
  }
}

/** Runs decisions again, counted, and tells how far it has come. */
async function counted(count: () => number): Promise<Replay> {
  const replay = replayWith(await solver)
  let told = 0
  return (decision, context) => {
    const n = count()
    if (performance.now() - told > TOLD_MS) {
      told = performance.now()
      // how many there are is not known before; it comes near to the end and never quite there
      say({ kind: 'progress', step: 'replaying', share: READING + (1 - READING) * (1 - 1 / (1 + n / 200)) })
    }
    return replay(decision, context)
  }
}
