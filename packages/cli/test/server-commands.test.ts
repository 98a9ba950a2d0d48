import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { haixuan, testFolder } from './support/haixuan.ts'

const folder = testFolder()

test('serve --help tells every setting', async () => {
  const { stdout } = await haixuan(['serve', '--help'])
  for (const name of ['DATABASE_URL', 'HAIXUAN_PORT', 'HAIXUAN_MASTER_KEY', 'HAIXUAN_LOG_LEVEL'])
    expect(stdout).toMatch(new RegExp(`\\n  ${name} +\\S`))
})

test.each([
  [['status']],
  [['backup', path.join(folder.path, 'backup')]],
  [['user', 'link', 'wang@example.com']],
  [['user', 'add', 'wang@example.com', '--role', 'owner']],
  [['key', 'rotate']],
])('%j without a server says so in one line and makes nothing', async (args) => {
  const { code, stdout, stderr } = await haixuan([...args, '--data', path.join(folder.path, 'none')])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^haixuan: .*none: holds no Haixuan yet[^\n]*\n$/)
})

test('user add asks for a role', async () => {
  const { code, stderr } = await haixuan(['user', 'add', 'wang@example.com'])
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^haixuan: .*--role[^\n]*\n$/)])
})

test.each(['user', 'key'])('%s without what to do shows its help and no more, exit 2', async (command) => {
  const { code, stdout, stderr } = await haixuan([command])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`Usage: haixuan ${command}`)
  expect(stderr).not.toContain('outputHelp')
})

test.skipIf(!existsSync('/proc/self'))('backup below a folder that makes none ends, and says so', async () => {
  const { code, stderr } = await haixuan(['backup', '/proc/haixuan/monday', '--data', path.join(folder.path, 'none')])
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^haixuan: \/proc\/haixuan\/monday: cannot be written \(E[A-Z]+\)\n$/),
  ])
})

test('restore of what is no backup says so', async () => {
  const { code, stderr } = await haixuan(['restore', folder.path, '--data', path.join(folder.path, 'none')])
  expect([code, stderr]).toEqual([2, expect.stringMatching(/holds no manifest.json[^\n]*\n$/)])
})
