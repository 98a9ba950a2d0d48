import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { imported, shown } from '../fixtures/imported.ts'
import { textRow, workbookParts, writeZip } from '../fixtures/workbook.ts'

let path: string
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haixuan-xlsx-'))
  path = join(folder, 'list.xlsx')
})
afterAll(() => rm(folder, { recursive: true }))

describe('workbooks', () => {
  test('a formula that no program has calculated is told as such, not as an empty cell', async () => {
    const path = join(folder, 'formulas.xlsx')
    const cell = (name: string, inside: string) => `<c r="${name}">${inside}</c>`
    const title = (row: number, said: string) => `<c r="A${row}" t="inlineStr"><is><t>${said}</t></is></c>`
    const rows = [
      textRow('Title', 'Price'),
      `<row>${title(2, 'Lamp')}${cell('B2', '<f>C2*2</f>')}</row>`,
      `<row>${title(3, 'Desk')}${cell('B3', '<f>C3*2</f><v>80</v>')}</row>`,
      `<row>${cell('A4', '<f>D4&amp;E4</f>')}${cell('B4', '<v>9</v>')}</row>`,
    ]
    await writeZip(path, workbookParts([{ name: 'S', rows: rows.join('') }]))
    const { listings, warnings, rejected } = await imported(path, { currency: 'EUR' })
    expect(listings.map(({ title, price }) => [title, shown(price)])).toEqual([
      ['Lamp', undefined],
      ['Desk', '80 EUR'],
    ])
    const reason = { zh: expect.stringContaining('公式'), en: expect.stringContaining('formula') }
    expect(warnings).toEqual([{ kind: 'warning', row: 1, field: 'price', reason }])
    expect(rejected).toMatchObject([{ row: 3, field: 'title', reason }])
  })

  test('one written by another program: merged title row, shared texts, numbers, dates', async () => {
    const sheet: SheetData = [
      [{ value: '产品清单 2026', columnSpan: 4 }, null, null, null],
      ['商品名称', '价格(元)', '条码', '上架时间'].map((value) => ({ value })),
      [
        { value: '陶瓷马克杯' },
        { value: 29.9 },
        { value: 4006381333931 },
        { value: new Date('2026-01-02T00:00:00Z'), format: 'yyyy-mm-dd' },
      ],
      [{ value: '玻璃水瓶' }, { value: 10.125 }, null, null],
    ]
    await writeXlsxFile(sheet).toFile(path)
    const { listings, warnings, report } = await imported(path)
    expect(report).toMatchObject({ format: 'xlsx', sheet: 'Sheet1', headerRow: 2, rows: 2 })
    expect(listings[0]).toMatchObject({ row: 1, title: '陶瓷马克杯', gtin: '4006381333931' })
    // a number of the workbook is never taken for thousands: 10.125 yuan, rounded half up
    expect(listings.map(({ price }) => shown(price))).toEqual(['29.90 CNY', '10.13 CNY'])
    expect(warnings).toMatchObject([{ row: 2, field: 'price' }])
    expect(report.notes[0]?.en).toBe('"元" may mean several currencies; 2 rows read as CNY by the language of the text')
  })

  test('the first visible sheet with rows is read; another by name', async () => {
    const rows = (title: string) => textRow('Product name', 'Price') + textRow(title, '9 EUR')
    await writeZip(
      path,
      workbookParts([
        { name: 'Notes', rows: rows('Hidden'), state: 'hidden' },
        { name: 'Empty', rows: '<row/>' },
        { name: 'Goods', rows: rows('Lamp') },
        { name: 'More', rows: rows('Desk') },
      ]),
    )
    expect(await imported(path)).toMatchObject({ report: { sheet: 'Goods' }, listings: [{ title: 'Lamp' }] })
    expect(await imported(path, { sheet: 'More' })).toMatchObject({ listings: [{ title: 'Desk' }] })
    await expect(imported(path, { sheet: 'Goodies' })).rejects.toThrow(
      /there is no sheet "Goodies"; the sheets are "Notes", "Empty", "Goods", "More"/,
    )
  })

  test('cells by reference with gaps, rich and shared texts, currency from the number format', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;RM&quot;#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    const shared =
      '<sst><si><t>Product name</t></si><si><t>Price</t></si><si><r><t>Desk </t></r><r><t>lamp</t></r><rPh><t>x</t></rPh></si></sst>'
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" s="1"><v>12.9</v></c></row>'
    await writeZip(
      path,
      workbookParts([{ name: 'S', rows }], { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': shared }),
    )
    const { listings } = await imported(path)
    expect(listings).toMatchObject([{ row: 1, title: 'Desk lamp' }])
    expect(shown(listings[0]?.price)).toBe('12.90 MYR')
  })
})

describe('workbooks that are refused', () => {
  const sheet = [{ name: 'S', rows: textRow('Product name') + textRow('Lamp') }]

  test('a zip bomb, by its ratio, before it is unpacked', async () => {
    await writeZip(path, { ...workbookParts(sheet), 'xl/worksheets/sheet1.xml': Buffer.alloc(4_000_000, 32) })
    await expect(imported(path, { limits: { ratioFrom: 1_000_000 } })).rejects.toThrow(
      /list\.xlsx: xl\/worksheets\/sheet1\.xml unpacks to \d+ times its size, as a zip bomb does; save the list as \.csv/,
    )
    await expect(imported(path, { limits: { entryBytes: 1_000_000 } })).rejects.toThrow(
      /unpacks to 4000000 bytes, more than 1000000/,
    )
    await expect(imported(path, { limits: { entries: 3 } })).rejects.toThrow(/holds 4 files, more than 3/)
  })

  test('a document type declaration, as in "billion laughs"', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`
    await writeZip(path, workbookParts(sheet, { 'xl/sharedStrings.xml': laughs }))
    await expect(imported(path)).rejects.toThrow(/holds a document type declaration, which no workbook needs; refused/)
  })

  test('too much shared text, a cell too long, too many columns', async () => {
    await writeZip(
      path,
      workbookParts(sheet, { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(5_000)}</t></si></sst>` }),
    )
    await expect(imported(path, { limits: { sharedCharacters: 1_000 } })).rejects.toThrow(
      /shares more than 1000 characters/,
    )
    await writeZip(path, workbookParts([{ name: 'S', rows: textRow('Product name') + textRow('x'.repeat(5_000)) }]))
    await expect(imported(path, { limits: { cellCharacters: 1_000 } })).rejects.toThrow(
      /sheet "S": a cell has more than 1000/,
    )
    await writeZip(path, workbookParts([{ name: 'S', rows: '<row><c r="ZZZ1"><v>1</v></c></row>' }]))
    await expect(imported(path)).rejects.toThrow(/more than 2000 columns/)
  })

  test('broken XML, another kind of zip, no rows', async () => {
    await writeZip(path, workbookParts([{ name: 'S', rows: '<row><c>' }]))
    await expect(imported(path)).rejects.toThrow(/the workbook is damaged/)
    await writeZip(path, { 'readme.txt': 'hello' })
    await expect(imported(path)).rejects.toThrow(/the file is a zip archive, not a workbook/)
    await writeZip(path, workbookParts([{ name: 'S', rows: '' }]))
    await expect(imported(path)).rejects.toThrow(/the workbook has no rows/)
    await writeZip(path, { ...workbookParts(sheet), 'xl/workbook.bin': 'x' })
    await expect(imported(path)).rejects.toThrow(/\.xlsb workbook; save it as \.xlsx/)
  })
})
