import type { Readable } from 'node:stream'

/** A file that has come in and has not been kept yet. */
export type Received = {
  readonly sha256: string
  readonly size: number
  /** where its bytes lie until it is kept or dropped */
  readonly path: string
  /** gives the file its place among those of an organisation; once it resolves, the bytes outlast a loss of power */
  readonly keep: (org: string) => Promise<void>
  readonly drop: () => Promise<void>
}

/** Where the bytes of files lie, by their SHA-256. Who may read them is told by the rows of `file`. */
export type FileStore = {
  /** Takes in a stream while it is hashed. @throws Problem when it is longer than `limit` bytes, and keeps nothing of it */
  readonly receive: (content: AsyncIterable<Uint8Array>, limit: number) => Promise<Received>
  /** The bytes, or undefined when they are gone. */
  readonly open: (org: string, sha256: string) => Promise<Readable | undefined>
  /** A path that a program can read the bytes from, or undefined when they are gone. */
  readonly placeOf: (org: string, sha256: string) => Promise<string | undefined>
}
