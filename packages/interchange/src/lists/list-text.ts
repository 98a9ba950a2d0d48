import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { because } from './because.ts'

const LARGEST = 512 * 1024 * 1024

const WORDS: Readonly<Record<string, Reason>> = {
  ENOENT: because('list-file-missing'),
  EISDIR: because('list-is-directory'),
  EACCES: because('list-not-allowed'),
  EPERM: because('list-not-allowed'),
}
const asBadInput = (error: unknown, place: string): unknown => {
  const said = error instanceof Error && 'code' in error ? WORDS[String(error.code)] : undefined
  return said ? new BadInput(said, { place }) : error
}

/** The first bytes of a regular file of bearable size. @throws BadInput */
export async function headOf(path: string, bytes = 65_536): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new BadInput(because('list-is-directory'), { place: path })
    if (found.size === 0) throw new BadInput(because('list-file-empty'), { place: path })
    if (found.size > LARGEST)
      throw new BadInput(because('list-too-large', { largest: LARGEST / 1024 / 1024 }), { place: path })
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    throw asBadInput(error, path)
  }
}

/** The encoding of a text file: UTF-8 when all of it is, UTF-16 by its mark, else Windows-1252. @throws BadInput on binary content */
export async function encodingOf(path: string): Promise<string> {
  const head = await headOf(path)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let utf8 = true
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Uint8Array
    if (bytes.includes(0)) throw new BadInput(because('list-not-text'), { place: path })
    if (!utf8) continue
    try {
      decoder.decode(bytes, { stream: true })
    } catch {
      utf8 = false
    }
  }
  return utf8 ? 'utf-8' : 'windows-1252'
}

/** The text of a file, piece by piece, whatever of the usual encodings it is in. @throws BadInput */
export async function* textOf(path: string, given?: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(given ?? (await encodingOf(path)))
  try {
    for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Uint8Array, { stream: true })
  } catch (error) {
    throw asBadInput(error, path)
  }
  const rest = decoder.decode()
  if (rest) yield rest
}
