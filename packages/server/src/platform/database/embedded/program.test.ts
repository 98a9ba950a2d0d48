import { chmod, lstat, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mayEnter } from './owner.ts'
import { readyProgram } from './program.ts'

const self = { uid: process.getuid!(), gid: process.getgid!() }
const stranger = { uid: 54321, gid: 54321 }
let folder: string
let native: string

/** A package as npm leaves it when install scripts are blocked: no links, no right to execute. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haixuan-program-'))
  native = path.join(folder, 'native')
  await mkdir(path.join(native, 'bin'), { recursive: true })
  await mkdir(path.join(native, 'lib'))
  for (const name of ['bin/postgres', 'bin/initdb', 'lib/libpq.so.5.18'])
    await writeFile(path.join(native, name), name, { mode: 0o644 })
  await writeFile(path.join(folder, 'package.json'), '{"version":"18.4.0-beta.17"}')
  await writeFile(
    path.join(native, 'pg-symlinks.json'),
    '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
  )
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('makes the links and rights that install scripts would have made, once', async () => {
  const ready = await readyProgram(native, path.join(folder, 'copies'), self)
  expect(ready).toEqual({ folder: native, version: '18.4.0-beta.17', major: 18 })
  expect(await readlink(path.join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18')
  expect((await stat(path.join(native, 'bin/postgres'))).mode & 0o777).toBe(0o755)
  const made = await lstat(path.join(native, 'lib/libpq.so.5'))
  await readyProgram(native, path.join(folder, 'copies'), self)
  expect((await lstat(path.join(native, 'lib/libpq.so.5'))).ino).toBe(made.ino)
})

test('copies the binaries to where the owner can run them', async () => {
  await chmod(folder, 0o700)
  const copies = path.join(folder, 'copies')
  const ready = await readyProgram(native, copies, stranger)
  expect(ready.folder).toBe(path.join(copies, 'postgresql-18.4.0-beta.17'))
  expect(await readlink(path.join(ready.folder, 'lib/libpq.so.5'))).toBe('libpq.so.5.18')
  expect((await readyProgram(native, copies, stranger)).folder).toBe(ready.folder)
})

test('a folder closed to others cannot be entered by another user', async () => {
  await chmod(folder, 0o755)
  expect(await mayEnter(path.join(folder, 'not', 'there'), stranger)).toBe(true)
  await chmod(folder, 0o700)
  expect(await mayEnter(path.join(native, 'bin'), stranger)).toBe(false)
  expect(await mayEnter(path.join(native, 'bin'), self)).toBe(true)
})
