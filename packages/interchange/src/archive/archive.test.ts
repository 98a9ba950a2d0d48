import { createPublicKey } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fromBase64 } from '@haixuan/domain/kernel/base64'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { keyId } from '@haixuan/domain/kernel/log/signed-note'
import { afterAll, describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { verifyArchive } from '../verify/verify-archive.ts'
import type { Replay } from '../verify/verify-events.ts'
import { type VerifyOptions, verifySource } from '../verify/verify-source.ts'
import { memorySource } from '../zip/source.ts'
import { archiveBytes, CONTENTS, EVENTS, EVIDENCE, KEY, OTHER_KEY } from './small-archive.ts'
import { writeArchive } from './write-archive.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'archive-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const verify = (bytes: Uint8Array, options?: VerifyOptions) => verifySource(memorySource(bytes), options)

/** The files of a zip as yauzl reads them, in order. */
const unzip = (bytes: Buffer) =>
  new Promise<Map<string, Buffer>>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error)
      const files = new Map<string, Buffer>()
      zip.on('error', reject)
      zip.on('end', () => resolve(files))
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault)
          files.set(entry.fileName, Buffer.concat(await stream.toArray()))
          zip.readEntry()
        })
      })
      zip.readEntry()
    })
  })
const linesOf = (files: Map<string, Buffer>, name: string) =>
  files
    .get(name)!
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('an archive', () => {
  test('is the same bytes for the same contents and key', async () => {
    const once = await archiveBytes(CONTENTS)
    const again = await archiveBytes({ ...CONTENTS, evidence: [...EVIDENCE].reverse() })
    expect(again.equals(once)).toBe(true)
    expect((await archiveBytes({ ...CONTENTS, key: OTHER_KEY })).equals(once)).toBe(false)
  })

  test('verifies with its own key and the pinned one, not with another', async () => {
    const bytes = await archiveBytes(CONTENTS)
    expect(await verify(bytes)).toMatchObject({ ok: true, events: 7, problems: [] })
    expect(await verify(bytes, { publicKey: KEY })).toMatchObject({ ok: true, problems: [] })
    expect(await verify(bytes, { publicKey: { publicKey: KEY.publicKey } })).toMatchObject({ ok: true })
    const wrong = await verify(bytes, { publicKey: OTHER_KEY })
    expect(wrong.ok).toBe(false)
    expect(wrong.problems.map(({ code }) => code)).toContain('key.other')
  })

  test('is read by another program, file by file', async () => {
    const files = await unzip(await archiveBytes(CONTENTS))
    expect([...files.keys()]).toEqual([
      'README.txt',
      'events.jsonl',
      'rules.json',
      'evidence.jsonl',
      ...[...files.keys()].filter((name) => name.startsWith('evidence/')).sort(),
      'disclosures.jsonl',
      'report.pdf',
      'proofs/leaves.txt',
      'proofs/inclusion.jsonl',
      'public-key.txt',
      'manifest.json',
      'checkpoint.txt',
    ])
    expect(
      linesOf(files, 'evidence.jsonl')
        .map(({ name, type }) => [name, type])
        .sort(),
    ).toEqual([
      ['certificate.pdf', 'application/pdf'],
      ['copy of certificate.pdf', 'application/pdf'],
      ['照片.png', 'image/png'],
    ])
    expect(files.get('README.txt')!.toString()).toContain('haixuan verify archive.zip')
  })

  test('gives the root to the report before it is made', async () => {
    let told = ''
    const report = ({ root, events }: { root: string; events: number }) => {
      told = root
      return Buffer.from(`%PDF-1.7 ${events}`)
    }
    const written = await writeArchive(path.join(folder, 'told.zip'), { ...CONTENTS, report })
    expect(told).toBe(written.root)
    expect(await verifyArchive(written.file)).toMatchObject({ ok: true, root: told })
  })

  test('may hold nothing but rules', async () => {
    const bytes = await archiveBytes({ events: [], rules: {}, key: KEY })
    // SHA-256 of nothing: the root of an empty tree, RFC 9162 section 2.1.1
    const root = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect(await verify(bytes)).toMatchObject({ ok: true, events: 0, root })
  })

  test('with more files than 16 bits count is read by another program too', async () => {
    const evidence = Array.from({ length: 65_600 }, (_, i) => ({ name: `${i}.txt`, bytes: Buffer.from(String(i)) }))
    const bytes = await archiveBytes({ events: EVENTS, rules: {}, key: KEY, evidence })
    expect(await verify(bytes)).toMatchObject({ ok: true })
    expect((await unzip(bytes)).size).toBeGreaterThan(65_600)
  })
})

describe('an archive larger than one read of the disk', () => {
  test('keeps lines and first bytes whole', async () => {
    const count = 8000
    const events = Array.from(
      { length: count },
      (_, seq): Event => ({ ...EVENTS[4]!, seq, body: { n: 'x'.repeat(seq % 300) } }),
    )
    const photo = Buffer.alloc(2_500_000, 'not a picture')
    photo.write('\x89PNG\r\n\x1a\n', 'latin1')
    const picture = path.join(folder, 'picture')
    writeFileSync(picture, photo)
    const contents = { ...CONTENTS, events, evidence: [{ name: 'picture', path: picture }] }
    const { file, root } = await writeArchive(path.join(folder, 'larger.zip'), contents)
    expect(await verifyArchive(file)).toMatchObject({ ok: true, events: count, root, problems: [] })
    const files = await unzip(readFileSync(file))
    expect(files.get('events.jsonl')!.length).toBeGreaterThan(1 << 20)
    expect(linesOf(files, 'evidence.jsonl')).toMatchObject([{ type: 'image/png', size: 2_500_000 }])
  })
})

describe('earlier checkpoints', () => {
  const earlierNote = async (count: number, key = KEY) =>
    (await unzip(await archiveBytes({ ...CONTENTS, events: EVENTS.slice(0, count), key })))
      .get('checkpoint.txt')!
      .toString()

  test('are proven to be a beginning of this log', async () => {
    const bytes = await archiveBytes({ ...CONTENTS, checkpoints: [await earlierNote(5), await earlierNote(3)] })
    expect(await verify(bytes)).toMatchObject({ ok: true })
    expect(linesOf(await unzip(bytes), 'proofs/consistency.jsonl')).toHaveLength(2)
  })

  test('of another key or another log are refused', async () => {
    await expect(archiveBytes({ ...CONTENTS, checkpoints: [await earlierNote(3, OTHER_KEY)] })).rejects.toThrow(
      'checkpoint 1',
    )
    const fork = [EVENTS[0]!, { ...EVENTS[1]!, subject: 'p-9' }]
    const theirs = (await unzip(await archiveBytes({ ...CONTENTS, events: fork }))).get('checkpoint.txt')!.toString()
    await expect(archiveBytes({ ...CONTENTS, checkpoints: [theirs] })).rejects.toThrow('checkpoint 1')
  })
})

describe('withheld fields', () => {
  test('stay out, and what is left has the same root as the archive that shows all', async () => {
    const all = await verify(await archiveBytes({ ...CONTENTS, withheld: [] }))
    const bytes = await archiveBytes(CONTENTS)
    const some = await verify(bytes)
    expect(all.ok && some.ok).toBe(true)
    expect(some.root).toBe(all.root)
    expect(bytes.includes('13800000000')).toBe(false)
    expect(linesOf(await unzip(bytes), 'disclosures.jsonl').map(({ field }) => field)).toEqual(['name'])
  })

  test('are known to a replay by name, the shown ones by value', async () => {
    const events = [EVENTS[0]!, { ...EVENTS[4]!, seq: 1, body: { fact: 0, price: '9.90', buyer: '某人' } }]
    const committed = ({ type }: Event) => (type === 'gate.decided' ? ['buyer', 'price'] : [])
    const bytes = await archiveBytes({ ...CONTENTS, events, committed, withheld: ['buyer'] })
    const seen: unknown[] = []
    await verify(bytes, {
      replay: (decision, { withheld }) => {
        seen.push(decision.body.price, withheld)
        return undefined
      },
    })
    expect(seen).toEqual(['9.90', ['buyer']])
  })
})

describe('replay', () => {
  /** A decision of the small archive is right when the product's score reaches the floor of the rules. */
  const replay: Replay = (decision, { event, rules }) => {
    const { fact, passed } = decision.body as { fact: number; passed: boolean }
    const score = event(fact)!.body.score as number
    const floor = (rules as { rules: [{ least: number }] }).rules[0].least
    if (score >= floor === passed) return undefined
    const what = { zh: '结论不同', en: 'comes out differently' }
    return [{ code: 'replay.differs', where: `event ${decision.seq}`, what }]
  }

  test('finds a decision that its facts do not carry, though it was signed', async () => {
    expect(await verify(await archiveBytes(CONTENTS), { replay })).toMatchObject({ ok: true })
    const events = EVENTS.map((e): Event => (e.seq === 5 ? { ...e, body: { fact: 2, passed: true } } : e))
    const wrong = await verify(await archiveBytes({ ...CONTENTS, events }), { replay })
    expect(wrong.problems.map(({ code, where }) => [code, where])).toEqual([['replay.differs', 'event 5']])
  })

  test('that breaks down is a problem of the archive, not a crash', async () => {
    const events = EVENTS.map((e): Event => (e.seq === 5 ? { ...e, body: { fact: 99, passed: true } } : e))
    const broken = await verify(await archiveBytes({ ...CONTENTS, events }), { replay })
    expect(broken.problems).toMatchObject([{ code: 'replay.failed', where: 'event 5' }])
  })

  test('has the evidence and the hash of the rules at hand', async () => {
    const files = await unzip(await archiveBytes(CONTENTS))
    const { sha256 } = linesOf(files, 'evidence.jsonl').find(({ name }) => name === 'certificate.pdf')
    const rulesHash = JSON.parse(files.get('manifest.json')!.toString()).files.find(
      ({ path: name }: { path: string }) => name === 'rules.json',
    ).sha256
    let runs = 0
    await verify(await archiveBytes(CONTENTS), {
      replay: (_, context) => {
        runs += 1
        expect(Buffer.from(context.evidence(sha256)!).equals(EVIDENCE[0]!.bytes)).toBe(true)
        expect(context.evidence('0'.repeat(64))).toBeUndefined()
        expect(context.rulesHash).toBe(rulesHash)
        return undefined
      },
    })
    expect(runs).toBe(2)
  })
})

describe('what cannot be archived or verified', () => {
  const left = () => readdirSync(folder).sort()

  test.each([
    ['events out of order', { events: [EVENTS[1]!] }, 'event 0'],
    ['an event that is none', { events: [{ ...EVENTS[0]!, clause: 'nowhere' }] }, 'clause'],
    ['half a character', { events: [{ ...EVENTS[0]!, body: { title: '\ud83d' } }] }, 'surrogate'],
    ['evidence that is not there', { evidence: [{ name: 'a', path: path.join(folder, 'nowhere') }] }, 'no such file'],
    ['rules with a hole', { rules: { a: undefined } }, '$.a'],
  ])('%s: one line, and nothing is written', async (_, part, message) => {
    const before = left()
    const written = writeArchive(path.join(folder, 'bad.zip'), { ...CONTENTS, ...part })
    await expect(written).rejects.toMatchObject({ name: 'BadInput', message: expect.stringContaining(message) })
    expect(left()).toEqual(before)
  })

  test('a place that cannot be written', async () => {
    await expect(writeArchive(path.join(folder, 'no', 'a.zip'), CONTENTS)).rejects.toMatchObject({ name: 'BadInput' })
    await expect(writeArchive(folder, CONTENTS)).rejects.toMatchObject({ name: 'BadInput' })
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello')],
    ['zeros', Buffer.alloc(100_000)],
  ])('%s is no archive', async (name, bytes) => {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    await expect(verifyArchive(file)).rejects.toMatchObject({ name: 'BadInput', place: file })
  })

  test('a folder, a missing file', async () => {
    await expect(verifyArchive(folder)).rejects.toThrow('is a directory')
    await expect(verifyArchive(path.join(folder, 'gone.zip'))).rejects.toThrow('no such file')
  })
})

/**
 * @sigstore/verify is written by others for the same tree and note. Its public Verifier accepts only Sigstore bundles,
 * so the functions below it that check a log entry against a checkpoint are driven directly.
 */
test('@sigstore/verify accepts checkpoint, signature and inclusion proofs', async () => {
  const require = createRequire(import.meta.url)
  const { verifyTLogInclusion } = require('@sigstore/verify/dist/tlog/index.js')
  const files = await unzip(await archiveBytes(CONTENTS))
  const lines = files.get('events.jsonl')!.toString().trimEnd().split('\n')
  const pem = files.get('public-key.txt')!.toString().split('\n').slice(1).join('\n')
  const logID = Buffer.from(keyId(KEY))
  const log = { logID, baseURL: KEY.name, publicKey: createPublicKey(pem), validFor: {} }
  const proofs = linesOf(files, 'proofs/inclusion.jsonl')
  expect(proofs.map(({ index }) => index)).toEqual([4, 5])
  for (const { index, hashes } of proofs) {
    const envelope = files.get('checkpoint.txt')!.toString()
    const entry = (body: string) => ({
      logId: { keyId: logID },
      canonicalizedBody: Buffer.from(body),
      inclusionProof: {
        logIndex: String(index),
        hashes: hashes.map((each: string) => Buffer.from(fromBase64(each))),
        checkpoint: { envelope },
      },
    })
    expect(() => verifyTLogInclusion(entry(lines[index]!), [log])).not.toThrow()
    expect(() => verifyTLogInclusion(entry(lines[index - 1]!), [log])).toThrow('calculated root hash')
    const forged = { ...entry(lines[index]!) }
    forged.inclusionProof.checkpoint.envelope = envelope.replace('shop.example/log\n7', 'shop.example/log\n8')
    expect(() => verifyTLogInclusion(forged, [log])).toThrow('invalid checkpoint signature')
  }
})
