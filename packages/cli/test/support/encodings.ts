/** Text as GB18030, by turning round what the platform's decoder says of every two-byte code. */
export function gb18030(text: string): Uint8Array {
  const decode = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decode.decode(Uint8Array.of(high, low))
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [high, low])
    }
  return Uint8Array.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))))
}

/** Text as UTF-16 with its byte-order mark, as spreadsheets save "Unicode text". */
export const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
