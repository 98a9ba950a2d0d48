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

/** Numbers that do not fit 32 bits, in the order of the specification. */
function zip64Field(values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0)
  const field = Buffer.alloc(4 + 8 * values.length)
  field.writeUInt16LE(ZIP64_FIELD, 0)
  field.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, i) => {
    field.writeBigUInt64LE(BigInt(value), 4 + 8 * i)
  })
  return field
}

/** What local and central header have in common: from `version needed` to `extra length`, 26 bytes. */
function commonPart(entry: ZipEntry, name: Buffer, extra: Buffer, wide: boolean): Buffer {
  const part = Buffer.alloc(26)
  part.writeUInt16LE(versionNeeded(wide), 0)
  part.writeUInt16LE(UTF8_NAMES, 2)
  part.writeUInt16LE(0, 4) // stored
  part.writeUInt16LE(0, 6) // midnight
  part.writeUInt16LE(FIRST_DAY, 8)
  part.writeUInt32LE(entry.crc32, 10)
  part.writeUInt32LE(capped(entry.size), 14)
  part.writeUInt32LE(capped(entry.size), 18)
  part.writeUInt16LE(name.length, 22)
  part.writeUInt16LE(extra.length, 24)
  return part
}

const signature = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

export function localHeader(entry: ZipEntry): Buffer {
  const wide = entry.size >= FULL32
  const name = Buffer.from(entry.name)
  const extra = zip64Field(wide ? [entry.size, entry.size] : [])
  return Buffer.concat([signature(LOCAL_SIGNATURE), commonPart(entry, name, extra, wide), name, extra])
}

/** @param offset of the entry's local header, in bytes from the start */
export function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const wide = entry.size >= FULL32
  const far = offset >= FULL32
  const name = Buffer.from(entry.name)
  const extra = zip64Field([...(wide ? [entry.size, entry.size] : []), ...(far ? [offset] : [])])
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(UNIX_4_5)
  const rest = Buffer.alloc(14) // comment length, disk and internal attributes stay 0
  rest.writeUInt32LE(MODE_0644, 6)
  rest.writeUInt32LE(capped(offset), 10)
  const common = commonPart(entry, name, extra, wide || far)
  return Buffer.concat([signature(CENTRAL_SIGNATURE), madeBy, common, rest, name, extra])
}

/** The end of the file: ZIP64 records where the counts need them, then the end record. */
export function directoryEnd(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(Math.min(entries, FULL16), 8)
  end.writeUInt16LE(Math.min(entries, FULL16), 10)
  end.writeUInt32LE(capped(size), 12)
  end.writeUInt32LE(capped(offset), 16)
  if (entries < FULL16 && size < FULL32 && offset < FULL32) return end
  const wide = Buffer.alloc(56 + 20)
  wide.writeUInt32LE(END64_SIGNATURE, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeUInt16LE(UNIX_4_5, 12)
  wide.writeUInt16LE(versionNeeded(true), 14)
  wide.writeBigUInt64LE(BigInt(entries), 24)
  wide.writeBigUInt64LE(BigInt(entries), 32)
  wide.writeBigUInt64LE(BigInt(size), 40)
  wide.writeBigUInt64LE(BigInt(offset), 48)
  wide.writeUInt32LE(LOCATOR_SIGNATURE, 56)
  wide.writeBigUInt64LE(BigInt(offset + size), 64)
  wide.writeUInt32LE(1, 72)
  return Buffer.concat([wide, end])
}
