import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { imported } from './fixtures/imported.ts'
import { textRow, workbookParts, writeZip } from './fixtures/workbook.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haixuan-bad-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function refused(content: string | Uint8Array, name = 'list.csv', limits = {}): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  const error = await imported(path, { limits }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(BadInput)
  const { message } = error as BadInput
  expect(message).not.toContain('\n')
  expect(message.startsWith(`${path}: `)).toBe(true)
  return message.slice(path.length + 2)
}

/** An OLE container of one directory sector that names a stream. */
function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(1536)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  bytes.write(stream, 1024, 'utf16le')
  return bytes
}

describe('a file that is no list is refused in one line with the remedy', () => {
  test.each([
    ['empty', '', 'the file is empty; export the list again'],
    ['only blank lines', '\n\n', 'the file has no rows; fill in the list'],
    ['header only', 'Product name,Price\n', 'there is a header and no rows below it; fill in the list'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'the file is a PDF, not a list; save the list as .xlsx or .csv'],
    [
      'a web page',
      '<html><table><tr><td>x',
      'the file is a web page or XML, not a list; open it in a spreadsheet and save the list as .xlsx or .csv',
    ],
    [
      'no column of titles',
      'a,b\n1,2\n3,4\n',
      'title: no column looks like a title; say which one it is (the columns are a, b)',
    ],
  ])('%s', async (_, content, message) => {
    expect(await refused(content)).toBe(message)
  })

  test('binary data named .csv', async () => {
    const noise = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)
    expect(await refused(noise)).toBe('the file holds binary data, not a list; save the list as .csv or .xlsx')
  })

  test('an old .xls, and an encrypted workbook', async () => {
    expect(await refused(ole('Workbook'), 'list.xls')).toBe(
      'the file is an old .xls workbook; open it and save it as .xlsx',
    )
    expect(await refused(ole('EncryptedPackage'), 'list.xlsx')).toBe(
      'the workbook is encrypted; open it with its password and save it as .xlsx without one',
    )
  })

  test('a quote that never closes names the record', async () => {
    expect(await refused('Product name,Price\nLamp,9 EUR\n"Desk,80 EUR\nChair,5 EUR\n')).toMatch(
      /^record 3 .*opens a quote that never closes; close it or double it$/,
    )
  })

  test('a line without end stops early, however long the file', async () => {
    const message = await refused('x'.repeat(3_000_000), 'list.csv', { recordCharacters: 100_000 })
    expect(message).toMatch(/^record 1 is longer than 100000 characters; a quote may be left open there/)
  })

  test('more columns than any list has', async () => {
    expect(await refused(`${'a,'.repeat(3_000)}\n`)).toMatch(
      /^record 1 has 3001 columns, more than 2000; check the delimiter/,
    )
  })

  test('a workbook cut short', async () => {
    const whole = await writeZip(
      join(folder, 'whole.xlsx'),
      workbookParts([{ name: 'S', rows: textRow('Product name') }]),
    )
    const bytes = await readFile(whole)
    expect(await refused(bytes.subarray(0, 400), 'cut.xlsx')).toBe(
      'the workbook is damaged or cut short; save it again as .xlsx',
    )
  })

  test('a folder, and a name of nothing', async () => {
    await expect(imported(folder)).rejects.toThrow(`${folder}: this is a folder; name the .csv or .xlsx file in it`)
    await expect(imported(`${folder}/none.csv`)).rejects.toThrow(
      `${folder}/none.csv: there is no such file; check the name`,
    )
  })

  // root may read everything
  test.skipIf(process.getuid?.() === 0)('no permission', async () => {
    const path = join(folder, 'locked.csv')
    await writeFile(path, 'Product name\nLamp\n')
    await chmod(path, 0)
    await expect(imported(path)).rejects.toThrow('the file may not be read; ask for permission or copy it')
  })

  test('a list cut off inside a character still reads', async () => {
    const path = join(folder, 'cut.csv')
    // the last letter of Áo is three bytes long in UTF-8 and ends after one
    await writeFile(path, Buffer.from('Product name\nGiày\nMũ Ả').subarray(0, -1))
    expect((await imported(path)).listings).toHaveLength(2)
  })
})
