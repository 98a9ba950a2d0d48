import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../../test/support/test-worker.ts'
import type { House } from '../../house.ts'
import { keepStandard } from '../../platform/events/standards.ts'
import { Desks } from '../desks.ts'
import { decideUnderNewStandard } from './standard-changed.ts'

const lin = person('a', 'Lin', 'selection', 'sourcing')
const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
let house: House
let upgraded: House
let as: ReturnType<typeof asking>
let faults: unknown[]

/** The house as it starts with another standard. */
function withStandard(change: (standard: StandardData) => StandardData): House {
  const standard = change(house.standard)
  return { ...house, standard, desks: new Desks(standard) }
}
const start = async (starting: House) => {
  await keepStandard(starting.db, starting.desks.standardHash, starting.standard)
  return decideUnderNewStandard(starting)
}
const tasks = async () => (await as(lin).get('/tasks?kind=project.decide&limit=100')).body.rows
const changes = async () => (await as(lin).get('/events?type=standard.changed')).body.rows

beforeAll(async () => {
  const { db, connection } = await testDatabase()
  for (const org of ['a', 'empty']) await makeOrganisation(db, org)
  house = testHouse(db, clock)
  const [like] = house.standard.rules.filter((r) => r.market === 'sg' && r.requires && 'label' in r.requires)
  upgraded = withStandard((standard) => ({
    ...standard,
    rules: [
      ...standard.rules,
      { ...like!, id: 'sg.new', applies: undefined as never, requires: { label: ['care-symbols'] }, statutory: true },
    ].map((r) => JSON.parse(JSON.stringify(r))),
  }))
  await start(house)
  as = asking(await testApp(upgraded))
  await projectWith(asking(await testApp(house)), lin, 'rain', [umbrella('P-1', '折叠伞 1 号')])
  await projectWith(asking(await testApp(house)), lin, 'berlin', [umbrella('P-1', '折叠伞 1 号')], { markets: ['de'] })
  ;({ faults } = testWorker(upgraded, connection))
})

describe('M3 · a server that starts with another standard', () => {
  it('decides nothing again when the standard is the same', async () => {
    expect(await start(house)).toBe(0)
    expect(await tasks()).toEqual([])
  })

  it('decides what the changed rules touch again, once, and says why', async () => {
    expect(await start(upgraded)).toBe(1)
    const begun = await tasks()
    expect(begun.map((t: { project: string }) => t.project)).toEqual(['rain'])
    await taskEnded(as, lin, begun[0].id)
    const { findings } = (await as(lin).get('/projects/rain/products/P-1')).body
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'sg.new', statutory: true }))
    expect(await changes()).toMatchObject([
      {
        actor: 'haixuan',
        clause: 'M3',
        body: {
          from: house.desks.standardHash,
          to: upgraded.desks.standardHash,
          rules: ['sg.new'],
          parts: [],
          projects: ['rain'],
        },
      },
    ])
    const log = (await as(lin).get('/events?subject=P-1&type=gate.decided')).body.rows
    expect(log[0].body.standard).toBe(upgraded.desks.standardHash)
  })

  it('does so once, however many servers start', async () => {
    expect(await Promise.all([start(upgraded), start(upgraded)])).toEqual([0, 0])
    expect((await tasks()).length).toBe(1)
  })

  it('decides everything again when more than rules changed, and what a rule bound that is gone', async () => {
    const without = withStandard((s) => ({ ...s, rules: s.rules.filter((r) => r.id !== 'sg.new') }))
    expect(await start(without)).toBe(1)
    expect((await changes())[0].body).toMatchObject({ rules: ['sg.new'], projects: ['rain'] })
    const words = withStandard((s) => ({ ...s, roles: { ...s.roles, roles: s.roles.roles.toReversed() } }))
    expect(await start(words)).toBe(1)
    expect((await changes())[0].body).toMatchObject({ parts: ['roles'], rules: [], projects: ['berlin', 'rain'] })
    for (const { id } of await tasks()) expect((await taskEnded(as, lin, id)).state).toBe('done')
    expect(faults).toEqual([])
  })
})
