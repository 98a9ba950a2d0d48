import { expect, test } from 'vitest'
import type { Clause } from '../../gate/clause.ts'
import type { Instant } from '../../kernel/day.ts'
import type { Event } from '../../kernel/log/event.ts'
import { ConformityLog } from './conformity.ts'

const CLAUSE: Clause = {
  id: 'I3',
  stage: 'select',
  title: { zh: '收集产品信息', en: 'product information' },
  asks: { zh: '…', en: '…' },
  checks: ['product.label'],
  events: ['product.recorded'],
}
const event = (type: string, subject: string, body: object): Event => ({
  seq: 0,
  at: '2026-05-20T12:00:00.000Z' as Instant,
  type,
  actor: 'Ann',
  subject,
  clause: 'I3',
  body: body as Event['body'],
})
const finding = (state: string) => ({ check: 'product.label', severity: 'block', state, owner: 'supplier' })
const decided = (subject: string, gate: string, ...states: string[]) =>
  event('gate.decided', subject, { about: 'product', gates: { [gate]: 'open' }, findings: states.map(finding) })
const LINEUP = event('lineup.decided', 'june', { slots: [{ product: 'p-1', supplier: 's-1' }] })

/** The verdict on the clause, with how many findings are wrong and how many missing. */
function assessed(...events: Event[]): [verdict: string, wrong: number, missing: number] {
  const log = new ConformityLog()
  for (const e of [event('product.recorded', 'p-1', {}), LINEUP, ...events]) log.add(e)
  const [{ verdict, wrong, missing }] = log.assess([CLAUSE]) as [ReturnType<ConformityLog['assess']>[number]]
  return [verdict, wrong, missing]
}

test('what is missing is provisional, what is wrong fails, off the lineup neither counts', () => {
  expect(assessed()).toEqual(['conforms', 0, 0])
  expect(assessed(decided('p-1', 'product', 'missing', 'missing'))).toEqual(['provisional', 0, 2])
  expect(assessed(decided('p-1', 'product', 'wrong', 'missing'))).toEqual(['fails', 1, 1])
  expect(assessed(decided('p-2', 'product', 'wrong'))).toEqual(['conforms', 0, 0])
})

test('a gate decided again counts as it was decided last', () => {
  const before = decided('p-1', 'product', 'wrong', 'missing')
  expect(assessed(before, decided('p-1', 'product'))).toEqual(['conforms', 0, 0])
  expect(assessed(before, decided('p-1', 'product', 'missing'))).toEqual(['provisional', 0, 1])
  // another gate on the same subject stands beside it
  expect(assessed(before, decided('p-1', 'closure'))).toEqual(['fails', 1, 1])
})
