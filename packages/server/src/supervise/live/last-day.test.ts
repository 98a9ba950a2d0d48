import type { Instant } from '@haixuan/domain/kernel/day'
import { expect, it } from 'vitest'
import { projectWith, release, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const lin = person('a', 'Lin', 'selection')
const legal = person('a', 'Shen', 'legal')
const control = person('a', 'Kong', 'live-control')

it('R3 · S3 · evidence carries a claim through its last day where the organisation is, on desk and card alike', async () => {
  const clock = { now: '2026-06-06T12:00:00.000Z' as Instant }
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  const as = asking(await testApp(testHouse(db, clock)))
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞 假一罚十')])
  const proof = { words: '假一罚十', type: 'guarantee-terms', expires: '2026-06-06' }
  expect((await as(legal).post('/projects/june/products/U-1/prove-claim', proof)).status).toBe(200)
  await release(db, 'a', 'june', [{ product: 'U-1' }])
  await as(control).post('/projects/june/live/start', {})
  await as(control).post('/projects/june/live/next', {}, { version: 1 })
  const told = async () => {
    const { clock, onAir } = (await as(control).get('/projects/june/live')).body
    const [card] = (await as(control).get('/projects/june/lineup/script-cards')).body.cards
    const words = (claims: readonly { readonly words: string }[]) => claims.map((c) => c.words)
    return {
      day: clock.day,
      may: onAir.mayClaim,
      avoid: words(onAir.avoid),
      card: words(card.mayClaim),
      not: words(card.avoid),
    }
  }
  const said = ['假一罚十']
  expect(await told()).toEqual({ day: '2026-06-06', may: said, avoid: [], card: said, not: [] })
  // a minute past midnight in Shanghai, where the organisation is
  clock.now = '2026-06-06T16:01:00.000Z' as Instant
  expect(await told()).toEqual({ day: '2026-06-07', may: [], avoid: said, card: [], not: said })
})
