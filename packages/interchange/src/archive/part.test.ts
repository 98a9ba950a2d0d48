import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canonicalBytes } from '@haixuan/domain/kernel/log/canonical-json'
import { formatCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { leafHash } from '@haixuan/domain/kernel/log/merkle'
import { partPath } from '@haixuan/domain/kernel/log/merkle-proof'
import { MerkleTree } from '@haixuan/domain/kernel/log/merkle-tree'
import { signNote } from '@haixuan/domain/kernel/log/signed-note'
import { expect, test } from 'vitest'
import { type VerifyOptions, verifySource } from '../verify/verify-source.ts'
import { memorySource } from '../zip/source.ts'
import { readDirectory } from '../zip/zip-read.ts'
import { archiveBytes, EVENTS, KEY, OTHER_KEY, RULES } from './small-archive.ts'
import type { ArchiveContents, PartOfLog } from './write-archive.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** The organisation's log: the small selection's events among those of others, at every third place. */
const LOG: readonly Event[] = Array.from({ length: 20 }, (_, seq) =>
  seq % 3 === 1 ? { ...EVENTS[(seq - 1) / 3]!, seq } : { ...EVENTS[0]!, seq, subject: `other-${seq}` },
)
const PART = LOG.filter((e) => !e.subject.startsWith('other-'))
const tree = new MerkleTree(sha256)
for (const e of LOG) tree.append(leafHash(canonicalBytes(e), sha256))

/** The hash of leaves [from, to), from the leaves alone: RFC 9162 section 2.1.1. */
function range(from: number, to: number): Uint8Array {
  if (to - from === 1) return tree.leaf(from)
  let half = 1
  while (half * 2 < to - from) half *= 2
  return sha256(Buffer.concat([Buffer.of(1), range(from, from + half), range(from + half, to)]))
}
const note = (key = KEY, size = tree.size) =>
  signNote(formatCheckpoint({ origin: 'shop.example/log', size, root: tree.root(), extensions: [] }), key)
const part: PartOfLog = { checkpoint: note(), proof: (seqs, size) => partPath(seqs, size, range) }
const contents: ArchiveContents = { events: PART, part, rules: RULES, key: KEY, origin: 'shop.example/log/plan-1' }
const verify = async (more: Partial<ArchiveContents> = {}, options?: VerifyOptions) =>
  verifySource(memorySource(await archiveBytes({ ...contents, ...more })), options)
const codes = async (more: Partial<ArchiveContents>) =>
  (await verify(more)).problems.map(({ code, where }) => `${code} @ ${where}`)

test('a part of a log proves that its events stand in the log, where they say', async () => {
  expect(await verify()).toMatchObject({
    ok: true,
    events: 7,
    problems: [],
    partOf: { origin: 'shop.example/log', size: 20, root: Buffer.from(tree.root()).toString('hex') },
  })
})

test('it may come as it is read, piece by piece', async () => {
  const events = (async function* () {
    for (const e of PART) yield e
  })()
  expect(await verify({ events })).toMatchObject({ ok: true, events: 7 })
})

test('an event that the log does not hold is found, though the archive is signed', async () => {
  const changed = PART.map((e, i) => (i === 2 ? { ...e, actor: 'someone else' } : e))
  expect(await codes({ events: changed })).toEqual(['proof.wrong @ proofs/log.txt'])
  const moved = PART.map((e, i) => (i === 2 ? { ...e, seq: e.seq + 1 } : e))
  expect(await codes({ events: moved })).toEqual(['proof.wrong @ proofs/log.txt'])
})

test('a proof that is not of these events is found', async () => {
  const proof = (seqs: readonly number[], size: number) => partPath(seqs.slice(1), size, range)
  expect(await codes({ part: { ...part, proof } })).toEqual(['proof.wrong @ proofs/log.txt'])
})

test('a log whose checkpoint another key signed, or that is shorter than its events, proves nothing', async () => {
  await expect(archiveBytes({ ...contents, part: { ...part, checkpoint: note(OTHER_KEY) } })).rejects.toThrow(
    'checkpoint of the log',
  )
  const proof = (seqs: readonly number[]) => partPath(seqs, tree.size, range)
  expect(await codes({ part: { checkpoint: note(KEY, 10), proof } })).toEqual(['proof.wrong @ proofs/log.txt'])
})

test('events of a whole log are numbered from 0, those of a part ascend', async () => {
  await expect(archiveBytes({ ...contents, events: [...PART].reverse() })).rejects.toThrow('in the order of seq')
  const { part: _, ...whole } = contents
  await expect(archiveBytes(whole)).rejects.toThrow('in the order of seq')
})

test('withheld fields of a part are known by place, and a decision without its facts is counted', async () => {
  const committed = ({ type }: Event) => (type === 'product.imported' ? ['score'] : [])
  const bare = new MerkleTree(sha256)
  const bytes = await archiveBytes({
    ...contents,
    committed,
    withheld: ['score'],
    // the log holds the events as they were committed; here only what the replay sees matters
    part: { ...part, proof: () => [bare.root()] },
  })
  const seen: unknown[] = []
  const verdict = await verifySource(memorySource(bytes), {
    replay: (decision, { event, place }) => {
      seen.push([place, decision.seq, Object.keys(event(decision.body.fact as number)!.body.score as object)])
      return 'withheld'
    },
  })
  expect(seen).toEqual([
    [4, 13, ['sha256-commitment']],
    [5, 16, ['sha256-commitment']],
  ])
  expect(verdict.withheld).toBe(2)
})

const python = spawnSync('python3', ['--version']).status === 0
test.skipIf(!python).each([
  ['a part', contents, ''],
  ['a whole log', { events: EVENTS, rules: RULES, key: KEY }, ''],
  ['a part whose proof is of other events', { ...contents, part: { ...part, proof: () => [tree.root()] } }, 'log'],
])('%s is checked by the lines of its README with Python alone', async (_, given: ArchiveContents, fault) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'unpacked-'))
  try {
    const bytes = await archiveBytes({ ...given, languages: ['en'] })
    let readme = ''
    for (const { name, at, size } of readDirectory(memorySource(bytes))!) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), bytes.subarray(at!, at! + size))
      if (name === 'README.txt') readme = bytes.subarray(at!, at! + size).toString()
    }
    const [script] = /^ {4}import [\s\S]*?print\('ok'\)$/m.exec(readme)!
    const ran = spawnSync('python3', ['-c', script.replaceAll(/^ {4}/gm, '')], { cwd: folder, encoding: 'utf8' })
    if (fault === '') expect(ran).toMatchObject({ stdout: 'ok\n', stderr: '' })
    else expect(ran.status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
