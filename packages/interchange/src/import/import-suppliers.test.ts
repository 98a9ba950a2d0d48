import { expect, test } from 'vitest'
import { fixture } from './fixtures/imported.ts'
import { words } from './fixtures/words.ts'
import { importSuppliers, type SupplierEvent } from './import-suppliers.ts'

async function suppliers(name: string): Promise<SupplierEvent[]> {
  const events: SupplierEvent[] = []
  for await (const event of importSuppliers(fixture(name), { words })) events.push(event)
  return events
}

test('Chinese headers; a row without a name is rejected, an unknown country is left out and said', async () => {
  const events = await suppliers('suppliers-zh.csv')
  expect(events[0]).toEqual({
    kind: 'supplier',
    supplier: {
      row: 1,
      name: '示例贸易有限公司',
      country: 'CN',
      registration: '91350100M000100Y43',
      contact: '张三',
      email: 'a@example.cn',
      phone: '0755-00000000',
      bank: '示例银行',
      account: '6222000000000000',
      payee: '示例贸易有限公司',
    },
  })
  expect(events.slice(1, 4)).toMatchObject([
    { kind: 'rejected', row: 2, field: 'name' },
    { kind: 'warning', row: 3, field: 'country' },
    { kind: 'supplier', supplier: { row: 3, name: 'Contoh Sdn Bhd' } },
  ])
  expect(events.at(-1)).toMatchObject({ kind: 'report', report: { rows: 3, imported: 2, rejected: 1 } })
})

test('English headers; country names become codes', async () => {
  const events = await suppliers('suppliers-en.csv')
  expect(events[0]).toMatchObject({
    supplier: {
      name: 'Beispiel GmbH',
      country: 'DE',
      registration: 'HRB 12345',
      account: 'DE89370400440532013000',
      swift: 'COBADEFFXXX',
      payee: 'Beispiel GmbH',
    },
  })
})
