import { describe, expect, it } from 'vitest'
import { madeMarket, madeRule } from '../../test/made-rules.ts'
import { runChecks } from '../gate/check.ts'
import { gatesOf } from '../gate/gate.ts'
import { ruleSetFor } from '../gate/rule-set.ts'
import type { Day } from '../kernel/day.ts'
import { planChecks } from './checks.ts'
import { project } from './project.ts'
import { planChanges, reopened } from './reopens.ts'

const least = { theme: '夏日美妆', markets: ['sg'], date: '2026-06-18', language: 'zh', slots: 10 }
const full = {
  ...least,
  platform: 'TikTok Shop',
  host: { name: 'Lin', verified: true, born: '2000-01-01' },
  time: '20:00',
  'time-zone': 'Asia/Singapore',
  audience: '25–35',
  goals: { gmv: '100000' },
  confirmed: { 'privacy-notice': { by: 'Wang', on: '2026-05-02' } },
  versions: [{ version: 1, author: 'Chen', at: '2026-05-01', approved: { by: 'Wang', at: '2026-05-02' } }],
}
const notice = madeRule('sg.notice', { requires: { fact: 'plan.confirmed.privacy-notice' } })
const lawOf = (rules = [notice]) => [ruleSetFor(rules, [madeMarket('sg', ['SG'])], 'sg', '2026-06-18' as Day)]
const judge = (plan: object, over = {}) =>
  runChecks(planChecks, {
    id: 'p',
    plan: project.parse(plan),
    asOf: '2026-06-18' as Day,
    law: lawOf(),
    titles: new Map([['lot.accepted', { zh: '大货批次检验合格', en: 'The lot is accepted' }]]),
    ...over,
  })
const blocks = (found: ReturnType<typeof judge>) =>
  found.filter((f) => f.severity === 'block').map((f) => `${f.check}:${f.state}`)

describe('the plan gate', () => {
  it('is provisional for the least a project file holds: host, platform, approval and duties are missing', () => {
    const found = judge(least)
    expect(blocks(found)).toEqual([
      'plan.stream.complete:missing',
      'plan.stream.complete:missing',
      'plan.approved.by-second-person:missing',
      'plan.duties.confirmed:missing',
    ])
    expect(gatesOf(found).plan).toBe('conditional')
  })
  it('passes a full plan approved by a second person', () => expect(gatesOf(judge(full)).plan).toBe('passed'))
  it('asks every stream for the duties of the law that are not tied to some goods', () => {
    const { confirmed: _, ...unconfirmed } = full
    expect(blocks(judge(unconfirmed))).toEqual(['plan.duties.confirmed:missing'])
    const ofAlcohol = madeRule('sg.age', {
      requires: { fact: 'plan.confirmed.age-verification' },
      applies: { class: { in: ['alcohol'] } },
    })
    expect(blocks(judge(full, { law: lawOf([notice, ofAlcohol]) }))).toEqual([])
  })
  it('refuses an approval by its own author', () => {
    const own = {
      ...full,
      versions: [{ version: 1, author: 'Chen', at: '2026-05-01', approved: { by: 'chen ', at: '2026-05-02' } }],
    }
    expect(blocks(judge(own))).toEqual(['plan.approved.by-second-person:wrong'])
  })
  it('refuses a host who turns 16 the day after the stream, and lets one who turns 16 that day', () => {
    const aged = (born: string) =>
      judge(
        { ...full, host: { name: 'Lin', verified: true, born } },
        { hostAge: { years: 16, rule: 'cn.host', source: 'act' } },
      )
    expect(blocks(aged('2010-06-19'))).toEqual(['plan.host.eligible:wrong'])
    expect(blocks(aged('2010-06-18'))).toEqual([])
  })
  it('is open when a market has no rules', () => expect(gatesOf(judge(full, { law: lawOf([]) })).plan).toBe('open'))
})

describe('a change of plan', () => {
  const before = project.parse(full)
  const gates = (over: object) => reopened(planChanges(before, project.parse({ ...full, ...over })))
  it('re-opens just the gates it touches', () => {
    expect(gates({ 'forbidden-classes': ['alcohol'] })).toEqual(['plan', 'product', 'on-air'])
    expect(gates({ 'contract-requirements': ['x'] })).toEqual(['plan', 'cooperation'])
    expect(gates({ markets: ['sg', 'my'] })).toEqual([
      'plan',
      'supplier',
      'product',
      'cooperation',
      'on-air',
      'closure',
    ])
    expect(gates({ audience: 'students' })).toEqual(['plan'])
    // no check before air reads how the lineup is to be made
    expect(gates({ lineup: { locks: [{ slot: 1, product: 'P' }] } })).toEqual(['plan'])
  })
  it('re-opens nothing for a new version record', () => expect(gates({ versions: [] })).toEqual([]))
})

it('names what a waiver without effect waives, never by the id of its check', () => {
  const waived = {
    check: 'lot.accepted',
    subject: 'PH-46',
    reason: '大货两天后到仓，到后即检',
    'asked-by': 'Chen',
    until: '2026-07-01',
  }
  const [told] = judge({ ...least, waivers: [waived] }).filter((f) => f.check === 'plan.waivers.effective')
  expect(told?.what.zh).toBe('PH-46 的“大货批次检验合格”豁免不起作用：尚未批准')
  expect(told?.what.en).toBe('The waiver for PH-46 of “The lot is accepted” has no effect: it is not granted yet')
})
