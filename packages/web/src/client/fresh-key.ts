/**
 * A random UUID (RFC 9562, version 4), also of a page that came over plain HTTP, such as on a phone in a factory's
 * network: browsers keep `crypto.randomUUID` for those that came over HTTPS.
 */
export function freshKey(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
