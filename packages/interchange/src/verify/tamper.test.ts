import { createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { formatCheckpoint, parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { leafHash } from '@haixuan/domain/kernel/log/merkle'
import { MerkleTree } from '@haixuan/domain/kernel/log/merkle-tree'
import { openNote, signNote } from '@haixuan/domain/kernel/log/signed-note'
import { beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { archiveBytes, CONTENTS, EVENTS, KEY, OTHER_KEY } from '../archive/small-archive.ts'
import { memorySource } from '../zip/source.ts'
import { centralHeader, directoryEnd, localHeader } from '../zip/zip-form.ts'
import { readDirectory } from '../zip/zip-read.ts'
import { type Verdict, type VerifyOptions, verifySource } from './verify-source.ts'

type Files = [name: string, bytes: Buffer][]

let archive: Buffer
let files: Files
beforeAll(async () => {
  // a README in one language keeps the archive small
  archive = await archiveBytes({ ...CONTENTS, languages: ['en'], checkpoints: [await earlierCheckpoint()] })
  files = filesOf(archive)
})
const filesOf = (zip: Buffer): Files =>
  readDirectory(memorySource(zip))!.map(({ name, at, size }) => [name, zip.subarray(at!, at! + size)])
const earlierCheckpoint = async () => {
  const earlier = filesOf(await archiveBytes({ ...CONTENTS, events: EVENTS.slice(0, 3) }))
  return String(earlier.find(([name]) => name === 'checkpoint.txt')![1])
}

/** A sound zip of these files in the form of our own writer: only the contents tell. */
function zipOf(list: Files): Buffer {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, bytes] of list) {
    const entry = { name, size: bytes.length, crc32: crc32(bytes) }
    directory.push(centralHeader(entry, at))
    parts.push(localHeader(entry), bytes)
    at += parts.at(-2)!.length + bytes.length
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0)
  return Buffer.concat([...parts, ...directory, directoryEnd(list.length, size, at)])
}
const edited = (name: string, edit: (bytes: Buffer) => Buffer | string): Files =>
  files.map(([each, bytes]) => [each, each === name ? Buffer.from(edit(bytes)) : bytes])
const verify = (bytes: Uint8Array, options?: VerifyOptions) => verifySource(memorySource(bytes), options)

/** What a program that verifies would say: the verdict, or `not a zip`. */
const verdict = async (bytes: Uint8Array): Promise<Verdict | 'not a zip'> => {
  try {
    return await verify(bytes)
  } catch (error) {
    if (error instanceof Error && error.name === 'BadInput') return 'not a zip'
    throw error
  }
}
const found = async (bytes: Uint8Array) => {
  const said = await verdict(bytes)
  return said === 'not a zip' || (!said.ok && said.problems.length > 0)
}
const said = async (bytes: Uint8Array, options?: VerifyOptions) =>
  (await verify(bytes, options)).problems.map(({ code, where }) => `${code} @ ${where}`)

/** Numbers that look random and are the same in every run (Park and Miller's generator). */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** Runs all changes, asks that each was found, and adds to the count. */
let changes = 0
async function allFound(each: Iterable<[label: string, changed: Uint8Array]>) {
  const missed: string[] = []
  for (const [label, changed] of each) {
    changes += 1
    if (!(await found(changed))) missed.push(label)
  }
  expect(missed).toEqual([])
}

test('the archive the changes are made to is sound, and so is the zip made anew from its files', async () => {
  expect(await verify(archive)).toMatchObject({ ok: true, events: EVENTS.length })
  expect(zipOf(files).equals(archive)).toBe(true)
})

describe('every change is found', () => {
  const flip = (at: number, bit: number) => {
    const changed = Buffer.from(archive)
    changed[at]! ^= 1 << bit
    return changed
  }
  /** Places of all bytes that belong to headers, and of all others. */
  const places = () => {
    const content = new Set<number>()
    for (const { at, size } of readDirectory(memorySource(archive))!)
      for (let i = at!; i < at! + size; i += 1) content.add(i)
    const all = Array.from({ length: archive.length }, (_, i) => i)
    return { content: [...content], headers: all.filter((i) => !content.has(i)) }
  }

  test('a bit of every byte of every header', async () => {
    await allFound(
      (function* () {
        for (const at of places().headers) yield [`byte ${at}`, flip(at, at % 8)]
      })(),
    )
  })

  test('bits in the files, spread over all of them', async () => {
    const { content } = places()
    await allFound(
      (function* () {
        for (let i = 0; i < content.length; i += 17) yield [`byte ${content[i]}`, flip(content[i]!, (i / 17) % 8)]
      })(),
    )
  })

  test('every byte of checkpoint and manifest, and of the key', async () => {
    const entries = readDirectory(memorySource(archive))!
    await allFound(
      (function* () {
        for (const name of ['checkpoint.txt', 'manifest.json', 'public-key.txt'])
          for (const entry of entries)
            if (entry.name === name)
              for (let at = entry.at!; at < entry.at! + entry.size; at += name === 'manifest.json' ? 5 : 1)
                yield [`${name} at ${at}`, flip(at, (at * 3) % 8)]
      })(),
    )
  })

  test('the file cut short, or cut at the front', async () => {
    await allFound(
      (function* () {
        for (let length = 0; length < archive.length; length += 61)
          yield [`${length} bytes`, archive.subarray(0, length)]
        for (let length = 1; length < 64; length += 1) yield [`last ${length} gone`, archive.subarray(0, -length)]
        for (let from = 1; from < 64; from += 7) yield [`first ${from} gone`, archive.subarray(from)]
      })(),
    )
  })

  test('bytes put in, taken out or written over anywhere', async () => {
    const next = numbers(20_260_520)
    await allFound(
      (function* () {
        for (let i = 0; i < 300; i += 1) {
          const at = next(archive.length + 1)
          const length = 1 + next(40)
          const other = Buffer.from(Array.from({ length }, () => next(256)))
          yield [`${length} put in at ${at}`, Buffer.concat([archive.subarray(0, at), other, archive.subarray(at)])]
          if (at + length > archive.length) continue
          yield [`${length} out at ${at}`, Buffer.concat([archive.subarray(0, at), archive.subarray(at + length)])]
          const over = Buffer.concat([archive.subarray(0, at), other, archive.subarray(at + length)])
          if (!over.equals(archive)) yield [`${length} over at ${at}`, over]
        }
      })(),
    )
  })

  test('a byte of each file changed and the zip made soundly anew', async () => {
    const next = numbers(7)
    await allFound(
      (function* () {
        for (const [name, bytes] of files)
          for (let i = 0; i < 20; i += 1) {
            const at = next(bytes.length)
            const changed = edited(name, (old) => {
              const copy = Buffer.from(old)
              copy[at]! ^= 1 << next(8)
              return copy
            })
            yield [`${name} at ${at}`, zipOf(changed)]
          }
      })(),
    )
  })

  test('at least 2,000 changes were made above', () => {
    expect(changes).toBeGreaterThanOrEqual(2000)
  })
})

describe('a change inside a sound zip is named', () => {
  const lines = (bytes: Buffer) => String(bytes).trimEnd().split('\n')
  const events = (edit: (all: string[]) => string[]) =>
    zipOf(edited('events.jsonl', (bytes) => `${edit(lines(bytes)).join('\n')}\n`))

  test('a file changed, left out, added, renamed or moved', async () => {
    for (const [name] of files.slice(0, -2)) {
      expect(await said(zipOf(edited(name, (bytes) => Buffer.concat([bytes, Buffer.from(' ')]))))).toContain(
        `file.changed @ ${name}`,
      )
      expect(await said(zipOf(files.filter(([each]) => each !== name)))).toContain(`file.missing @ ${name}`)
      const renamed = files.map(([each, bytes]): Files[number] => [each === name ? `${each}.bak` : each, bytes])
      expect(await said(zipOf(renamed))).toContain(`file.renamed @ ${name}`)
      const last = files.filter(([each]) => each === name)
      const moved = zipOf([...files.filter(([each]) => each !== name), ...last])
      expect((await said(moved)).some((text) => text.startsWith('file.reordered'))).toBe(true)
    }
    for (const name of ['note.txt', '../../etc/passwd', 'evidence/../x', `evidence/${'0'.repeat(64)}`])
      expect(await said(zipOf([...files, [name, Buffer.from('x')]]))).toContain(`file.added @ ${name}`)
    expect(await said(zipOf([...files, files[1]!]))).toContain('zip.duplicate @ events.jsonl')
  })

  test('manifest or checkpoint left out', async () => {
    for (const name of ['manifest.json', 'checkpoint.txt'])
      expect(await said(zipOf(files.filter(([each]) => each !== name)))).toContain(`file.missing @ ${name}`)
  })

  test.each(EVENTS.map(({ seq }) => seq))('event %i changed, left out or written twice', async (seq) => {
    const change = (line: string) => line.replace('"actor":"selection"', '"actor":"someone"')
    expect(await said(events((all) => all.map((line, i) => (i === seq ? change(line) : line))))).toContain(
      `event.changed @ event ${seq}`,
    )
    expect(await said(events((all) => all.filter((_, i) => i !== seq)))).toContain(`event.missing @ event ${seq}`)
    expect(await said(events((all) => all.flatMap((line, i) => (i === seq ? [line, line] : [line]))))).toContain(
      `event.added @ event ${seq + 1}`,
    )
  })

  test('events swapped, added at the end, all left out', async () => {
    const swapped = await said(events(([a, b, ...rest]) => [b!, a!, ...rest]))
    expect(swapped).toContain('event.moved @ event 0')
    const more = { ...EVENTS[6]!, seq: 7 }
    expect(await said(events((all) => [...all, canonicalJson(more)]))).toContain('event.added @ event 7')
    expect((await said(events(() => []))).filter((text) => text.startsWith('event.missing'))).toHaveLength(6)
  })

  test('evidence replaced, by its name in the archive and its own', async () => {
    const [name] = files.find(([each, bytes]) => each.startsWith('evidence/') && String(bytes).startsWith('%PDF'))!
    const { problems } = await verify(zipOf(edited(name, () => '%PDF-1.7 another certificate')))
    const changed = problems.find(({ code }) => code === 'file.changed')
    expect(changed).toMatchObject({ where: name, what: { en: expect.stringContaining('certificate.pdf') } })
  })

  test('a disclosed value changed, or a disclosure left out', async () => {
    const changed = zipOf(edited('disclosures.jsonl', (bytes) => String(bytes).replace('示例', '别家')))
    expect(await said(changed)).toContain('disclosure.wrong @ event 3')
  })

  test('the zip packed anew by another program: the edited file is still named', async () => {
    const repack = async (list: Files) => {
      const zip = new ZipFile()
      for (const [name, bytes] of list) zip.addBuffer(bytes, name)
      zip.end()
      return Buffer.concat(
        await (zip.outputStream as NodeJS.ReadableStream & { toArray(): Promise<Buffer[]> }).toArray(),
      )
    }
    expect((await said(await repack(files))).map((text) => text.split(' ')[0])).toEqual(['zip.form'])
    const changed = await said(await repack(edited('rules.json', () => '{}')))
    expect(changed.filter((text) => text.startsWith('file.'))).toEqual(['file.changed @ rules.json'])
  })

  test('an entry that unpacks to more than it says, or than can be, is not unpacked', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000))
    for (const size of [1000, 50_000_000, 0xfffffffe]) {
      const entry = { name: 'rules.json', size, crc32: 0 }
      const local = Buffer.from(localHeader(entry))
      const central = Buffer.from(centralHeader(entry, 0))
      for (const [header, at] of [
        [local, 8],
        [central, 10],
      ] as const) {
        header.writeUInt16LE(8, at)
        header.writeUInt32LE(bomb.length, at + 10)
      }
      const end = directoryEnd(1, central.length, local.length + bomb.length)
      const texts = await said(Buffer.concat([local, bomb, central, end]))
      if (size !== 50_000_000) expect(texts).toContain('zip.unreadable @ rules.json')
      expect(texts).toContain('zip.form @ rules.json')
    }
  })

  test('entries laid over one another are not all read', async () => {
    const bytes = Buffer.alloc(1000)
    const entry = (name: string) => ({ name, size: bytes.length, crc32: crc32(bytes) })
    const local = localHeader(entry('a'))
    const central = Buffer.concat(['a', 'b'].map((name) => centralHeader(entry(name), 0)))
    const end = directoryEnd(2, central.length, local.length + bytes.length)
    expect(await said(Buffer.concat([local, bytes, central, end]))).toContain('zip.unreadable @ b')
  })
})

describe('a forger who can sign', () => {
  /** Everything made anew around other events, with the key given: what only the pinned key tells from the real one. */
  const forge = (key: typeof KEY, edit: (event: (typeof EVENTS)[number]) => (typeof EVENTS)[number]) =>
    archiveBytes({ ...CONTENTS, languages: ['en'], key, events: EVENTS.map(edit) })

  test('with another key of the same name is found when the key is pinned', async () => {
    const forged = await forge(OTHER_KEY, (e) => ({ ...e, actor: 'someone' }))
    expect(await verify(forged)).toMatchObject({ ok: true })
    const texts = await said(forged, { publicKey: KEY })
    expect(texts).toContain('key.other @ public-key.txt')
    expect(texts).toContain('checkpoint.signature @ checkpoint.txt')
  })

  test('who puts the real key beside a checkpoint of another is found without a pinned key', async () => {
    const forged = filesOf(await forge(OTHER_KEY, (e) => e))
    const real = files.find(([name]) => name === 'public-key.txt')!
    const mixed = forged.map((file) => (file[0] === real[0] ? real : file))
    expect(await said(zipOf(mixed))).toContain('checkpoint.signature @ checkpoint.txt')
  })

  test('who adds a signature to the checkpoint is found', async () => {
    const signed = zipOf(
      edited('checkpoint.txt', (note) => {
        const text = openNote(String(note), KEY)!
        return `${note}${signNote(text, OTHER_KEY).slice(text.length + 1)}`
      }),
    )
    expect(await found(signed)).toBe(true)
  })

  test('and who takes an older checkpoint for newer events is found', async () => {
    const shorter = await forge(KEY, (e) => e)
    const old = filesOf(await archiveBytes({ ...CONTENTS, events: EVENTS.slice(0, 5) }))
    const replay = filesOf(shorter).map((file) => (file[0] === 'checkpoint.txt' ? old.at(-1)! : file))
    const texts = await said(zipOf(replay))
    expect(texts).toContain('manifest.changed @ manifest.json')
    expect(texts).toContain('log.root @ events.jsonl')
  })

  test('and who signs a root that is not that of the events is found', async () => {
    const tree = new MerkleTree()
    tree.append(leafHash(Buffer.from('other')))
    const wrong = edited('checkpoint.txt', (note) => {
      const head = parseCheckpoint(openNote(String(note), KEY)!)
      return signNote(formatCheckpoint({ ...head, root: tree.root() }), KEY)
    })
    expect(await said(zipOf(wrong))).toContain('log.root @ events.jsonl')
  })

  test('and who signs a manifest that does not list a file is found', async () => {
    let manifest = Buffer.alloc(0)
    const list = edited('manifest.json', (bytes) => {
      const value = JSON.parse(String(bytes))
      value.files = value.files.filter(({ path }: { path: string }) => path !== 'report.pdf')
      manifest = Buffer.from(canonicalJson(value))
      return manifest
    }).map(([name, bytes]): Files[number] => {
      if (name !== 'checkpoint.txt') return [name, bytes]
      const head = parseCheckpoint(openNote(String(bytes), KEY)!)
      const hash = createHash('sha256').update(manifest).digest('hex')
      return [name, Buffer.from(signNote(formatCheckpoint({ ...head, extensions: [`manifest sha256:${hash}`] }), KEY))]
    })
    expect(await said(zipOf(list))).toEqual(['file.added @ report.pdf'])
  })
})
