/** PostgreSQL's number of the type `text`. */
const TEXT = 25
const HEAD = 5 * 4

/**
 * Texts as a parameter for `$1::text[]`, in PostgreSQL's binary form: many rows by `unnest` of their columns take a third less
 * of both processors than as one JSON text.
 */
export function textArray(texts: readonly (string | null | undefined)[]): Buffer {
  let size = HEAD
  for (const text of texts) size += 4 + (text == null ? 0 : Buffer.byteLength(text))
  const bytes = Buffer.allocUnsafe(size)
  // one dimension, with nulls, of texts, so many, counted from 1
  for (const [i, word] of [1, 1, TEXT, texts.length, 1].entries()) bytes.writeInt32BE(word, i * 4)
  let at = HEAD
  for (const text of texts) {
    const length = text == null ? -1 : bytes.write(text, at + 4)
    at = bytes.writeInt32BE(length, at) + Math.max(length, 0)
  }
  return bytes
}
