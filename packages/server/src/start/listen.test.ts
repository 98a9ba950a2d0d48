import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { addressOf, close, listen, portFor } from './listen.ts'

const host = '127.0.0.1'

/** An application whose one answer waits to be let go. */
async function slowApp() {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<string>()
  const app = Fastify()
  app.get('/', () => {
    asked.resolve()
    return answer.promise
  })
  const where = { host, port: await portFor({ host, port: 0 }) }
  await listen(app, where)
  return { app, where, address: addressOf(where), asked: asked.promise, answer: answer.resolve }
}

test('a request under way is answered; then no more are taken', async () => {
  const { app, address, asked, answer } = await slowApp()
  const reply = fetch(address)
  await asked
  const closed = close(app, 60_000)
  answer('done')
  expect(await (await reply).text()).toBe('done')
  await closed
  await expect(fetch(address)).rejects.toThrow()
})

test('a request that takes too long is broken off', async () => {
  const { app, address, asked } = await slowApp()
  const broken = expect(fetch(address)).rejects.toThrow()
  await asked
  await close(app, 1)
  await broken
})

test('a port that is taken is told, before and while listening', async () => {
  const { app, where } = await slowApp()
  await expect(portFor(where)).rejects.toThrow(`HAIXUAN_PORT: ${where.port} is taken by another program`)
  await expect(listen(Fastify(), where)).rejects.toThrow('is taken by another program')
  await close(app, 1)
})

test('a host that is not of this machine is told', async () => {
  // TEST-NET-1 of RFC 5737
  await expect(portFor({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'HAIXUAN_HOST: 192.0.2.1 is no address of this machine',
  )
})

test.each([
  ['127.0.0.1', 4180, 'http://127.0.0.1:4180'],
  ['0.0.0.0', 4180, 'http://127.0.0.1:4180'],
  ['::1', 4180, 'http://[::1]:4180'],
  ['box.example', 80, 'http://box.example'],
])('a server on %s %i is reached at %s', (host, port, expected) => {
  expect(addressOf({ host, port })).toBe(expected)
})
