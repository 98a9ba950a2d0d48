import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'

/** The user whom PostgreSQL runs as; it refuses root. */
export type Owner = { readonly uid: number; readonly gid: number }

const ROOT = 0

/** Who owns the cluster: whoever runs this, but for root the owner of what is there already, else `nobody`. @throws BadInput */
export async function ownerOf(data: string): Promise<Owner> {
  const self = { uid: process.getuid!(), gid: process.getgid!() }
  const there = await stat(data).catch(() => undefined)
  if (self.uid !== ROOT) {
    if (there && there.uid !== self.uid)
      throw new BadInput(toOperator('belongs to another user; start as that user or as root, or name another folder'), {
        place: data,
      })
    return self
  }
  if (there && there.uid !== ROOT) return { uid: there.uid, gid: there.gid }
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

async function idOf(which: '-u' | '-g'): Promise<number> {
  try {
    return Number.parseInt((await promisify(execFile)('id', [which, 'nobody'])).stdout, 10)
  } catch {
    throw new BadInput(
      toOperator('PostgreSQL refuses root and there is no user "nobody"; start Haixuan as an ordinary user'),
    )
  }
}

/** Whether `owner` may enter `place`, or the part of its path that exists. */
export async function mayEnter(place: string, owner: Owner): Promise<boolean> {
  if (process.getuid!() === owner.uid) return true
  const steps = path.resolve(place).split(path.sep)
  for (let n = 1; n <= steps.length; n++) {
    const found = await stat(steps.slice(0, n).join(path.sep) || path.sep).catch(() => undefined)
    if (!found?.isDirectory()) return true
    const enter = found.uid === owner.uid ? 0o100 : found.gid === owner.gid ? 0o010 : 0o001
    if ((found.mode & enter) === 0) return false
  }
  return true
}
