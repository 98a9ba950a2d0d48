import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'

/** Reads a file of standard/ for a test of pure code, which itself never reads files. */
export const standardData = <S extends z.ZodType>(file: string, schema: S): z.infer<S> =>
  schema.parse(parse(readFileSync(new URL(`../../../standard/${file}`, import.meta.url), 'utf8')))
