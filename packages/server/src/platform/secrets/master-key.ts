import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'

const KEY_BYTES = 32

/** The key that seals the secrets in the database: 32 bytes in base 64, as in a setting. @throws BadInput without repeating it */
export function parseMasterKey(text: string, place: string): KeyObject {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text.trim())
    throw new BadInput(
      toOperator('is not a master key: 32 bytes in base 64, such as `openssl rand -base64 32` gives'),
      { place },
    )
  return createSecretKey(bytes)
}

/** The master key kept in a file that only its owner may read; made on first use. @throws BadInput */
export function masterKeyFile(file: string): KeyObject {
  if (!statSync(file, { throwIfNoEntry: false })) makeOnce(file)
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new BadInput(toOperator('can be read by others; run chmod 600 on it'), { place: file })
  return parseMasterKey(readFileSync(file, 'utf8'), file)
}

/** Written under a name of its own and linked to its place: of two processes one wins, none sees half a file. */
function makeOnce(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
