import type { Day, Instant } from '@haixuan/domain/kernel/day'
import { project } from '@haixuan/domain/plan/project'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { readPack } from '@haixuan/interchange/standard/read-pack'
import { expect, it } from 'vitest'
import { Desks } from '../../flow/desks.ts'
import { beside, inForce } from '../../flow/own-house.ts'
import type { House } from '../../house.ts'
import { claimsIn, forbiddingOn } from './claims.ts'

const standard = loadStandard()
const plan = project.parse({ theme: 'a', markets: ['de'], date: '2026-06-06', language: 'zh', slots: 1 })
const now = '2026-06-07T12:00:00.000Z' as Instant
const pack = `market: de
words:
  - id: de.own.words.wonder
    language: zh
    words: [黑科技]
    what: { zh: 内控：不说“黑科技”, en: 'House rule: no black technology' }
    remedy: { zh: 请说明实际技术, en: Name the technology }
    severity: block
    from: 2026-01-01
`
const law = { standard, desks: new Desks(standard as never) } as unknown as House
const own = inForce(law.standard, {
  ...readPack(pack, standard, 'pack.yaml'),
  name: '内控规则',
  version: 1,
  from: '2026-06-07' as Day,
})
const house = { ...law, ...beside(law, own) } as House
const heard = (of: House, said: string, at = now) => claimsIn(of, plan, at, undefined)(said, 'zh')

it('S3 · words of a pack are heard beside the claims of the law, from the day they hold', () => {
  const said = '全网最低价的黑科技'
  const claims = heard(law, said)
  expect(claims.length).toBeGreaterThan(0)
  const both = heard(house, said)
  expect(both).toEqual([
    ...claims,
    {
      words: '黑科技',
      from: 6,
      to: 9,
      kind: 'forbidden',
      severity: 'block',
      carried: false,
      needs: { zh: '请说明实际技术', en: 'Name the technology' },
      softer: '请说明实际技术',
      forbidden: { zh: '内控：不说“黑科技” · 内控规则 v1', en: 'House rule: no black technology · 内控规则 v1' },
    },
  ])
  // the day of the stream, before the pack holds
  expect(heard(house, said, '2026-06-06T12:00:00.000Z' as Instant)).toEqual(claims)
  expect(forbiddingOn(house, plan, now, undefined).map((r) => r.id)).toEqual(['de.own.words.wonder'])
})
