import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { formatSigningKey, formatVerifierKey, signingKeyFrom } from '@haixuan/domain/kernel/log/signed-note'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pinnedKey, signingKey } from './keys.ts'
import { publicKeyText } from './layout.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keys-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const env = () => ({ XDG_CONFIG_HOME: folder })
const put = (name: string, text: string, mode = 0o600) => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

describe('the signing key', () => {
  test('is made once, kept for the user alone, and found again', () => {
    const first = signingKey({ env: env() })
    expect(first).toMatchObject({ made: true, file: path.join(folder, 'haixuan', 'signing-key') })
    expect(first.warning).toBeUndefined()
    expect(statSync(first.file).mode & 0o777).toBe(0o600)
    expect(signingKey({ env: env() })).toEqual({ ...first, made: false })
    expect(readdirSync(path.dirname(first.file))).toEqual(['signing-key'])
  })

  test('lies under the home folder when no configuration folder is set, or one that is not absolute', () => {
    const file = path.join(folder, '.config', 'haixuan', 'signing-key')
    expect(signingKey({ env: { HOME: folder } }).file).toBe(file)
    expect(signingKey({ env: { HOME: folder, XDG_CONFIG_HOME: 'here' } }).file).toBe(file)
  })

  test('is one and the same for processes that start together', async () => {
    const program = `import { signingKey } from ${JSON.stringify(new URL('./keys.ts', import.meta.url).href)}
      const { key, made } = signingKey()
      console.log(JSON.stringify([Buffer.from(key.publicKey).toString('hex'), made]))`
    const start = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
        env: { ...process.env, ...env() },
      })
    const answers = (await Promise.all(Array.from({ length: 6 }, start))).map(({ stdout }) => JSON.parse(stdout))
    expect(new Set(answers.map(([key]) => key)).size).toBe(1)
    expect(answers.filter(([, made]) => made)).toHaveLength(1)
    expect(readdirSync(path.join(folder, 'haixuan'))).toEqual(['signing-key'])
  })

  test('given by a file is used as it is; a file that others can read is warned of', () => {
    const key = signingKeyFrom('shop.example', new Uint8Array(32).fill(3))
    expect(signingKey({ file: put('key', `${formatSigningKey(key)}\n`) })).toMatchObject({ key, made: false })
    expect(signingKey({ file: put('open', formatSigningKey(key), 0o644) }).warning?.en).toContain('chmod 600')
  })

  test('may be a PEM file of another program', () => {
    const pair = generateKeyPairSync('ed25519')
    const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const { key } = signingKey({ file: put('pem', pem) })
    const raw = pair.publicKey.export({ format: 'jwk' }).x!
    expect(Buffer.from(key.publicKey).toString('base64url')).toBe(raw)
  })

  test('that cannot be read is never written over', () => {
    const { file } = signingKey({ env: env() })
    writeFileSync(file, '')
    expect(() => signingKey({ env: env() })).toThrow(file)
    expect(readFileSync(file, 'utf8')).toBe('')
  })

  test.each([
    ['text', 'hello'],
    [
      'an RSA key',
      generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ],
  ])('is not %s', (_, text) => {
    const file = put('bad', text as string)
    expect(() => signingKey({ file })).toThrow(expect.objectContaining({ name: 'BadInput', place: file }))
  })

  test('is not a folder, a missing file, or kept where nothing can be kept', () => {
    expect(() => signingKey({ file: folder })).toThrow('is a directory')
    expect(() => signingKey({ file: path.join(folder, 'gone') })).toThrow('no such file')
    expect(() => signingKey({ env: { XDG_CONFIG_HOME: put('file', '') } })).toThrow('--key')
  })
})

describe('a key to trust', () => {
  const key = signingKeyFrom('shop.example', new Uint8Array(32).fill(3))
  const pem = publicKeyText(key).split('\n').slice(1).join('\n')

  test('is read from what an archive carries, from one line, from PEM, and from the signing key', () => {
    const { name, publicKey } = key
    expect(pinnedKey(put('a', publicKeyText(key)))).toEqual({ name, publicKey })
    expect(pinnedKey(put('b', formatVerifierKey(key)))).toEqual({ name, publicKey })
    expect(pinnedKey(put('d', formatSigningKey(key)))).toMatchObject({ name, publicKey })
    expect(Buffer.from(pinnedKey(put('c', pem)).publicKey).equals(publicKey)).toBe(true)
  })

  test.each(['', 'hello', 'a+b+c', '-----BEGIN NOTHING-----'])('is not %j', (text) => {
    expect(() => pinnedKey(put('bad', text))).toThrow(expect.objectContaining({ name: 'BadInput' }))
  })
})
