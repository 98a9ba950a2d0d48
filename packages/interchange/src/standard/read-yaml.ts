import { readFileSync } from 'node:fs'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { type Fault, firstFault } from './fault.ts'

type Path = readonly PropertyKey[]
/** What a YAML file says, and where each part of it stands. */
export type Placed<T> = {
  readonly value: T
  /** "standard/markets/us.yaml:41" for the part under a path */
  readonly at: (path: Path) => string
  /** a complaint about the part under a path, with file, line and field */
  readonly bad: (path: Path, message: string) => BadInput
}

const MOST_BYTES = 32 * 1024 * 1024

/** Reads a YAML file that must have the shape of `schema`; `shown` is its name in messages. @throws BadInput with file and line */
export const readYaml = <S extends z.ZodType>(file: string, schema: S, shown = file): z.infer<S> =>
  readPlacedYaml(file, schema, shown).value

/** As readYaml, keeping the lines for checks across files. @throws BadInput with file and line */
export function readPlacedYaml<S extends z.ZodType>(file: string, schema: S, shown = file): Placed<z.infer<S>> {
  const text = read(file, shown)
  const doc = parse(text, shown)
  const at = (path: Path) => `${shown}:${lineAt(text, offsetOf(doc, path))}`
  const bad = (path: Path, message: string) => new BadInput(message, { place: at(path), field: fieldOf(path) })

  const value = plain(doc, text, shown)
  if (value === null || value === undefined) throw new BadInput('the file is empty', { place: shown })
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, at, bad }
  const first: Fault = firstFault(parsed.error, value, (path) => offsetOf(doc, path))
  throw bad(first.path, first.message)
}

function read(file: string, shown: string): string {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > MOST_BYTES) throw new BadInput('is larger than 32 MB: split it', { place: shown })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(UNREADABLE[codeOf(error)] ?? `cannot be read (${codeOf(error)})`, { place: shown })
  }
}
const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? error)
const UNREADABLE: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'no permission to read it',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8 text: save it as UTF-8',
}

function parse(text: string, shown: string): Document {
  try {
    const doc = parseDocument(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: true })
    const error = doc.errors[0]
    if (error)
      throw new BadInput(error.code === 'DUPLICATE_KEY' ? 'this key stands twice' : firstLine(error.message), {
        place: `${shown}:${lineAt(text, error.pos[0])}`,
      })
    return doc as Document
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput('is nested too deep', { place: shown })
    throw error
  }
}
const firstLine = (message: string) => message.split('\n', 1)[0] ?? message

function plain(doc: Document, text: string, shown: string): unknown {
  try {
    return doc.toJS({ maxAliasCount: 0 })
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput('is nested too deep', { place: shown })
    if (!(error instanceof ReferenceError)) throw error
    let offset = 0
    visit(doc, {
      Alias: (_, alias) => {
        offset = alias.range?.[0] ?? 0
        return visit.BREAK
      },
    })
    throw new BadInput('aliases (*name) are not accepted: write the part out', {
      place: `${shown}:${lineAt(text, offset)}`,
    })
  }
}

/** Where the part under a path begins: its key in a map, itself in a list; the nearest part above when it is missing. */
function offsetOf(doc: Document, path: Path): number {
  let node: unknown = doc.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(step))
      if (!pair) return offset
      offset = (pair.key as { range?: number[] }).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (!isNode(item) || isAlias(item)) return offset
      offset = item.range?.[0] ?? offset
      node = item
    } else return offset
  }
  return offset
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** rules[3].in-force.from */
const fieldOf = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? String(step) : `.${String(step)}`)).join('')
