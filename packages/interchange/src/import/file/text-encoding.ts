import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from '../because.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-874' | 'windows-1252'
/** The encoding of a text file and the bytes of its byte-order mark. */
export type TextEncoding = { readonly name: Encoding; readonly mark: number }

/** Finds the encoding from the first bytes. @throws BadInput when they are no text */
export function textEncoding(head: Uint8Array, place: string): TextEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return checked({ name: 'utf-8', mark: 3 }, head, place)
  if (head[0] === 0xff && head[1] === 0xfe) return checked({ name: 'utf-16le', mark: 2 }, head, place)
  if (head[0] === 0xfe && head[1] === 0xff) return checked({ name: 'utf-16be', mark: 2 }, head, place)
  return checked({ name: unmarked(head), mark: 0 }, head, place)
}

function checked(found: TextEncoding, head: Uint8Array, place: string): TextEncoding {
  const text = new TextDecoder(found.name).decode(head.subarray(found.mark))
  let control = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) control += 1
  }
  if (text.includes('\0') || control > text.length / 100) throw new BadInput(because('list-is-binary'), { place })
  return found
}

function unmarked(head: Uint8Array): Encoding {
  const nulls = [0, 0]
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) nulls[i % 2]! += 1
  const half = head.length / 2
  if (nulls[1]! > half * 0.3 && nulls[0]! < half * 0.05) return 'utf-16le'
  if (nulls[0]! > half * 0.3 && nulls[1]! < half * 0.05) return 'utf-16be'
  if (decodes('utf-8', head)) return 'utf-8'
  return isBig5(head) ? 'big5' : oldEncoding(head)
}

/** The sample may end inside a character: `stream` forgives that and nothing else. */
function decodes(name: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * Traditional Chinese in Big5 is pairs as well, most of the frequent rows A4 to C6, many with a second byte of ASCII, which
 * GB 2312 never has; and pair follows pair, which Western text never does.
 */
function isBig5(head: Uint8Array): boolean {
  const found = { pairs: 0, frequent: 0, ascii: 0, followed: 0 }
  for (let i = 0; i < head.length; i += 1) {
    if (head[i]! < 0x80) continue
    found.pairs += 1
    if (head[i]! >= 0xa1 && head[i]! <= 0xc6) found.frequent += 1
    if (head[i + 1]! < 0x80) found.ascii += 1
    if (head[i + 2]! >= 0x80) found.followed += 1
    i += 1
  }
  const { pairs, frequent, ascii, followed } = found
  return frequent > pairs * 0.8 && ascii > pairs * 0.15 && followed > pairs * 0.4 && decodes('big5', head)
}

/** Chinese text is pairs whose first byte is a punctuation or common-character row of GB 2312; Thai and Western text is not. */
function oldEncoding(head: Uint8Array): Encoding {
  let pairs = 0
  let common = 0
  let high = 0
  let thai = 0
  for (let i = 0; i < head.length; i += 1) {
    const byte = head[i]!
    if (byte < 0x80) continue
    high += 1
    if ((byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb)) thai += 1
    const next = head[i + 1] ?? 0
    if (next < 0xa1) continue
    pairs += 1
    if ((byte >= 0xb0 && byte <= 0xd7) || (byte >= 0xa1 && byte <= 0xa3)) common += 1
    i += 1
    high += 1
    if ((next >= 0xa1 && next <= 0xda) || (next >= 0xdf && next <= 0xfb)) thai += 1
  }
  if (decodes('gb18030', head) && pairs * 2 > high * 0.7 && common > pairs * 0.8) return 'gb18030'
  if (high > 0 && thai === high && pairs * 2 > high * 0.6) return 'windows-874'
  return decodes('gb18030', head) && pairs * 2 > high * 0.9 ? 'gb18030' : 'windows-1252'
}
