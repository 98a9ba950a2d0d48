import { fromBase64, toBase64 } from '../base64.ts'
import { because } from '../because.ts'
import { BadInput } from '../errors.ts'

/** C2SP tlog-checkpoint: the head of a log at one size; lines after the third are extensions, covered by the signature. */
export type Checkpoint = {
  readonly origin: string
  /** leaves */
  readonly size: number
  readonly root: Uint8Array
  readonly extensions: readonly string[]
}

/** The checkpoint's text, to be signed as a note. @throws BadInput for an empty origin or extension */
export function formatCheckpoint(c: Checkpoint): string {
  if (![c.origin, ...c.extensions].every((line) => line !== '' && !line.includes('\n')))
    throw new BadInput(because('checkpoint-lines'), { field: 'origin' })
  return `${[c.origin, c.size, toBase64(c.root), ...c.extensions].join('\n')}\n`
}

/** Reads the text of a checkpoint (a note's text, already opened). @throws BadInput */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root, ...extensions] = text.endsWith('\n') ? text.slice(0, -1).split('\n') : []
  if (!origin || size === undefined || root === undefined || extensions.includes(''))
    throw new BadInput(because('not-checkpoint'))
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new BadInput(because('not-log-size', { size: size.slice(0, 20) }))
  const hash = fromBase64(root)
  if (hash.length !== 32) throw new BadInput(because('root-not-32-bytes'))
  return { origin, size: Number(size), root: hash, extensions }
}
