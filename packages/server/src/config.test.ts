import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, settingLines } from './config.ts'

test('without settings: this machine alone, a folder beside, nothing that must be chosen first', () => {
  expect(readConfig({})).toMatchObject({
    data: path.resolve('.haixuan'),
    host: '127.0.0.1',
    port: 4180,
    trustedProxies: [],
    logLevel: 'info',
  })
})

test('an empty setting counts as not set', () => {
  expect(readConfig({ HAIXUAN_PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4180, databaseUrl: undefined })
})

test.each([
  ['HAIXUAN_PORT', 'http'],
  ['HAIXUAN_PORT', '65536'],
  ['HAIXUAN_PORT', '1.5'],
  ['HAIXUAN_PORT', '-1'],
  ['HAIXUAN_ADDRESS', 'wool.example.org'],
  ['HAIXUAN_ADDRESS', 'ftp://wool.example.org'],
  ['DATABASE_URL', 'mysql://u:hunter22@db/x'],
  ['HAIXUAN_OWNER', 'nobody'],
  ['HAIXUAN_METRICS_TOKEN', 'hunter22'],
  ['HAIXUAN_LOG_LEVEL', 'loud'],
  ['HAIXUAN_RATE_LIMIT', 'many'],
  ['HAIXUAN_PROT', '4180'],
  ['HAIXUAN_MAIL', 'http://hunter22@mail'],
  ['HAIXUAN_OIDC', '{"clientSecret":"hunter22"}'],
  ['HAIXUAN_OIDC', '[{"clientSecret":"hunter22"}]'],
  ['HAIXUAN_PRIVATE_RECEIVERS', 'perhaps'],
  ['HAIXUAN_TRUSTED_PROXIES', 'proxy.internal'],
  ['HAIXUAN_TRUSTED_PROXIES', '10.0.0.1, 10.0.0.0/33'],
  ['HAIXUAN_TRUSTED_PROXIES', '10.0.0.0/0'],
])('%s=%s is refused in one line that names the setting and not its value', (name, value) => {
  const refused = () => readConfig({ [name]: value })
  expect(refused).toThrow(new RegExp(`^${name}: `))
  expect(refused).not.toThrow(value.length > 4 ? value : '\n')
  expect(refused).not.toThrow('\n')
})

test('proxies are read as a list', () => {
  expect(readConfig({ HAIXUAN_TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,' }).trustedProxies).toEqual([
    '10.0.0.1',
    '192.168.0.0/16',
  ])
  const inside = ['loopback', 'fd00::/8', '10.0.0.0/255.0.0.0']
  expect(readConfig({ HAIXUAN_TRUSTED_PROXIES: inside.join(',') }).trustedProxies).toEqual(inside)
})

test('a mail server is read with its login, and asks for a sender', () => {
  const env = { HAIXUAN_MAIL: 'smtp://li%40house:p%2Fw@mail.example:2525', HAIXUAN_MAIL_FROM: 'haixuan@house.example' }
  expect(readConfig(env).smtp).toEqual({
    host: 'mail.example',
    port: 2525,
    secure: false,
    from: 'haixuan@house.example',
    user: 'li@house',
    password: 'p/w',
  })
  expect(readConfig({ ...env, HAIXUAN_MAIL: 'smtps://mail.example' }).smtp).toMatchObject({ port: 465, secure: true })
  expect(() => readConfig({ HAIXUAN_MAIL: env.HAIXUAN_MAIL })).toThrow('HAIXUAN_MAIL_FROM: must be set')
})

test('providers are read from JSON', () => {
  const one = { id: 'house', discoveryUrl: 'https://id.example/x', clientId: 'haixuan', clientSecret: 's' }
  expect(readConfig({ HAIXUAN_OIDC: JSON.stringify([one]) }).oidc).toEqual([one])
})

test('every setting is told by the help and in docs/operations.md, with its default', () => {
  const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/operations.md'), 'utf8')
  expect(settingLines().length).toBeGreaterThan(10)
  for (const line of settingLines()) {
    const [name, ...words] = line.split(/\s+/)
    expect(words.length).toBeGreaterThan(2)
    expect(guide).toContain(`\`${name}\``)
  }
  expect(settingLines().find((line) => line.startsWith('HAIXUAN_PORT'))).toMatch(/\(4180\)$/)
})
