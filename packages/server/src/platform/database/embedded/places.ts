import { createHash } from 'node:crypto'
import { access, chmod, chown, constants, lstat, mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { mayEnter, type Owner, ownerOf } from './owner.ts'

/** Where an embedded cluster lies and who owns it. */
export type Places = {
  /** the folder actually used */
  readonly folder: string
  /** PostgreSQL's own data folder */
  readonly data: string
  readonly log: string
  readonly socket: string
  readonly owner: Owner
}

/** Where root keeps a cluster whose own folder the unprivileged user cannot reach. */
const ROOT_FOLDER = '/var/lib/haixuan'
/** sun_path has 108 bytes on Linux and 104 on macOS, with the closing zero. */
const SOCKET_PATH_LIMIT = 103
const SOCKET_NAME = '/.s.PGSQL.5432'
const MODE = 0o700

/** Makes the folders of the cluster that belongs to `wanted`, open to its owner alone. @throws BadInput */
export async function makePlaces(wanted: string): Promise<Places> {
  const folder = await reachable(path.resolve(wanted))
  try {
    await makeEnterable(folder)
    const real = await realpath(folder)
    const data = path.join(real, 'data')
    const owner = await ownerOf(data)
    const places = { folder: real, data, log: path.join(real, 'log'), socket: socketFolder(real, owner), owner }
    await access(real, constants.W_OK)
    for (const place of [places.log, places.socket]) await makeOwn(place, owner)
    return places
  } catch (error) {
    if (error instanceof BadInput) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new BadInput(toOperator(`cannot be written (${code}); name a folder that this user may write`), {
      place: folder,
    })
  }
}

/** The folder itself or, for root when the unprivileged user cannot reach it, one in /var/lib that stands for it. */
async function reachable(folder: string): Promise<string> {
  if (process.getuid!() !== 0) return folder
  const owner = await ownerOf(path.join(folder, 'data'))
  return (await mayEnter(folder, owner)) ? folder : path.join(ROOT_FOLDER, short(folder))
}

/** Makes the folder; what is newly made lets the owner of the cluster pass, whatever the umask says. */
async function makeEnterable(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) await chmod(made, 0o755)
}

/** The socket lies in the folder, or in /tmp when its path would be longer than a socket's may be. */
function socketFolder(folder: string, owner: Owner): string {
  const inside = path.join(folder, 'socket')
  if (Buffer.byteLength(inside + SOCKET_NAME) <= SOCKET_PATH_LIMIT) return inside
  return `/tmp/haixuan-${owner.uid}-${short(folder)}`
}

/** Makes a folder that is the owner's and closed to others; a stranger's folder or a link is refused. */
export async function makeOwn(place: string, owner: Owner): Promise<void> {
  await mkdir(place, { recursive: true, mode: MODE })
  const found = await lstat(place)
  const self = process.getuid!()
  if (!found.isDirectory() || (found.uid !== owner.uid && found.uid !== self))
    throw new BadInput(toOperator('belongs to another user; name another folder'), { place })
  if (found.uid !== owner.uid) await chown(place, owner.uid, owner.gid)
  if ((found.mode & 0o777) !== MODE) await chmod(place, MODE)
}

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
