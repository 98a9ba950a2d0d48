import { describe, expect, it } from 'vitest'
import { smallSupplier } from '../../../test/supplier/small-supplier.ts'
import type { Day } from '../../kernel/day.ts'
import { bankAccountOn, bankRule } from './bank-account.ts'

const rule = bankRule.parse({ 'cooling-off-days': 7, verifiers: 2, how: ['call-back', 'visit'] })
const first = smallSupplier()['bank-accounts'][0]!
const faults = (accounts: unknown[], day = '2026-06-01') =>
  bankAccountOn(smallSupplier({ 'bank-accounts': accounts }), rule, day as Day).faults.map((f) => f.fault)
const changed = {
  ...first,
  account: 'DE89370400440532013000',
  'recorded-at': '2026-05-20',
  'verified-at': '2026-05-22',
}
const former = { ...first, 'replaced-at': '2026-05-20' }

it('a first account that two others verified may be paid to', () => {
  expect(faults([first])).toEqual([])
})

describe('a changed account', () => {
  it('cools off from the day it was verified: 22 May + 7 days', () => {
    const at = (day: string) => bankAccountOn(smallSupplier({ 'bank-accounts': [former, changed] }), rule, day as Day)
    expect(at('2026-05-28')).toMatchObject({ payableFrom: '2026-05-29', faults: [{ fault: 'cooling-off' }] })
    expect(at('2026-05-29').faults).toEqual([])
  })
  it('needs the former one to be closed', () => {
    expect(faults([first, changed])).toEqual(['two-in-use'])
  })
  it('on a day before the change, the former one is in use', () => {
    expect(
      bankAccountOn(smallSupplier({ 'bank-accounts': [former, changed] }), rule, '2026-05-19' as Day).account?.account,
    ).toBe('****1234')
  })
})

describe('is refused', () => {
  it.each([
    ['verifiers', { 'verified-by': ['钱'] }],
    ['verifiers', { 'verified-at': undefined }],
    ['same-person', { 'verified-by': ['Anna', 'ANNA '] }],
    ['same-person', { 'verified-by': ['赵', '孙'] }],
    ['how', { 'verified-how': 'bank-letter' }],
    ['holder', { holder: '王小明' }],
    ['iban', { account: 'DE88370400440532013000' }],
  ])('%s', (fault, changes) => {
    expect(faults([{ ...first, ...changes }])).toEqual([fault])
  })
  it('none on record', () => {
    expect(faults([])).toEqual(['none'])
  })
})

it('another holder may be explained', () => {
  expect(faults([{ ...first, holder: '启明控股有限公司', 'holder-explained': '集团财务公司，附股权证明' }])).toEqual([])
})

it('a proposal that was rejected is as if it had never been: the former account is in use, without cooling-off', () => {
  const rejected = { ...changed, rejected: { by: '李', on: '2026-05-23', reason: '电话核实不符' } }
  expect(faults([first, rejected])).toEqual([])
})
