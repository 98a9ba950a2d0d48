import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.int().nonnegative()

/** What a backup holds, written last: a folder without it is no backup. */
const manifest = z.strictObject({
  format: z.literal(1),
  made: z.iso.datetime(),
  /** the schema it was taken from, by its migrations */
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  tables: z.array(
    z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1), rows: size, bytes: size, sha256 }),
  ),
  sequences: z.array(z.strictObject({ sequence: z.string(), last: z.int() })),
  files: z.array(z.strictObject({ path: z.string(), bytes: size, sha256 })),
  /** of each organisation's log, when it was taken */
  logs: z.array(z.strictObject({ org: z.string(), size, root: z.string() })),
  keys: z.boolean(),
})
export type Manifest = z.output<typeof manifest>

/** The places in a backup. */
export const partsOf = (folder: string) => ({
  manifest: path.join(folder, 'manifest.json'),
  tables: path.join(folder, 'tables'),
  files: path.join(folder, 'files'),
  keys: path.join(folder, 'keys'),
  key: path.join(folder, 'keys', 'master-key'),
})

/** @throws BadInput for a folder that is no backup, or one of another form */
export function readManifest(folder: string): Manifest {
  const { manifest: file } = partsOf(folder)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(toOperator('holds no manifest.json: it is no backup, or one that was broken off'), {
      place: folder,
    })
  }
  const { sum, ...content } = parsed(text, file)
  if (sum !== sumOf(content)) throw new BadInput(toOperator('was changed after the backup was made'), { place: file })
  const read = manifest.safeParse(content)
  if (!read.success) throw new BadInput(toOperator('is not of a backup that this program knows'), { place: file })
  return read.data
}

export const manifestText = (content: Manifest): string =>
  `${JSON.stringify({ ...content, sum: sumOf(content) }, null, 1)}\n`

const sumOf = (content: object) => createHash('sha256').update(JSON.stringify(content)).digest('hex')

function parsed(text: string, file: string): { readonly sum?: unknown } {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput(toOperator('is not JSON'), { place: file })
  }
}
