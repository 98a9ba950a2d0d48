/** What a file begins with; `....` of a RIFF or MP4 file is its length, so those are matched at an offset. */
const MAGIC: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['application/pdf', 0, '%PDF-'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['video/mp4', 4, 'ftyp'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/gzip', 0, '\x1f\x8b'],
  ['application/vnd.ms-office', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
]

/** The media type told by a file's first bytes (512 are enough), not by its name; text when it reads as UTF-8. */
export function mediaType(head: Uint8Array): string {
  const latin = Buffer.from(head).toString('latin1')
  const known = MAGIC.find(([, at, bytes]) => latin.startsWith(bytes, at))
  if (known) return known[0]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (/[\x00-\x08\x0e-\x1f]/.test(latin)) return 'application/octet-stream'
  try {
    // `stream` forgives a character cut off at the end of the head
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'text/plain'
  } catch {
    return 'application/octet-stream'
  }
}
