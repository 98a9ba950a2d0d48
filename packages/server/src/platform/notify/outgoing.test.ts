import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiver } from '../../../test/support/receiver.ts'
import { isInside, post, receiverUrl } from './outgoing.ts'

describe('where messages may go', () => {
  it.each([
    'http://shop.example/hook',
    'ftp://shop.example',
    'https://127.0.0.1/hook',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://localhost/',
    'https://a.localhost/',
    'https://intranet/',
    'https://user:word@shop.example/',
    'shop.example',
  ])('not to %s', (url) => {
    expect(() => receiverUrl(url, {})).toThrow(/^address: /)
  })

  it('to a public address over https, and inside where the installation allows it', () => {
    expect(receiverUrl('https://shop.example/hook?key=1', {}).host).toBe('shop.example')
    expect(receiverUrl('http://127.0.0.1:8080/hook', { privateAllowed: true }).port).toBe('8080')
  })

  // from the IANA registries of special-purpose addresses
  it.each([
    '0.0.0.0',
    '100.64.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'ff02::1',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '2002:a00:1::',
    '::ffff:127.0.0.1',
  ])('knows %s as inside', (address) => expect(isInside(address)).toBe(true))
  it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
    'knows %s as public',
    (address) => expect(isInside(address)).toBe(false),
  )
})

describe('a message', () => {
  let there: Awaited<ReturnType<typeof receiver>>
  beforeAll(async () => {
    there = await receiver()
  })
  afterAll(() => there.close())

  it('is not sent to a name that stands for an address inside', async () => {
    const url = new URL(there.url.replace('127.0.0.1', 'localhost'))
    await expect(post(url, '{}', {}, {})).rejects.toThrow('inside a network')
    expect(there.got).toEqual([])
  })

  it('follows no redirect, and reads no more than the beginning of an answer', async () => {
    there.state.reply = () => ({ status: 302, headers: { location: `${there.url}/secret` }, body: 'x'.repeat(100_000) })
    const answer = await post(new URL(there.url), '{}', {}, { privateAllowed: true })
    expect(answer.status).toBe(302)
    expect(answer.text).toHaveLength(4096)
    expect(there.got).toHaveLength(1)
  })

  it('waits so long and no longer', async () => {
    const { createServer } = await import('node:net')
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as { port: number }
    const asked = post(new URL(`http://127.0.0.1:${port}`), '{}', {}, { privateAllowed: true, timeoutMs: 50 })
    await expect(asked).rejects.toThrow('no answer in time')
    silent.close()
  })
})
