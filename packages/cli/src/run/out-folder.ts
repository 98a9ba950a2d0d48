import { accessSync, constants, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'

const field = '--out'
const kindOf = (place: string): 'folder' | 'file' | 'nothing' => {
  try {
    return statSync(place).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return 'nothing'
    if (code === 'ENOTDIR') return 'file'
    throw error
  }
}

/** Whether files of these names could be written into a folder, made when it is not there. @throws BadInput before any work is done */
export function expectWritable(out: string, names: readonly string[]): void {
  let there = path.resolve(out)
  while (kindOf(there) === 'nothing' && path.dirname(there) !== there) there = path.dirname(there)
  if (kindOf(there) !== 'folder')
    throw new BadInput(toOperator('is or lies below a file, not a folder; name another folder'), { place: out, field })
  try {
    accessSync(there, constants.W_OK | constants.X_OK)
  } catch {
    throw new BadInput(toOperator('may not be written by this user; name another folder'), { place: there, field })
  }
  for (const name of names)
    if (kindOf(path.join(out, name)) === 'folder')
      throw new BadInput(toOperator('is a folder where a file goes; move it away'), {
        place: path.join(out, name),
        field,
      })
}

/**
 * Lets `write` make all the files in a place of its own and moves them into the folder when the last is whole; when it
 * fails, the folder is as it was before.
 */
export async function writeTogether(
  out: string,
  names: readonly string[],
  write: (at: (name: string) => string) => Promise<void>,
): Promise<void> {
  const made = makeFolder(out)
  const work = path.join(out, `.run-${process.pid}`)
  let whole = false
  try {
    mkdirSync(work)
    await write((name) => path.join(work, name))
    for (const name of names) renameSync(path.join(work, name), path.join(out, name))
    whole = true
  } finally {
    rmSync(work, { recursive: true, force: true })
    if (!whole && made !== undefined) rmSync(made, { recursive: true, force: true })
  }
}

/** Node's own way never ends where a file system makes no folders, as below /proc. */
function withThoseAbove(folder: string): string | undefined {
  if (kindOf(folder) === 'folder') return undefined
  const first = withThoseAbove(path.dirname(folder))
  mkdirSync(folder)
  return first ?? folder
}

/** Makes a folder and those above it; gives the first that was not there before. @throws BadInput */
function makeFolder(out: string): string | undefined {
  try {
    return withThoseAbove(path.resolve(out))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadInput(toOperator(`cannot be made (${code}); name another folder`), { place: out, field })
  }
}
