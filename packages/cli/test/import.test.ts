import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { gb18030, utf16 } from './support/encodings.ts'
import { answerOf, haixuan, testFolder } from './support/haixuan.ts'
import { workbook } from './support/workbooks.ts'

const folder = testFolder()
type Report = {
  format: string
  encoding?: string
  delimiter?: string
  rows: number
  imported: number
  rejected: number
  columns: { field: string; header: string; score: number; why: { zh: string; en: string } }[]
  unused: string[]
  currencies: { currency: string }[]
  rejections: { row: number; field: string; reason: { zh: string; en: string } }[]
}
const fieldsOf = (report: Report) => Object.fromEntries(report.columns.map((c) => [c.header, c.field]))
const listingsIn = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe.concurrent('import', () => {
  const CHINESE = '商品名称,供货价,货号\n陶瓷马克杯,￥39.90,A1\n不锈钢保温杯,￥59.00,A2\n'

  test.each<[string, string | Uint8Array, string, string]>([
    ['UTF-8 with a mark', `\ufeff${CHINESE}`, 'utf-8', ','],
    ['GB18030, as Chinese spreadsheets save CSV', gb18030(CHINESE), 'gb18030', ','],
    ['UTF-16 with tabs, as spreadsheets save Unicode text', utf16(CHINESE.replaceAll(',', '\t')), 'utf-16le', '\t'],
  ])('%s', async (name, content, encoding, delimiter) => {
    const list = folder.file(`${encoding}.csv`, content)
    const out = path.join(folder.path, `${encoding}.jsonl`)
    const { code, json } = await answerOf<Report>(['import', list, '--out', out])
    expect(json, name).toMatchObject({ format: 'csv', encoding, delimiter, rows: 2, imported: 2, rejected: 0 })
    expect(fieldsOf(json)).toEqual({ 商品名称: 'title', 供货价: 'price', 货号: 'sku' })
    expect(listingsIn(out)).toMatchObject([
      { row: 1, title: '陶瓷马克杯', price: { minor: 3990, currency: 'CNY' }, sku: 'A1' },
      { row: 2, title: '不锈钢保温杯', price: { minor: 5900, currency: 'CNY' }, sku: 'A2' },
    ])
    expect(code).toBe(0)
  })

  test('a workbook', async () => {
    const list = await workbook(path.join(folder.path, 'list.xlsx'), [
      ['Product name', 'Price'],
      ['Mug', '9.00 EUR'],
    ])
    expect((await answerOf<Report>(['import', list])).json).toMatchObject({ format: 'xlsx', sheet: 'S', imported: 1 })
  })

  test('every column taken has a score and a reason; every rejected row its number, field and reason', async () => {
    const list = folder.file('mixed.csv', 'Product name,Price,Zzz\nMug,9.00 EUR,1\n,8.00 EUR,2\nTowel,7.00 EUR,3\n')
    const { json } = await answerOf<Report>(['import', list])
    expect(json).toMatchObject({ rows: 3, imported: 2, rejected: 1, unused: ['Zzz'] })
    for (const column of json.columns) {
      expect(column.score).toBeGreaterThan(0)
      expect(column.score).toBeLessThanOrEqual(1)
      expect(column.why.en).toMatch(/\S/)
    }
    expect(json.rejections).toEqual([
      { row: 2, field: 'title', reason: { zh: '没有商品名称，请补上', en: 'has no title; add one' } },
    ])
  })

  test('a map takes columns by hand, one field at a time', async () => {
    const list = folder.file('odd.csv', 'a,b,c\nMug,9.00,X1\nTowel,7.00,X2\n')
    const { json } = await answerOf<Report>([
      'import',
      '--map',
      'title=a',
      '--map',
      'price=b',
      '--map',
      'sku=c',
      '--currency',
      'eur',
      list,
    ])
    expect(fieldsOf(json)).toEqual({ a: 'title', b: 'price', c: 'sku' })
    expect(json.columns.map((c) => c.score)).toEqual([1, 1, 1])
    expect(json.currencies).toMatchObject([{ currency: 'EUR' }])
  })

  test('for people: the form, each column, what was rejected, and the count; nothing is written', async () => {
    const list = folder.file('people.csv', 'Product name;Price\nMug;9,00 EUR\n;8,00 EUR\n')
    const { stdout, stderr } = await haixuan(['import', list])
    const lines = stdout.split('\n')
    expect(lines[0]).toBe(`${list}: CSV, utf-8, delimiter ";", header in row 1`)
    expect(lines).toContainEqual(expect.stringMatching(/^title +\d\.\d\d {2}Product name \(/))
    expect(lines).toContain('rejected: row 2: title: has no title; add one')
    expect(lines.at(-2)).toBe('2 rows: 1 imported, 1 rejected; 0 warnings, 0 duplicates')
    expect(stderr).toBe('')
    expect(existsSync(`${list}.jsonl`)).toBe(false)
  })
})
