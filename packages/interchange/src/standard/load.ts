import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Market } from '@haixuan/domain/gate/market'
import type { MarketRule } from '@haixuan/domain/gate/rule'
import { BadInput } from '@haixuan/domain/kernel/errors'
import type { z } from 'zod'
import { because } from './because.ts'
import { checkAcross } from './check-across.ts'
import { FILES, type PlacedFiles, type Value } from './files.ts'
import { type Placed, readPlacedYaml } from './read-yaml.ts'

type Files = typeof FILES
type Stored = {
  readonly [K in Exclude<keyof Files, 'markets' | 'rules'>]: Files[K] extends { readonly folder: string }
    ? readonly Value<Files[K]>[]
    : Value<Files[K]>
}
/** The whole standard and the law as data: each file under its key in files.ts, the markets and all their rules as lists. */
export type Standard = Stored & { readonly markets: readonly Market[]; readonly rules: readonly MarketRule[] }

/** The standard that comes with the software. */
export const standardFolder: string = fileURLToPath(new URL('../../../../standard', import.meta.url))

/** Reads and checks every file of the standard. @throws BadInput naming file and line of the first thing wrong */
export function loadStandard(folder: string = standardFolder): Standard {
  const files = readFiles(folder)
  checkAcross(files)
  const values = Object.entries(files).map(([key, read]) => [
    key,
    Array.isArray(read) ? read.map((one: Placed<unknown>) => one.value) : (read as Placed<unknown>).value,
  ])
  return {
    ...(Object.fromEntries(values) as Stored),
    markets: files.markets.value.markets,
    rules: files.rules.flatMap(({ value }) => value.rules.map((rule) => ({ ...rule, market: value.market }))),
  }
}

function readFiles(folder: string): PlacedFiles {
  const root = basename(resolve(folder))
  const one = (path: string, schema: z.ZodType) => readPlacedYaml(join(folder, path), schema, `${root}/${path}`)
  const read = Object.entries(FILES).map(([key, entry]) => {
    if ('file' in entry) return [key, one(entry.file, entry.schema)]
    const names = namesIn(join(folder, entry.folder), `${root}/${entry.folder}`)
    const wanted = names.filter((name) => !('except' in entry && entry.except === name))
    return [key, wanted.map((name) => one(`${entry.folder}/${name}`, entry.schema))]
  })
  return Object.fromEntries(read) as PlacedFiles
}

function namesIn(folder: string, shown: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  } catch {
    throw new BadInput(because('no-such-folder'), { place: shown })
  }
}
