import { readFileSync } from 'node:fs'
import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { CORE_SCHEMA, constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml'
import type { z } from 'zod'
import { because } from './because.ts'
import { firstFault } from './fault.ts'
import { offsetOf } from './offset-of.ts'

type Path = readonly PropertyKey[]
/** What a YAML file says, and where each part of it stands. */
export type Placed<T> = {
  readonly value: T
  /** "standard/markets/us.yaml:41" for the part under a path */
  readonly at: (path: Path) => string
  /** a complaint about the part under a path, with file, line and field */
  readonly bad: (path: Path, reason: Reason) => BadInput
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
  const bad = (path: Path, reason: Reason) => new BadInput(reason, { place: at(path), field: fieldOf(path) })

  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, at, bad }
  const first = firstFault(parsed.error, value, (path) => offsetOf(events, text, path))
  throw bad(first.path, first.reason)
}

function read(file: string, shown: string): string {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > MOST_BYTES) throw new BadInput(because('yaml-too-large'), { place: shown })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof BadInput) throw error
    const code = String((error as { code?: unknown }).code ?? error)
    throw new BadInput(UNREADABLE[code] ?? because('yaml-not-readable', { code }), { place: shown })
  }
}
const UNREADABLE: Record<string, Reason> = {
  ENOENT: because('yaml-missing'),
  ENOTDIR: because('yaml-missing'),
  EISDIR: because('yaml-is-folder'),
  EACCES: because('yaml-not-allowed'),
  ERR_ENCODING_INVALID_ENCODED_DATA: because('yaml-not-utf-8'),
}

/** YAML 1.2 core: no dates, no merge keys, no tags of our own; aliases are refused, so a file cannot blow up. */
function parse(text: string, shown: string): { events: Event[]; value: unknown } {
  try {
    const events = parseEvents(text, { maxDepth: DEEPEST })
    const documents = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 })
    if (documents.length > 1) throw new BadInput(because('yaml-several-documents'), { place: shown })
    if (documents[0] === undefined || documents[0] === null) throw new BadInput(because('yaml-empty'), { place: shown })
    return { events, value: documents[0] }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const place = error.mark ? `${shown}:${error.mark.line + 1}` : shown
    throw new BadInput(said(error.reason), { place })
  }
}

const said = (reason: string): Reason =>
  /alias/i.test(reason)
    ? because('yaml-alias')
    : reason === 'duplicated mapping key'
      ? because('yaml-key-twice')
      : because('not-yaml', { reason: reason.split('\n', 1)[0] ?? '' })

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** rules[3].in-force.from */
const fieldOf = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? String(step) : `.${String(step)}`)).join('')
