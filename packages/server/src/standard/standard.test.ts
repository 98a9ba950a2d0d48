import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../test/support/released-project.ts'
import { testDatabase } from '../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../test/support/test-worker.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db, connection } = await testDatabase()
  await makeOrganisation(db, 'a')
  const house = testHouse(db, clock)
  as = asking(await testApp(house))
  testWorker(house, connection)
}, 60_000)

const get = async (path: string) => {
  const { status, body } = await as(lin).get(path)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const idsOf = (rows: { id: string }[]) => rows.map((r) => r.id)

describe('the law of a market', () => {
  // docs of the rule: Directive (EU) 2024/825 applies from 2026-09-27
  it('differs between two days by what begins and ends there, parents with it', async () => {
    const body = await get('/standard/difference?market=de&from=2026-09-26&to=2026-09-27')
    expect(idsOf(body.begins)).toEqual(['eu.claim.eco'])
    expect(idsOf(body.ends)).toEqual(['eu.claim.eco-evidence'])
    expect(body.changes).toEqual([])
    const before = idsOf((await get('/standard/rules?market=de&day=2026-09-26')).rows)
    const after = idsOf((await get('/standard/rules?market=de&day=2026-09-27')).rows)
    expect(before).toContain('eu.claim.eco-evidence')
    expect(before).not.toContain('eu.claim.eco')
    expect(after).toEqual([...before.filter((id) => id !== 'eu.claim.eco-evidence'), 'eu.claim.eco'].sort(byMarket))
  })

  it('is found by class, clause and words in both languages', async () => {
    const toys = (await get('/standard/rules?market=de&day=2026-06-01&class=toys&q=玩具')).rows
    expect(idsOf(toys)).toContain('eu.toys.conformity')
    const beauty = (await get('/standard/rules?market=de&day=2026-06-01&class=cosmetics')).rows
    expect(idsOf(beauty)).not.toContain('eu.toys.conformity')
    const returns = (await get('/standard/rules?market=de&clause=T4')).rows
    expect(new Set(returns.map((r: { clause: string }) => r.clause))).toEqual(new Set(['T4']))
    expect((await as(lin).get('/standard/rules?market=zz')).status).toBe(400)
  })

  it('tells the days on which it turns', async () => {
    const { day, rows } = await get('/standard/markets')
    expect(day).toBe('2026-05-01')
    const de = rows.find((m: { id: string }) => m.id === 'de')
    expect(de.turns).toContainEqual({ day: '2026-09-27', begin: 1, end: 1 })
  })
})

/** eu before de, then by id, as rules are listed. */
const byMarket = (a: string, b: string) => Number(b.startsWith('eu.')) - Number(a.startsWith('eu.')) || (a < b ? -1 : 1)

describe('the effect of a change of law', () => {
  it('is foreseen for the products it touches, and nothing is written', async () => {
    const about = { brand: 'Regen' }
    await projectWith(
      as,
      lin,
      'autumn',
      [
        umbrella('E-1', 'Climate neutral umbrella, eco-friendly', { ...about, language: 'en' }),
        umbrella('E-2', 'Folding umbrella, eight ribs', { ...about, language: 'en' }),
      ],
      { markets: ['de'], date: '2026-09-20' },
    )
    const seen = await get('/projects/autumn/products/E-1')
    const asked = await as(lin).post('/standard/foresee', { from: '2026-09-26', to: '2026-09-27' })
    const ended = await taskEnded(as, lin, asked.body.task)
    expect(ended).toMatchObject({ state: 'done', done: 2, of: 2, result: { projects: 1, products: 2, more: 0 } })
    const law = ended.result.effects.filter((e: { gained: { by: string }[] }) => e.gained.some((f) => f.by === 'law'))
    expect(law).toMatchObject([{ kind: 'product', project: 'autumn', subject: 'E-1' }])
    expect(law[0].gained).toContainEqual(
      expect.objectContaining({ rule: 'eu.claim.eco', market: 'de', by: 'law', statutory: true }),
    )
    expect(await get('/projects/autumn/products/E-1')).toEqual(seen)
  })
})

describe('the clauses', () => {
  it('show what each asks, its checks, and what the records of the organisation hold', async () => {
    const { rows } = await get('/standard/clauses')
    // requirements.md lists 32 clauses
    expect(rows).toHaveLength(32)
    const of = (id: string) => rows.find((r: { id: string }) => r.id === id)
    expect(of('P5')).toMatchObject({
      stage: 'plan',
      state: 'provisional',
      checks: [{ id: 'plan.approved.by-second-person', missing: 1, wrong: 0 }, { id: 'plan.waivers.effective' }],
      events: [{ type: 'plan.recorded', count: 1 }],
    })
    const [samples] = of('I4').checks
    const held = (await get('/projects/autumn/products?check=product.sample.sealed')).rows
    expect(samples.missing + samples.wrong).toBe(held.length)
  })
})

describe('the lists of the standard', () => {
  it.each([
    ['/standard/glossary?q=引流', 'traffic'],
    ['/standard/glossary?q=livestream', 'cross-border-livestream'],
    ['/standard/classes?q=3304', 'cosmetics'],
    ['/standard/documents?q=营业执照', 'business-licence'],
    ['/standard/contract-clauses?kind=required', 'quality.sealed-sample'],
    ['/standard/roles', 'hero'],
  ])('%s', async (path, id) => expect(idsOf((await get(path)).rows)).toContain(id))

  it('hold the qualification matrix with the names of what it asks for', async () => {
    const matrix = await get('/standard/qualification')
    // qualification.yaml
    expect(matrix).toMatchObject({ reviewDays: 365, conditionalDays: 60, screeningDays: 90, coolingOffDays: 7 })
    const asked = matrix.rows.flatMap((r: { documents: { 'any-of': string[] }[] }) =>
      r.documents.flatMap((d) => d['any-of']),
    )
    expect(asked.filter((id: string) => matrix.documents[id] === undefined)).toEqual([])
  })
})
