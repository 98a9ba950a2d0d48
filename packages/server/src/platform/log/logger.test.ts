import { expect, test } from 'vitest'
import { makeLogger } from './logger.ts'

/** What is written of what a test logs. */
function written(form: 'json' | 'text', work: (log: ReturnType<typeof makeLogger>) => void): string {
  let text = ''
  const to = {
    write: (line: string) => {
      text += line
    },
  }
  work(makeLogger({ level: 'info', form, to }))
  return text
}

const SECRET = 'Zq7-very-secret-value'

test.each([
  ['a password', { input: { password: SECRET } }],
  ['a token in an array', { rows: [{ token: SECRET }] }],
  ['a cookie', { req: { headers: { cookie: `haixuan.session_token=${SECRET}` } } }],
  ['a header', { headers: { Authorization: `Bearer ${SECRET}` } }],
  ['an API key', { apiKey: SECRET }],
  ['an idempotency key', { 'idempotency-key': SECRET }],
  ['a client secret', { provider: { clientSecret: SECRET } }],
  ['an e-mail address', { email: 'wang@people.example' }],
  ['a bank account', { account: 'DE02120300000000202051' }],
  ['bytes', { key: Buffer.from(SECRET) }],
  ['a text with a header', { text: `authorization: Bearer ${SECRET}` }],
  ['a connection with a password', { url: `postgres://haixuan:${SECRET}@db.example/haixuan` }],
  ['a sign-in link', { url: `https://select.example/sign-in#${SECRET}` }],
  ['an error', { err: new Error(`no user wang@people.example with password=${SECRET}`) }],
  [
    'an error of PostgreSQL',
    {
      err: Object.assign(new Error(`duplicate key: (email)=(${SECRET})`), {
        severity: 'ERROR',
        code: '23505',
        detail: SECRET,
        constraint: 'user_email_key',
      }),
    },
  ],
  ['the cause of an error', { err: new Error('failed', { cause: new Error(`token=${SECRET}`) }) }],
])('%s comes into no line of the log', (_, entry) => {
  for (const form of ['json', 'text'] as const) {
    const text = written(form, (log) => log.error(entry, 'failed'))
    expect(text).toContain('failed')
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('people.example')
    expect(text).not.toContain('202051')
  }
})

test('messages are cleaned too', () => {
  const text = written('json', (log) => log.error(`refused Bearer ${SECRET} of wang@people.example`))
  expect(JSON.parse(text).msg).toBe('refused Bearer [hidden] of [hidden]')
})

test('what tells of a fault stays: kind, code, place', () => {
  const err = Object.assign(new TypeError('reading "x" of undefined'), { code: 'ERR_X' })
  const entry = JSON.parse(written('json', (log) => log.error({ err, route: '/projects/:project', status: 500 }, 'no')))
  expect(entry).toMatchObject({
    level: 'error',
    route: '/projects/:project',
    status: 500,
    err: { type: 'TypeError', message: 'reading "x" of undefined', code: 'ERR_X' },
  })
  expect(entry.err.at[0]).toContain('logger.test.ts')
})

test('for people: one line with the time of day', () => {
  const text = written('text', (log) => log.info({ route: '/x', status: 200 }, 'answered'))
  expect(text).toMatch(/^\d\d:\d\d:\d\d info {2}answered route=\/x status=200\n$/)
})
