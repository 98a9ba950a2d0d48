import { expect, test } from 'vitest'
import type { Values } from '../../gate/rule-set.ts'
import type { AfterSalesFile } from './after-sales-schema.ts'
import { checkReturns } from './check-returns.ts'

const notice = {
  check: 'offer.returns.lawful',
  clause: 'T4',
  severity: 'block',
  statutory: true,
  state: 'wrong',
  owner: 'service',
  what: { zh: '{market}', en: '{market}' },
  remedy: { zh: '改', en: 'mend' },
  source: { act: 'an act', status: 'recorded-from-memory' },
}
const file = {
  checks: {
    'returns.no-policy': notice,
    'returns.less-than-law': { ...notice, what: { zh: '{term}', en: '{term} {own} < {law}' } },
  },
} as unknown as AfterSalesFile
const issues = (policy: Parameters<typeof checkReturns>[0], law: Values) =>
  checkReturns(policy, {
    subject: 'o-1',
    market: 'de',
    file,
    parameters: () => ({ values: law, rule: 'de.withdrawal', source: 'an act', rules: {}, sources: {} }),
  }).map((f) => f.what.en)

const german: Values = { days: 14, 'refund-days': 14, 'outbound-shipping': true, 'return-shipping-payer': 'seller' }

test('a policy may give more than the law, and what it leaves open the law fills', () => {
  expect(issues({ days: 30, 'refund-days': 3, 'outbound-shipping': true }, german)).toEqual([])
  expect(issues({ days: 14 }, german)).toEqual([])
  expect(issues(undefined, german)).toEqual([])
})

test('each term that gives less is named with what the law gives', () => {
  expect(
    issues({ days: 7, 'refund-days': 30, 'outbound-shipping': false, 'return-shipping-payer': 'buyer' }, german),
  ).toEqual([
    'days to return 7 < 14',
    'days to refund 30 < 14',
    'refund of the outbound shipping no < yes',
    'who pays the way back the buyer < the seller',
  ])
})

test('where the law gives no withdrawal, a shop without a policy is told', () => {
  expect(issues(undefined, { days: 0 })).toEqual(['de'])
  expect(issues({ days: 0 }, { days: 0 })).toEqual([])
})
