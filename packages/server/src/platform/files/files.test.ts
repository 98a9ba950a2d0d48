import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Actor } from '../commands/actor.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const ofS1: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }
const ofS2: Actor = { ...person('a', 'Ma', 'supplier'), supplier: 'S-2' }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

let app: FastifyInstance
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  app = await testApp(testHouse(db, clock))
})

const headersOf = (actor: Actor) => ({ 'x-actor': encodeURIComponent(JSON.stringify(actor)) })
const put = (actor: Actor, content: Buffer | string, name: string, type = 'application/octet-stream') =>
  app.inject({
    method: 'PUT',
    url: `/api/v1/files?name=${encodeURIComponent(name)}`,
    headers: { ...headersOf(actor), 'content-type': type },
    payload: content,
  })
const get = (actor: Actor, url: string) => app.inject({ url: `/api/v1${url}`, headers: headersOf(actor) })

describe('an upload', () => {
  it('is named by its content and answered the same when it is sent again', async () => {
    const first = await put(lin, PNG, '../../封面 图.exe')
    expect(first.statusCode).toBe(201)
    // sha256sum of the bytes above
    expect(first.json()).toMatchObject({ name: '封面 图.png', mediaType: 'image/png', size: PNG.length })
    const again = await put(lin, PNG, 'other.png')
    expect([again.statusCode, again.json().sha256]).toEqual([200, first.json().sha256])
  })

  it('is taken from a form, and a table of any type of body', async () => {
    const form = new FormData()
    form.append('file', new Blob([PDF]), '证书.pdf')
    const { headers, body } = new Request('http://x', { method: 'PUT', body: form })
    const payload = Buffer.from(await new Response(body).arrayBuffer())
    const sent = await app.inject({
      method: 'PUT',
      url: '/api/v1/files',
      headers: { ...headersOf(lin), 'content-type': headers.get('content-type')! },
      payload,
    })
    expect(sent.json()).toMatchObject({ name: '证书.pdf', mediaType: 'application/pdf' })
    expect((await put(lin, '名称,价格\n伞,19\n', '供货.csv', 'text/csv')).json()).toMatchObject({
      mediaType: 'text/csv',
    })
    expect((await put(lin, '{"a":1}', 'a.txt', 'application/json')).json()).toMatchObject({ mediaType: 'text/plain' })
  })

  it.each([
    ['a program named as a picture', Buffer.from(`MZ\x90\0\x03\0\0\0${'\0'.repeat(200)}`, 'latin1'), 'cover.jpg'],
    ['a page named as a table', '<!doctype html><script>alert(1)</script>', 'list.csv'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'logo.png'],
    ['a page after blank lines', '\ufeff\n  <html><body>x</body></html>', 'notes.txt'],
    ['a shell script', '#!/bin/sh\nrm -rf /\n', 'notes.txt'],
    ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'book.xlsx'],
  ])('is refused when it is %s', async (_, content, name) => {
    const refused = await put(lin, content, name)
    expect([refused.statusCode, refused.json().code]).toEqual([415, 'unsupported-type'])
  })

  it('is refused when it is empty, too long, or sent by an auditor', async () => {
    expect((await put(lin, '', 'a.txt')).statusCode).toBe(400)
    expect((await put(lin, 'x'.repeat(1_000_001), 'a.txt')).statusCode).toBe(413)
    expect((await put(person('a', 'Au', 'auditor'), PNG, 'a.png')).statusCode).toBe(403)
  })
})

describe('a file', () => {
  const EVIDENCE = '检测报告：合格\n'

  it('is served as it was stored, to be saved and not run', async () => {
    const { sha256 } = (await put(lin, EVIDENCE, '报告.txt')).json()
    const reply = await get(lin, `/files/${sha256}/content?inline=true`)
    expect(reply.body).toBe(EVIDENCE)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="__.txt"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'cache-control': 'private, max-age=31536000, immutable',
    })
    const { sha256: picture } = (await put(lin, PNG, 'a.png')).json()
    const shown = await get(lin, `/files/${picture}/content?inline=true`)
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
    expect(shown.rawPayload).toEqual(PNG)
  })

  it('of a supplier is seen by that supplier and the organisation, by no other; the same bytes tell nothing', async () => {
    const sent = await put(ofS1, 'S-1 的营业执照', 'licence.txt')
    const { sha256 } = sent.json()
    expect((await get(ofS1, `/files/${sha256}`)).json()).toMatchObject({ name: 'licence.txt' })
    expect((await get(lin, `/files/${sha256}/content`)).body).toBe('S-1 的营业执照')
    for (const url of [`/files/${sha256}`, `/files/${sha256}/content`, `/files/${sha256}/link`]) {
      expect((await get(ofS2, url)).statusCode).toBe(404)
      expect((await get(person('b', 'Mallory', 'owner'), url)).statusCode).toBe(404)
    }
    const same = await put(ofS2, 'S-1 的营业执照', 'mine.txt')
    expect([same.statusCode, same.json().name]).toEqual([201, 'mine.txt'])
    expect((await get(ofS2, `/files/${sha256}`)).json()).toMatchObject({ name: 'mine.txt', storedBy: 'Ma' })
    expect((await get(ofS1, `/files/${sha256}`)).json()).toMatchObject({ name: 'licence.txt', storedBy: 'Sun' })
  })

  it('is shown by a link for five minutes, and by no link that was changed', async () => {
    const { sha256 } = (await put(lin, PNG, 'a.png')).json()
    const { url, expiresAt } = (await get(lin, `/files/${sha256}/link`)).json()
    expect(expiresAt).toBe('2026-05-01T08:05:00.000Z')
    const shown = await app.inject({ url: `${url}?inline=true` })
    expect([shown.statusCode, shown.rawPayload]).toEqual([200, PNG])
    const [payload, signed] = url.slice('/files/'.length).split('.')
    const other = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...other, org: 'b' })).toString('base64url')
    expect((await app.inject({ url: `/files/${forged}.${signed}` })).statusCode).toBe(410)
    clock.now = '2026-05-01T08:05:00.000Z' as Instant
    expect((await app.inject({ url })).statusCode).toBe(410)
    clock.now = '2026-05-01T08:00:00.000Z' as Instant
  })
})
