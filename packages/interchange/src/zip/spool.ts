import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { openSource } from './file-source.ts'

/** Something to be put into a zip: its size and hashes are known before its bytes are read again. */
export type Part = {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly crc32: number
  readonly read: () => Iterable<Uint8Array>
}

const BUFFER_BYTES = 1 << 20

/** A part written piece by piece to a file of its own, so that a log of any length needs little memory. */
export class Spool {
  readonly #file: string
  readonly #fd: number
  readonly #hash = createHash('sha256')
  #crc = 0
  #size = 0
  #waiting: Uint8Array[] = []
  #held = 0

  constructor(file: string) {
    this.#file = file
    this.#fd = openSync(file, 'wx', 0o600)
  }

  line(text: string) {
    this.write(Buffer.from(`${text}\n`))
  }

  write(bytes: Uint8Array) {
    this.#waiting.push(bytes)
    this.#held += bytes.length
    if (this.#held >= BUFFER_BYTES) this.#flush()
  }

  #flush() {
    const bytes = Buffer.concat(this.#waiting)
    this.#hash.update(bytes)
    this.#crc = crc32(bytes, this.#crc)
    this.#size += bytes.length
    writeAll(this.#fd, bytes)
    this.#waiting = []
    this.#held = 0
  }

  /** Ends the writing; undefined when nothing was written. */
  end(path: string): Part | undefined {
    this.#flush()
    closeSync(this.#fd)
    if (this.#size === 0) return undefined
    const sha256 = this.#hash.digest('hex')
    return { path, size: this.#size, sha256, crc32: this.#crc, read: () => fileChunks(this.#file) }
  }
}

export function* fileChunks(file: string): Generator<Uint8Array> {
  const source = openSource(file)
  try {
    yield* source.chunks(0, source.size)
  } finally {
    source.close()
  }
}

export function writeAll(fd: number, bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}
