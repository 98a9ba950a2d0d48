import { BadInput } from '@haixuan/domain/kernel/errors'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { concatBytes } from '@noble/hashes/utils.js'
import type { z } from 'zod'
import { native } from '#native'
import { because } from '../archive/because.ts'
import { sha256Of } from '../zip/digest.ts'
import type { Source } from '../zip/source.ts'
import { type FoundEntry, formFault, looksLikeZip, readDirectory, walkHeaders } from '../zip/zip-read.ts'
import type { Problems } from './problem.ts'

/** Most bytes of a file that is read whole, or of one unpacked from another program's zip. */
const MOST_WHOLE = 256 << 20
/** Most bytes unpacked from one archive. */
const MOST_UNPACKED = 1 << 30
/** Deflate cannot do better than this; what claims to is a bomb. */
const MOST_RATIO = 1032

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The files of a zip by name. Reading never throws for what is wrong inside: undefined, or a problem. */
export class OpenedArchive {
  readonly names: readonly string[]
  readonly #source: Source
  readonly #entries: ReadonlyMap<string, FoundEntry>
  readonly #unpacked = new Map<string, Uint8Array | undefined>()
  #unpackedBytes = 0

  /** @throws BadInput when the source is no zip */
  constructor(source: Source, problems: Problems) {
    if (!looksLikeZip(source)) throw new BadInput(because('not-zip-archive'))
    const directory = readDirectory(source)
    const found = directory ?? walkHeaders(source)
    const fault = directory ? formFault(source, directory) : 'end of the zip'
    if (fault !== undefined) problems.add('zip.form', fault)
    const entries = new Map<string, FoundEntry>()
    // entries that lie over one another would be read many times; all together cannot be more than the file
    let left = source.size
    for (const entry of found) {
      if (entries.has(entry.name)) problems.add('zip.duplicate', entry.name)
      else entries.set(entry.name, entry.packed > left ? { ...entry, at: undefined } : entry)
      if (entry.packed <= left) left -= entry.packed
    }
    this.#source = source
    this.#entries = entries
    this.names = [...entries.keys()]
    for (const [name, entry] of entries)
      if (entry.at === undefined || (entry.method !== 0 && this.#unpack(name) === undefined))
        problems.add('zip.unreadable', name)
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** SHA-256 and size of a file; undefined when it cannot be read. */
  digest(name: string): { sha256: string; size: number } | undefined {
    const entry = this.#entries.get(name)
    return entry?.at === undefined || (entry.method !== 0 && !this.#unpack(name))
      ? undefined
      : sha256Of(this.#chunks(name))
  }

  /** The CRC-32 that the zip claims for a file. */
  claimedCrc(name: string): number | undefined {
    return this.#entries.get(name)?.crc32
  }

  bytes(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name)
    if (entry?.at === undefined || entry.packed > MOST_WHOLE) return undefined
    return entry.method === 0 ? this.#source.read(entry.at, entry.packed) : this.#unpack(name)
  }

  text(name: string): string | undefined {
    const bytes = this.bytes(name)
    try {
      return bytes && strictText.decode(bytes)
    } catch {
      return undefined
    }
  }

  /** Bytes of a file from a place on, for reading one line again. */
  slice(name: string, from: number, length: number): Uint8Array {
    const entry = this.#entries.get(name)
    if (entry?.method === 0 && entry.at !== undefined) return this.#source.read(entry.at + from, length)
    return this.bytes(name)?.subarray(from, from + length) ?? new Uint8Array()
  }

  // pieces share one buffer and a Buffer's slice is a view, so what is kept is copied
  /** The lines of a file, without their newline; what follows the last newline is a line too. */
  *lines(name: string): Generator<Uint8Array> {
    let rest: Uint8Array[] = []
    let held = 0
    for (const piece of this.#chunks(name)) {
      let from = 0
      for (let to = piece.indexOf(10); to >= 0; to = piece.indexOf(10, from)) {
        const end = new Uint8Array(piece.subarray(from, to))
        yield rest.length === 0 ? end : concatBytes(...rest, end)
        rest = []
        held = 0
        from = to + 1
      }
      if (from < piece.length) rest.push(new Uint8Array(piece.subarray(from)))
      held += piece.length - from
      if (held > MOST_WHOLE) break
    }
    if (rest.length > 0) yield concatBytes(...rest)
  }

  /** The lines of a file as values of a schema; undefined for a line that is not one in canonical JSON. */
  *records<T>(name: string, schema: z.ZodType<T>): Generator<T | undefined> {
    for (const line of this.lines(name)) yield readRecord(line, schema)
  }

  *#chunks(name: string): Iterable<Uint8Array> {
    const entry = this.#entries.get(name)
    if (entry?.at === undefined) return
    if (entry.method === 0) yield* this.#source.chunks(entry.at, entry.packed)
    else {
      const bytes = this.#unpack(name)
      if (bytes) yield bytes
    }
  }

  /** Files of a zip that another program packed, so that what was edited inside can still be named. */
  #unpack(name: string): Uint8Array | undefined {
    if (!this.#unpacked.has(name)) {
      const bytes = inflate(this.#source, this.#entries.get(name), MOST_UNPACKED - this.#unpackedBytes)
      this.#unpackedBytes += bytes?.length ?? 0
      this.#unpacked.set(name, bytes)
    }
    return this.#unpacked.get(name)
  }
}

function inflate(source: Source, entry: FoundEntry | undefined, most: number): Uint8Array | undefined {
  if (entry?.at === undefined || entry.method !== 8 || entry.packed > MOST_WHOLE) return undefined
  if (entry.size > Math.min(MOST_WHOLE, most, entry.packed * MOST_RATIO)) return undefined
  try {
    // one byte more, so that an output longer than claimed is an error and not cut
    return native.inflate(source.read(entry.at, entry.packed), entry.size + 1)
  } catch {
    return undefined
  }
}

/** One canonical JSON text as a value of a schema, else undefined. */
export function readRecord<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | undefined {
  try {
    const text = strictText.decode(bytes)
    const value: unknown = JSON.parse(text)
    return canonicalJson(value) === text ? schema.parse(value) : undefined
  } catch {
    return undefined
  }
}
