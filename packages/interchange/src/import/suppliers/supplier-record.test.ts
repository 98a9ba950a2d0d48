import { parseDay } from '@haixuan/domain/kernel/day'
import { describe, expect, test } from 'vitest'
import { loadStandard } from '../../standard/load.ts'
import type { SupplierRow } from '../import-suppliers.ts'
import { supplierKinds } from './kind-words.ts'
import { supplierRecords } from './supplier-record.ts'

const standard = loadStandard()
const day = parseDay('2026-05-01')
const recordOf = supplierRecords(standard['supplier-columns'], standard.qualification, day)
const record = (row: Partial<SupplierRow>) =>
  recordOf({ row: 1, name: 'Beispiel', country: 'CN', kind: 'trader', ...row })

describe('a row of a supplier list becomes a record', () => {
  test('without an id of its own it goes by its name; what is not on the list stays open', () => {
    expect(record({})).toEqual({
      supplier: expect.objectContaining({
        id: 'Beispiel',
        name: 'Beispiel',
        country: 'CN',
        kind: 'trader',
        documents: [],
      }),
      remarks: [],
    })
  })

  test.each<[string, Partial<SupplierRow>, object[], string[]]>([
    [
      'a Chinese code',
      { registration: '91350100M000100Y43' },
      [{ country: 'cn', kind: 'uscc', number: '91350100M000100Y43' }],
      [],
    ],
    [
      'a Chinese code with a slip is kept for the review',
      { registration: '91350100M000100Y44' },
      [{ country: 'cn', kind: 'uscc', number: '91350100M000100Y44' }],
      [],
    ],
    [
      'a VAT number under registration',
      { country: 'DE', registration: 'DE136695976' },
      [{ country: 'de', kind: 'vat', number: 'DE136695976' }],
      [],
    ],
    [
      'the same number twice',
      { country: 'DE', registration: 'DE136695976', vat: 'DE136695976' },
      [{ country: 'de', kind: 'vat', number: 'DE136695976' }],
      [],
    ],
    ['a number nobody asks for', { country: 'DE', registration: 'HRB 12345' }, [], ['registration']],
  ])('numbers: %s', (_, row, numbers, remarks) => {
    const read = record(row)
    expect(read.supplier?.numbers).toEqual(numbers)
    expect(read.remarks.map((r) => r.field)).toEqual(remarks)
  })

  test('a valid Chinese code tells the country; without either the row is no record', () => {
    const { country: _, ...bare } = { row: 1, name: 'Beispiel', kind: 'trader', country: 'CN' }
    expect(recordOf({ ...bare, registration: '91350100M000100Y43' }).supplier?.country).toBe('CN')
    const none = recordOf(bare)
    expect(none.supplier).toBeUndefined()
    expect(none.remarks).toMatchObject([{ field: 'country', reason: { en: 'has no country; add one, such as CN' } }])
  })

  test('an account number is masked unless it is an IBAN, whose country counts', () => {
    const account = (row: Partial<SupplierRow>) =>
      record({ payee: 'Beispiel', bank: 'Bank', ...row }).supplier?.['bank-accounts'][0]
    expect(account({ account: '6222 0000 0000 0000' })).toMatchObject({
      account: '****0000',
      country: 'CN',
      'recorded-at': day,
    })
    expect(account({ account: '12345' })?.account).toBe('****')
    expect(account({ account: 'DE89 3704 0044 0532 0130 00' })).toMatchObject({
      account: 'DE89370400440532013000',
      country: 'DE',
    })
    expect(account({ account: '00001234', swift: 'COBADEFFXXX' })?.country).toBe('DE')
  })

  test('an account without holder or bank is left out and said', () => {
    for (const [row, field] of [
      [{ account: '00001234', bank: 'Bank' }, 'payee'],
      [{ account: '00001234', payee: 'Beispiel' }, 'bank'],
    ] as const) {
      const { supplier, remarks } = record(row)
      expect(supplier?.['bank-accounts']).toEqual([])
      expect(remarks.map((r) => r.field)).toEqual([field])
    }
  })

  test('without a known kind it is a trader, of whom most is asked', () => {
    const { supplier, remarks } = record({ kind: 'GmbH' })
    expect(supplier?.kind).toBe('trader')
    expect(remarks.map((r) => r.field)).toEqual(['kind'])
  })
})

test.each([
  ['manufacturer', ['manufacturer']],
  ['Manufacturer, Trading Company', ['manufacturer', 'trader']],
  ['贸易公司/工厂', ['trader', 'manufacturer']],
  ['品牌方', ['brand-owner']],
  ['ผู้ผลิต', ['manufacturer']],
  ['Großhändler', ['trader']],
  ['Pengilang', ['manufacturer']],
  ['limited company', []],
])('the kind in "%s" is %s', (text, kinds) => {
  expect(supplierKinds(standard['supplier-columns'])(text)).toEqual(kinds)
})
