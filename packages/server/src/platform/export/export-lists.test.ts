import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Instant } from '@haixuan/domain/kernel/day'
import { type Cell, textOf } from '@haixuan/interchange/import/file/cell'
import { IMPORT_LIMITS } from '@haixuan/interchange/import/file/limits'
import { openWorkbook } from '@haixuan/interchange/import/workbook/open-workbook'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { type Actor, MEMBER_ROLES } from '../commands/actor.ts'
import { asSystem } from '../database/scope.ts'
import { columnsOf } from './columns.ts'

const lin = person('a', 'Lin', 'selection', 'sourcing')
const MANY = 2_345
const standard = loadStandard()

let app: FastifyInstance
beforeAll(async () => {
  const { db } = await testDatabase()
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  app = await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant }))
  await projectWith(asking(app), lin, 'rain', [
    umbrella('P-1', '=HYPERLINK("https://evil.example")', { price: { minor: 1990, currency: 'SGD' } }),
    umbrella('P-2', '折叠伞', { price: { minor: 250_000, currency: 'VND' }, seller: '另一伞厂' }),
  ])
  await projectWith(asking(app), lin, 'many', [umbrella('M-0', '伞 0')])
  await asSystem(db, (tx) =>
    sql`insert into candidate (org_id, project_id, id, version, supplier_id, listing, title, search, likeness, created_at, updated_at)
      select org_id, project_id, 'M-' || n, 1, supplier_id, listing, '伞 ' || lpad(n::text, 5, '0'), search, likeness, created_at, updated_at
      from product, generate_series(1, ${MANY}) n where org_id = 'a' and id = 'M-0'`.execute(tx),
  )
})

const ask = (url: string, actor: Actor = lin, headers = {}) =>
  app.inject({ url: `/api/v1${url}`, headers: { 'x-actor': encodeURIComponent(JSON.stringify(actor)), ...headers } })
const table = async (url: string, headers = {}) =>
  parse((await ask(url, lin, headers)).body, { bom: true, columns: true }) as Record<string, string>[]

describe('a list as a table', () => {
  it('has the headers, amounts and words of its reader', async () => {
    const [zh] = await table('/projects/rain/products.csv?sort=price', { 'accept-language': 'zh-CN,zh;q=0.9' })
    expect(zh).toMatchObject({
      标题: expect.stringContaining('HYPERLINK'),
      价格: '19.9',
      '价格 · 币种': 'SGD',
      状态: '暂定',
    })
    const en = await table('/projects/rain/products.csv?sort=price&lang=en')
    const [, folding] = await table('/projects/rain/products.csv?sort=price&lang=zh')
    expect([folding?.品类, en[1]?.class]).toEqual(['家居日用', 'Household goods'])
    // the dong has no smaller unit
    expect(en[1]).toMatchObject({ title: '折叠伞', price: '250000', 'price · currency': 'VND' })
    expect(
      (await table('/projects/rain/products.csv', { 'accept-language': 'fr, en;q=0.8, zh;q=0.5' }))[0],
    ).toHaveProperty('title')
  })

  it('calls roles of people by their own names, not by the words that the glossary has for others', async () => {
    const column = columnsOf(z.object({ roles: z.array(z.enum(MEMBER_ROLES)) }), {
      language: 'zh',
      glossary: standard.glossary,
    })
    expect(column.map((c) => c.cell({ roles: ['owner', 'live-control'] }))).toEqual(['所有者; 场控'])
  })

  it('keeps texts from running as formulas', async () => {
    const [row] = await table('/projects/rain/products.csv?sort=price&lang=en')
    expect(row?.title).toBe(`'=HYPERLINK("https://evil.example")`)
  })

  it('holds all rows of the list, in its order, with its filters', async () => {
    const rows = await table('/projects/many/products.csv?lang=en&sort=-title')
    expect(rows.length).toBe(MANY + 1)
    expect(rows.map((r) => r.title).slice(0, 2)).toEqual(['伞 02345', '伞 02344'])
    expect((await table('/projects/rain/products.csv?lang=en&q=折叠')).map((r) => r.id)).toEqual(['P-2'])
    expect((await ask('/projects/rain/products.csv?sort=colour')).statusCode).toBe(400)
  })

  it('is a workbook too', async () => {
    const reply = await ask('/projects/many/products.xlsx?lang=en&sort=title')
    expect(reply.headers['content-disposition']).toBe('attachment; filename="products-2026-05-01.xlsx"')
    const folder = mkdtempSync(path.join(tmpdir(), 'haixuan-export-'))
    const file = path.join(folder, 'products.xlsx')
    writeFileSync(file, reply.rawPayload)
    const titles: string[] = []
    for await (const page of (await openWorkbook(file, IMPORT_LIMITS)).rows)
      for (const row of page) titles.push(textOf((row as readonly Cell[])[2]))
    rmSync(folder, { recursive: true })
    expect(titles.length).toBe(MANY + 2)
    expect([titles[0], titles[1], titles.at(-1)]).toEqual(['title', '伞 0', '伞 02345'])
  })

  it('shows each only what the list shows them', async () => {
    expect(
      (await ask('/projects/rain/products.csv', person('b', 'Mallory', 'owner'))).body.trim().split('\n').length,
    ).toBe(1)
    expect((await ask('/members.csv', person('a', 'Host', 'supplier'))).statusCode).toBe(403)
    expect((await app.inject({ url: '/api/v1/projects.csv' })).statusCode).toBe(401)
  })
})
