import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Actor } from '../commands/actor.ts'
import { asSystem } from '../database/scope.ts'

const lin = person('a', 'Lin Umbrella', 'owner')
const mallory = person('b', 'Mallory', 'owner')

let app: FastifyInstance
const found = async (q: string, actor: Actor = lin, more = '') => {
  const { status, body } = await asking(app)(actor).get(`/search?q=${encodeURIComponent(q)}${more}`)
  expect(status).toBe(200)
  return Object.fromEntries(
    body.groups.map((g: { kind: string; rows: { id: string }[]; more: boolean }) => [g.kind, g.rows.map((r) => r.id)]),
  )
}

beforeAll(async () => {
  const { db } = await testDatabase()
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  await asSystem(db, (tx) =>
    tx
      .insertInto('member')
      .values({
        org_id: 'a',
        user_id: lin.user,
        name: lin.name,
        email: 'lin@people.example',
        roles: ['owner'],
        supplier_id: null,
      })
      .execute(),
  )
  app = await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant }))
  for (const [id, name] of [
    ['S-1', '示例伞业有限公司'],
    ['S-2', '另一雨具厂'],
  ])
    await asking(app)(lin).post('/suppliers', { id, name, country: 'CN', kind: 'manufacturer' })
  await projectWith(asking(app), lin, 'rain', [
    umbrella('P-1', '晴雨两用折叠伞 umbrella'),
    umbrella('P-2', '伞'),
    umbrella('P-3', '儿童雨衣', { seller: '另一雨具厂' }),
    ...Array.from({ length: 7 }, (_, n) => umbrella(`M-${n}`, `面霜 ${n}`)),
  ])
  await asking(app)(lin).post('/management-rules', {
    id: 'rain-rule',
    title: '雨具选品规则',
    text: '雨具须有检测报告。',
    acknowledges: { roles: ['host'] },
  })
})

it('finds in Chinese and in Latin letters, group by group, the closest first', async () => {
  expect(await found('雨')).toMatchObject({ project: ['rain'], 'management-rule': ['rain-rule'] })
  expect(await found('折叠伞')).toMatchObject({ product: ['P-1'] })
  expect((await found('伞')).product?.[0]).toBe('P-2')
  expect(await found('umbrella')).toMatchObject({ product: ['P-1'], member: [lin.user] })
  expect((await found('P-3')).product).toEqual(['P-3'])
  expect((await found('示例伞业')).supplier?.length).toBe(1)
  expect((await found('GPSR')).rule?.length).toBeGreaterThan(0)
  expect(await found('没有这样的词语')).toEqual({})
})

it('shows a few of each group and tells when there are more', async () => {
  const { body } = await asking(app)(lin).get(`/search?q=${encodeURIComponent('面霜')}&limit=3`)
  const group = body.groups.find((g: { kind: string }) => g.kind === 'product')
  expect([group.rows.length, group.more]).toEqual([3, true])
})

it('takes what people type for words, not for a query', async () => {
  for (const q of ["' or 1=1 --", '%', '_', "a:*&|!('", '\\', '（）'])
    expect(await found(q), q).not.toHaveProperty('product')
})

it('finds nothing of another organisation, and for a supplier its own alone', async () => {
  const all = await found('雨')
  expect(all.project).toEqual(['rain'])
  expect(Object.keys(await found('雨', mallory)).filter((kind) => kind !== 'rule')).toEqual([])
  const supplier = (await found('另一雨具厂')).supplier[0]
  const own: Actor = { ...person('a', 'Sun', 'supplier'), supplier }
  expect(await found('儿童雨衣', own)).toEqual({ product: ['P-3'] })
  expect(await found('折叠伞', own)).toEqual({})
})
