import { readFileSync } from 'node:fs'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { CORE_SCHEMA, constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml'
import type { z } from 'zod'
import { firstFault } from './fault.ts'
import { offsetOf } from './offset-of.ts'

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
const DEEPEST = 64

/** Reads a YAML file that must have the shape of `schema`; `shown` is its name in messages. @throws BadInput with file and line */
export const readYaml = <S extends z.ZodType>(file: string, schema: S, shown = file): z.infer<S> =>
  readPlacedYaml(file, schema, shown).value

/** As readYaml, keeping the lines for checks across files. @throws BadInput with file and line */
export function readPlacedYaml<S extends z.ZodType>(file: string, schema: S, shown = file): Placed<z.infer<S>> {
  return placedYaml(read(file, shown), schema, shown)
}

/** As readPlacedYaml, of a text at hand. @throws BadInput with line and field */
export function placedYaml<S extends z.ZodType>(text: string, schema: S, shown: string): Placed<z.infer<S>> {
  const { events, value } = parse(text, shown)
  const at = (path: Path) => `${shown}:${lineAt(text, offsetOf(events, text, path))}`
  const bad = (path: Path, message: string) => new BadInput(message, { place: at(path), field: fieldOf(path) })

  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, at, bad }
  const first = firstFault(parsed.error, value, (path) => offsetOf(events, text, path))
  throw bad(first.path, first.message)
}

function read(file: string, shown: string): string {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > MOST_BYTES) throw new BadInput('is larger than 32 MB: split it', { place: shown })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof BadInput) throw error
    const code = String((error as { code?: unknown }).code ?? error)
    throw new BadInput(UNREADABLE[code] ?? `cannot be read (${code})`, { place: shown })
  }
}
const UNREADABLE: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'no permission to read it',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8 text: save it as UTF-8',
}

/** YAML 1.2 core: no dates, no merge keys, no tags of our own; aliases are refused, so a file cannot blow up. */
function parse(text: string, shown: string): { events: Event[]; value: unknown } {
  try {
    const events = parseEvents(text, { maxDepth: DEEPEST })
    const documents = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 })
    if (documents.length > 1) throw new BadInput('holds more than one document: split it at ---', { place: shown })
    if (documents[0] === undefined || documents[0] === null) throw new BadInput('the file is empty', { place: shown })
    return { events, value: documents[0] }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const place = error.mark ? `${shown}:${error.mark.line + 1}` : shown
    throw new BadInput(said(error.reason), { place })
  }
}

const said = (reason: string): string =>
  /alias/i.test(reason)
    ? 'aliases (*name) are not accepted: write the part out'
    : reason === 'duplicated mapping key'
      ? 'this key stands twice'
      : `is not YAML: ${reason.split('\n', 1)[0]}`

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** rules[3].in-force.from */
const fieldOf = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? String(step) : `.${String(step)}`)).join('')
