import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const lin = person('a', 'Lin', 'selection', 'sourcing')
const mallory = person('b', 'Mallory', 'selection')
const products = '/projects/rain/products'

let app: FastifyInstance
const as = (actor = lin) => asking(app)(actor)

beforeAll(async () => {
  const { db } = await testDatabase()
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  app = await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant }))
  await projectWith(
    asking(app),
    lin,
    'rain',
    [1, 2, 3].map((n) => umbrella(`P-${n}`, `折叠伞 ${n} 号`)),
  )
})

const fix = (each: readonly object[], more: object = {}) =>
  as().post(`${products}/fix-class`, { each, input: { class: 'home-decor' } }, more)
const classOf = async (id: string) => (await as().get(`${products}/${id}`)).body.class
const changesOf = async (id: string) => (await as().get(`/events?subject=${id}&type=product.recorded`)).body.rows.length

describe('the same command on several records', () => {
  it('changes those it may and tells why it did not change the others', async () => {
    const version = (await as().get(`${products}/P-2`)).body.version
    const { status, body } = await fix([
      { product: 'P-2', version },
      { product: 'P-1', version },
      { product: 'P-9', version },
      { product: 'P-3', version: version + 4 },
    ])
    expect(status).toBe(200)
    expect(body.done.map((d: { id: string }) => d.id)).toEqual(['P-1', 'P-2'])
    expect(body.refused.map((r: { id: string; problem: { code: string } }) => [r.id, r.problem.code])).toEqual([
      ['P-3', 'stale'],
      ['P-9', 'not-found'],
    ])
    expect(await Promise.all(['P-1', 'P-2'].map(classOf))).toEqual(['home-decor', 'home-decor'])
  })

  it('is carried out once for a key, and logs each record as its own command would', async () => {
    const before = await changesOf('P-3')
    const key = { key: 'fix-once-for-all' }
    const first = await fix([{ product: 'P-3', version: 1 }], key)
    expect(await fix([{ product: 'P-3', version: 1 }], key)).toEqual(first)
    expect((await changesOf('P-3')) - before).toBe(1)
    expect((await as().get(`/events?subject=P-3&type=product.recorded`)).body.rows[0].body.command).toBe(
      'product.fix-class',
    )
  })

  it('answers with the first refusal when none could be changed', async () => {
    expect(await fix(['P-8', 'P-9'].map((product) => ({ product, version: 1 })))).toMatchObject({ status: 404 })
    const foreign = await as(mallory).post(`${products}/fix-class`, {
      each: [{ product: 'P-1', version: 1 }],
      input: { class: 'home-decor' },
    })
    expect(foreign.status).toBe(404)
    expect((await as(person('a', 'Sun', 'quality')).post(`${products}/fix-role`, {})).status).toBe(403)
  })

  it('takes 500 at most', async () => {
    const each = Array.from({ length: 501 }, (_, n) => ({ product: `P-${n}`, version: 1 }))
    expect(await fix(each)).toMatchObject({ status: 400, body: { field: 'each' } })
  })
})
