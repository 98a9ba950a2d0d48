import { createSecretKey, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { masterKeyFile, parseMasterKey } from './master-key.ts'
import { unwrap, wrap } from './wrap.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'master-key-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the file of the master key', () => {
  const file = path.join(folder, 'master-key')

  test('is made once, for its owner alone, and nothing is left beside it', () => {
    const made = masterKeyFile(file)
    expect(masterKeyFile(file).equals(made)).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['master-key'])
  })

  test('is refused when others can read it', () => {
    chmodSync(file, 0o644)
    expect(() => masterKeyFile(file)).toThrow('chmod 600')
    chmodSync(file, 0o600)
  })

  test('is refused without repeating it when it holds something else', () => {
    writeFileSync(file, 'correct horse battery staple\n')
    expect(() => masterKeyFile(file)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('horse') }),
    )
  })
})

test('a setting is 32 bytes in base 64', () => {
  expect(() => parseMasterKey(randomBytes(31).toString('base64'), 'HAIXUAN_MASTER_KEY')).toThrow('HAIXUAN_MASTER_KEY')
  const bytes = randomBytes(32)
  const key = parseMasterKey(bytes.toString('base64'), 'HAIXUAN_MASTER_KEY')
  expect(key.export().equals(bytes)).toBe(true)
  expect(inspect(key)).not.toContain(bytes.toString('hex').slice(0, 8))
})

describe('a wrapped secret', () => {
  const master = createSecretKey(randomBytes(32))
  const secret = randomBytes(32)

  test('opens in its place only, and only as it was sealed', () => {
    const wrapped = wrap(master, secret, 'here')
    expect(unwrap(master, wrapped, 'here').equals(secret)).toBe(true)
    expect(() => unwrap(master, wrapped, 'there')).toThrow('there was not sealed')
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = Buffer.from(wrapped)
      changed[at]! ^= 1
      expect(() => unwrap(master, changed, 'here')).toThrow('was not sealed')
    }
    expect(() => unwrap(master, wrapped.subarray(0, 20), 'here')).toThrow('was not sealed')
  })

  test('is another text each time', () => {
    expect(wrap(master, secret, 'here').equals(wrap(master, secret, 'here'))).toBe(false)
  })
})
