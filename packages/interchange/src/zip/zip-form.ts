/**
 * The one form of ZIP (APPNOTE 6.3.10) an archive has: entries stored, sizes in the local headers, no data descriptors,
 * no comments, no extra fields but ZIP64 where a number needs it, 1980-01-01, mode 0644. The writer writes these bytes
 * and the verifier compares with them, so no byte of the file is free.
 */
export type ZipEntry = { readonly name: string; readonly size: number; readonly crc32: number }

export const LOCAL_SIGNATURE = 0x04034b50
export const CENTRAL_SIGNATURE = 0x02014b50
export const END_SIGNATURE = 0x06054b50
export const END64_SIGNATURE = 0x06064b50
export const LOCATOR_SIGNATURE = 0x07064b50
export const FULL16 = 0xffff
export const FULL32 = 0xffffffff

const UTF8_NAMES = 0x0800
const FIRST_DAY = 0x0021
const UNIX_4_5 = (3 << 8) | 45
const MODE_0644 = (0o100644 << 16) >>> 0
const ZIP64_FIELD = 0x0001

const versionNeeded = (wide: boolean) => (wide ? 45 : 20)
const capped = (value: number) => Math.min(value, FULL32)

const utf8 = new TextEncoder()

/** Little-endian numbers of so many bytes each, and bytes as they are, one after the other. */
function joined(...pieces: readonly (Uint8Array | readonly [value: number, bytes: 2 | 4 | 8])[]): Uint8Array {
  const length = pieces.reduce((n, piece) => n + (piece instanceof Uint8Array ? piece.length : piece[1]), 0)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) {
      bytes.set(piece, at)
      at += piece.length
      continue
    }
    const [value, width] = piece
    if (width === 2) view.setUint16(at, value, true)
    else if (width === 4) view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += width
  }
  return bytes
}

/** Numbers that do not fit 32 bits, in the order of the specification. */
const zip64Field = (values: readonly number[]): Uint8Array =>
  values.length === 0
    ? new Uint8Array()
    : joined([ZIP64_FIELD, 2], [8 * values.length, 2], ...values.map((value) => [value, 8] as const))

/** What local and central header have in common: from `version needed` to `extra length`, 26 bytes. */
const commonPart = (entry: ZipEntry, name: Uint8Array, extra: Uint8Array, wide: boolean): Uint8Array =>
  joined(
    [versionNeeded(wide), 2],
    [UTF8_NAMES, 2],
    [0, 2], // stored
    [0, 2], // midnight
    [FIRST_DAY, 2],
    [entry.crc32, 4],
    [capped(entry.size), 4],
    [capped(entry.size), 4],
    [name.length, 2],
    [extra.length, 2],
  )

export function localHeader(entry: ZipEntry): Uint8Array {
  const wide = entry.size >= FULL32
  const name = utf8.encode(entry.name)
  const extra = zip64Field(wide ? [entry.size, entry.size] : [])
  return joined([LOCAL_SIGNATURE, 4], commonPart(entry, name, extra, wide), name, extra)
}

/** @param offset of the entry's local header, in bytes from the start */
export function centralHeader(entry: ZipEntry, offset: number): Uint8Array {
  const wide = entry.size >= FULL32
  const far = offset >= FULL32
  const name = utf8.encode(entry.name)
  const extra = zip64Field([...(wide ? [entry.size, entry.size] : []), ...(far ? [offset] : [])])
  return joined(
    [CENTRAL_SIGNATURE, 4],
    [UNIX_4_5, 2],
    commonPart(entry, name, extra, wide || far),
    [0, 2], // comment length
    [0, 2], // disk
    [0, 2], // internal attributes
    [MODE_0644, 4],
    [capped(offset), 4],
    name,
    extra,
  )
}

/** The end of the file: ZIP64 records where the counts need them, then the end record. */
export function directoryEnd(entries: number, size: number, offset: number): Uint8Array {
  const count = Math.min(entries, FULL16)
  const end = joined(
    [END_SIGNATURE, 4],
    [0, 4], // disks
    [count, 2],
    [count, 2],
    [capped(size), 4],
    [capped(offset), 4],
    [0, 2], // comment length
  )
  if (entries < FULL16 && size < FULL32 && offset < FULL32) return end
  const wide = joined(
    [END64_SIGNATURE, 4],
    [44, 8],
    [UNIX_4_5, 2],
    [versionNeeded(true), 2],
    [0, 8], // disks
    [entries, 8],
    [entries, 8],
    [size, 8],
    [offset, 8],
  )
  const locator = joined([LOCATOR_SIGNATURE, 4], [0, 4], [offset + size, 8], [1, 4])
  return joined(wide, locator, end)
}
