/** Bytes that can be read at any place: an archive on disk, in memory, or in a browser's file. Reads past the end give what there is. */
export type Source = {
  /** bytes */
  readonly size: number
  /** descriptor of the open file, when it is one */
  readonly fd?: number
  readonly read: (at: number, length: number) => Uint8Array
  /** Reads a long stretch piece by piece; each piece is valid only until the next. */
  readonly chunks: (at: number, length: number) => Iterable<Uint8Array>
}

export function memorySource(bytes: Uint8Array): Source {
  const read = (at: number, length: number) => bytes.subarray(at, Math.min(bytes.length, at + length))
  return { size: bytes.length, read, chunks: (at, length) => [read(at, length)] }
}
