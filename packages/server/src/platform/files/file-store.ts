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
  /** A path that a program can read the bytes from now, or undefined when they are gone. */
  readonly placeOf: (org: string, sha256: string) => Promise<string | undefined>
  /** Every file that is kept, by its name in the store: `<organisation>/<first two digits>/<SHA-256>`. */
  readonly names: () => AsyncIterable<string>
  /** The bytes of a file by its name in the store. */
  readonly read: (name: string) => Promise<Readable>
  /** Puts a file back under the name it had. */
  readonly put: (name: string, from: string) => Promise<void>
}

/** The name of a file in a store. */
export function nameIn(org: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by its SHA-256')
  return `${encodeURIComponent(org).replace(/^\./, '%2E')}/${sha256.slice(0, 2)}/${sha256}`
}
