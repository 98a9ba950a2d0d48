import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Route, requestOf, routesOf } from '../../../test/support/routes-of.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { PROBLEMS } from './problem.ts'
import { CATALOGUES } from './reasons.ts'

const PACKAGES = path.join(import.meta.dirname, '../../../..')
const HAN = /\p{Script=Han}/u
/** Three words of Latin letters in a row are a sentence; a product's name, a file or a code is none. */
const SENTENCE = /\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b/
/** What a reader of one language cannot read in a text of theirs. */
const foreign = ({ zh, en }: Text) => !HAN.test(zh) || SENTENCE.test(zh) || HAN.test(en) || zh === en
/** An id for whatever is asked for: nothing is looked for before the shape is right. */
const IDS = new Proxy<Record<string, string>>({}, { get: () => 'x' })
/** What is written otherwise in Chinese: names of headers that lists have. */
const QUOTED = /"[^"]*"|“[^”]*”/g

const sources = globSync('*/src/**/*.ts', { cwd: PACKAGES })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(PACKAGES, file), 'utf8') }))

describe('the catalogue of reasons', () => {
  const all = CATALOGUES.flatMap((texts) => Object.entries(texts))

  it('holds every text that the sources give as a reason', () => {
    const codes = sources
      .filter(({ text }) => /= reasonsOf\(\{/.test(text))
      .flatMap(({ text }) => [...text.matchAll(/^ {2}'?([a-z][\w-]*)'?: \{/gm)].map(([, code]) => code as string))
    expect(codes.length).toBeGreaterThan(300)
    const known = new Set(all.map(([code]) => code))
    const catalogued = sources.filter(({ file }) => /(because|cause|records)\.ts$/.test(file))
    const written = catalogued.flatMap(({ text }) =>
      [...text.matchAll(/'([\w-]+)': \{\s*zh:/g)].map(([, c]) => c as string),
    )
    expect(written.filter((code) => !known.has(code))).toEqual([])
  })

  it('has each code once', () => {
    const codes = all.map(([code]) => code)
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([])
  })

  it('says each in Chinese and in English, of the same values', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted()
    expect(all.filter(([, { zh, en }]) => String(values(zh)) !== String(values(en))).map(([code]) => code)).toEqual([])
    const plain = (text: string) => text.replace(/\{\{\w+\}\}/g, '').replace(QUOTED, '')
    // what is only a value is said by what gave it
    const worded = all.filter(([, { en }]) => /[a-z]/.test(plain(en)))
    expect(worded.filter(([, { zh, en }]) => foreign({ zh: plain(zh), en: plain(en) })).map(([code]) => code)).toEqual(
      [],
    )
  })

  it('leaves to English alone what only the command line tells', () => {
    const OPERATOR =
      /^(cli\/|server\/src\/(start|operate|config\.ts|platform\/(database|secrets)\/|platform\/files\/open-files\.ts)|interchange\/src\/(project|standard\/check-)|domain\/src\/kernel\/reason\.ts)/
    const others = sources.filter(({ file, text }) => text.includes('toOperator(') && !OPERATOR.test(file))
    expect(others.map(({ file }) => file)).toEqual([])
  })
})

it('every problem has a title in both languages', () => {
  expect(
    Object.entries(PROBLEMS)
      .filter(([, { zh, en }]) => !HAN.test(zh) || HAN.test(en))
      .map(([code]) => code),
  ).toEqual([])
})

describe('an input of a wrong shape', { timeout: 120_000 }, () => {
  let app: FastifyInstance
  let routes: Route[]
  const owner = { 'x-actor': encodeURIComponent(JSON.stringify(person('a', 'Lin', 'owner'))) }
  beforeAll(async () => {
    const { db } = await testDatabase()
    await makeOrganisation(db, 'a')
    app = await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as never }))
    await app.ready()
    routes = routesOf(app.swagger()).filter(({ body }) => body !== undefined)
  })

  /** The sample of a route, wrong in each of its fields, one way after the other. */
  const wrong = (sample: unknown): unknown[] => {
    if (typeof sample !== 'object' || sample === null) return [[], 7]
    const fields = Object.keys(sample)
    const all = (value: unknown) => Object.fromEntries(fields.map((field) => [field, value]))
    return [
      {},
      [],
      'text',
      ...['', -1.5, true, null, [], [{}], {}, 'x'.repeat(20_000), 1e12].map(all),
      { ...sample, stranger: 1 },
    ]
  }

  it('is told in both languages, field by field, by every command', async () => {
    const told: string[] = []
    let asked = 0
    let seen = 0
    for (const route of routes) {
      const { url, body: sample } = requestOf(route, IDS)
      for (const body of wrong(sample)) {
        const reply = await app.inject({
          method: route.method as 'POST',
          url,
          headers: { ...owner, 'idempotency-key': `wrong-shape-${asked++}` },
          payload: body as object,
        })
        if (reply.statusCode < 400) continue
        const { text, reasons = [], remedy } = reply.json()
        seen += reasons.length
        if (reply.statusCode === 400 && reasons.length === 0 && text.en !== PROBLEMS['version-missing'].en)
          told.push(`${route.name}: ${reply.payload.slice(0, 200)}`)
        for (const one of [text, ...reasons.map((r: { text: Text }) => r.text), ...(remedy ? [remedy] : [])])
          if (foreign({ zh: one.zh.replace(QUOTED, ''), en: one.en.replace(QUOTED, '') }))
            told.push(`${route.name}: ${one.zh} | ${one.en}`)
      }
    }
    expect(asked).toBeGreaterThan(500)
    expect(seen).toBeGreaterThan(2000)
    expect([...new Set(told)]).toEqual([])
  })
})
