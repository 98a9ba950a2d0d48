import { sameBytes } from './bytes.ts'
import type { Source } from './source.ts'
import {
  CENTRAL_SIGNATURE,
  centralHeader,
  directoryEnd,
  END_SIGNATURE,
  END64_SIGNATURE,
  FULL32,
  LOCAL_SIGNATURE,
  LOCATOR_SIGNATURE,
  localHeader,
  type ZipEntry,
} from './zip-form.ts'

/** An entry as some ZIP file has it. Read with tolerance, so that what was changed can be named; `formFault` is strict. */
export type FoundEntry = ZipEntry & {
  /** 0 stored, 8 deflated */
  readonly method: number
  /** bytes in the file */
  readonly packed: number
  /** where the bytes begin; undefined when no header stands where the directory says */
  readonly at: number | undefined
}

const END_BYTES = 22
const MOST_COMMENT = 0xffff
const MOST_DIRECTORY = 1 << 29

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const u64 = (v: DataView, at: number) => Number(v.getBigUint64(at, true))
const signatureAt = (source: Source, at: number) => {
  const bytes = at < 0 ? new Uint8Array() : source.read(at, 4)
  return bytes.length === 4 ? view(bytes).getUint32(0, true) : undefined
}
const text = new TextDecoder()

/** Whether this is a ZIP file at all, sound or not. */
export const looksLikeZip = (source: Source): boolean =>
  signatureAt(source, 0) === LOCAL_SIGNATURE || findEnd(source) !== undefined

function findEnd(source: Source): number | undefined {
  if (signatureAt(source, source.size - END_BYTES) === END_SIGNATURE) return source.size - END_BYTES
  const from = Math.max(0, source.size - END_BYTES - MOST_COMMENT)
  const tail = source.read(from, source.size - from)
  const v = view(tail)
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1)
    if (tail[at] === 0x50 && v.getUint32(at, true) === END_SIGNATURE) return from + at
  return undefined
}

/** The entries in the order of the central directory, or undefined when it cannot be made out. */
export function readDirectory(source: Source): FoundEntry[] | undefined {
  const end = findEnd(source)
  if (end === undefined) return undefined
  const record = view(source.read(end, END_BYTES))
  let size = record.getUint32(12, true)
  let offset = record.getUint32(16, true)
  let after = end
  if (signatureAt(source, end - 20) === LOCATOR_SIGNATURE) {
    const at = u64(view(source.read(end - 20, 20)), 8)
    const wide = source.read(at, 56)
    if (wide.length === 56 && view(wide).getUint32(0, true) === END64_SIGNATURE) {
      size = u64(view(wide), 40)
      offset = u64(view(wide), 48)
      after = at
    }
  }
  // when bytes were put in or cut out before it, the directory stands right before its end
  const start = [offset, after - size].find((at) => size === 0 || signatureAt(source, at) === CENTRAL_SIGNATURE)
  if (start === undefined || start > after || after - start > MOST_DIRECTORY) return undefined
  return readRecords(source, source.read(start, after - start), start - offset)
}

function readRecords(source: Source, bytes: Uint8Array, shift: number): FoundEntry[] | undefined {
  const v = view(bytes)
  const found: FoundEntry[] = []
  let at = 0
  while (at + 46 <= bytes.length && v.getUint32(at, true) === CENTRAL_SIGNATURE) {
    const nameEnd = at + 46 + v.getUint16(at + 28, true)
    const extraEnd = nameEnd + v.getUint16(at + 30, true)
    if (extraEnd > bytes.length) return undefined
    const wide = zip64Values(v, nameEnd, extraEnd)
    const next = (value: number) => (value === FULL32 ? (wide.shift() ?? value) : value)
    const size = next(v.getUint32(at + 24, true))
    const packed = next(v.getUint32(at + 20, true))
    const offset = next(v.getUint32(at + 42, true))
    found.push({
      name: text.decode(bytes.subarray(at + 46, nameEnd)),
      method: v.getUint16(at + 10, true),
      crc32: v.getUint32(at + 16, true),
      size,
      packed,
      at: dataStart(source, offset) ?? (shift === 0 ? undefined : dataStart(source, offset + shift)),
    })
    at = extraEnd + v.getUint16(at + 32, true)
  }
  return found
}

function zip64Values(v: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + v.getUint16(at + 2, true)) {
    if (v.getUint16(at, true) !== 0x0001) continue
    const last = Math.min(to, at + 4 + v.getUint16(at + 2, true))
    const values: number[] = []
    for (let value = at + 4; value + 8 <= last; value += 8) values.push(u64(v, value))
    return values
  }
  return []
}

function dataStart(source: Source, header: number): number | undefined {
  if (!Number.isSafeInteger(header) || signatureAt(source, header) !== LOCAL_SIGNATURE) return undefined
  const bytes = source.read(header, 30)
  return bytes.length === 30
    ? header + 30 + view(bytes).getUint16(26, true) + view(bytes).getUint16(28, true)
    : undefined
}

/** The entries as their local headers tell, from the start of the file: for a file whose directory is lost. */
export function walkHeaders(source: Source): FoundEntry[] {
  const found: FoundEntry[] = []
  let header = 0
  for (;;) {
    const at = dataStart(source, header)
    if (at === undefined) return found
    const bytes = source.read(header, at - header)
    if (bytes.length < at - header) return found
    const v = view(bytes)
    const nameEnd = 30 + v.getUint16(26, true)
    const wide = zip64Values(v, nameEnd, bytes.length)
    const size = v.getUint32(22, true) === FULL32 ? (wide[0] ?? FULL32) : v.getUint32(22, true)
    const packed = v.getUint32(18, true) === FULL32 ? (wide[1] ?? FULL32) : v.getUint32(18, true)
    const name = text.decode(bytes.subarray(30, nameEnd))
    found.push({ name, method: v.getUint16(8, true), crc32: v.getUint32(14, true), size, packed, at })
    header = at + packed
  }
}

/**
 * The first place where the file is not, byte for byte, the one form of these entries in this order; undefined when all
 * of it is. Bytes of the entries themselves are not looked at here.
 */
export function formFault(source: Source, entries: readonly FoundEntry[]): string | undefined {
  const differs = (at: number, wanted: Uint8Array) => !sameBytes(wanted, source.read(at, wanted.length))
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const header = localHeader(entry)
    if (entry.method !== 0 || differs(at, header)) return entry.name
    offsets.push(at)
    at += header.length + entry.size
  }
  const start = at
  for (const [i, entry] of entries.entries()) {
    const header = centralHeader(entry, offsets[i]!)
    if (differs(at, header)) return entry.name
    at += header.length
  }
  const end = directoryEnd(entries.length, at - start, start)
  return differs(at, end) || at + end.length !== source.size ? 'end of the zip' : undefined
}
