import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** One step of the schema: `name` is `0001-core` for 0001-core.sql. */
export type Migration = { readonly name: string; readonly sha256: string; readonly sql: string }

const OWN = path.resolve(import.meta.dirname, '../../../migrations')
const NUMBERED = /^(\d{4})-[a-z0-9-]+\.sql$/

/** The migrations of a folder in their order: numbered from 0001 without a gap. */
export async function readMigrations(folder = OWN): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file, n) => {
      if (Number(NUMBERED.exec(file)?.[1]) !== n + 1)
        throw new Error(
          `${path.join(folder, file)}: the file in place ${n + 1} is named ${String(n + 1).padStart(4, '0')}-….sql`,
        )
      const sql = await readFile(path.join(folder, file), 'utf8')
      return { name: file.replace(/\.sql$/, ''), sha256: createHash('sha256').update(sql).digest('hex'), sql }
    }),
  )
}
