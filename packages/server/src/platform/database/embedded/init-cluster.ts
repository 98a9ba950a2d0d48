import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { makeOwn, type Places } from './places.ts'
import { isAlive, runAs } from './processes.ts'
import type { Program } from './program.ts'

/** The superuser of the embedded cluster: for supervision, not for the application. */
export const SUPERUSER = 'postgres'

const HALF = 'data.new-'

/** Makes the cluster unless it is there; whole or not at all, whoever else makes it at the same time. @throws BadInput */
export async function initCluster(program: Program, places: Places): Promise<void> {
  const made = await majorOf(places.data)
  if (made === program.major) return
  if (made !== undefined) throw otherMajor(places, program, made)
  const half = path.join(places.folder, `${HALF}${process.pid}-${randomUUID()}`)
  await removeHalves(places.folder)
  await makeOwn(half, places.owner)
  try {
    await initdb(program, places, half)
    await rename(half, places.data)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    if ((await majorOf(places.data)) !== program.major) throw error
  }
}

async function initdb(program: Program, { folder, owner }: Places, into: string): Promise<void> {
  // C.UTF-8 is PostgreSQL's own: the order of text does not change with the machine's libraries
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--auth-local=trust', '--auth-host=reject', `--username=${SUPERUSER}`]
  try {
    await promisify(execFile)(
      path.join(program.folder, 'bin', 'initdb'),
      ['-D', into, ...locale, ...access, '--text-search-config=simple', '--no-instructions'],
      { ...runAs(owner), cwd: into },
    )
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? '').split('\n')
    const line = said.find((l) => l.startsWith('initdb: ') || l.includes('FATAL:')) ?? (error as Error).message
    throw new BadInput(toOperator(`PostgreSQL could not make its data folder: ${line}`), { place: folder })
  }
}

async function majorOf(data: string): Promise<number | undefined> {
  const text = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

function otherMajor({ data }: Places, { major }: Program, made: number): BadInput {
  const remedy =
    made > major ? 'start the newer Haixuan that made it' : 'back it up with the Haixuan that made it and restore here'
  return new BadInput(toOperator(`is of PostgreSQL ${made}, this Haixuan brings ${major}; ${remedy}`), { place: data })
}

/** Removes what a run that was killed had begun to make. */
async function removeHalves(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(HALF) && !isAlive(Number.parseInt(name.slice(HALF.length), 10)))
      await rm(path.join(folder, name), { recursive: true, force: true })
}
