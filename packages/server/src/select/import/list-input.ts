import { z } from 'zod'
import type { Asked } from '../../platform/commands/command.ts'
import { fileOf } from '../../platform/files/find-file.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'

/** A list that was uploaded, and how to read it where its headers do not tell. */
export const listInput = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  map: z.record(z.string(), z.string()).optional().describe('field → header of the column, before anything is guessed'),
  sheet: z.string().optional().describe('of a workbook; the first with rows when absent'),
})
export type ListInput = z.output<typeof listInput>

const TABLES = new Set(['text/csv', 'text/plain', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])

/** Sees that a list is on record and is a table; gives its name. @throws Problem */
export async function listOf(asked: Pick<Asked, 'tx' | 'actor'>, sha256: string): Promise<string> {
  const { name, mediaType } = await fileOf(asked, sha256)
  if (!TABLES.has(mediaType)) throw new Problem('bad-input', { field: 'sha256', why: because('no-table', { name }) })
  return name
}
