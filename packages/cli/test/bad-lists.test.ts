import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { testFolder } from './support/haixuan.ts'
import { PRODUCTS, projectYaml } from './support/project-files.ts'
import { refused } from './support/refused.ts'
import { lyingCopy, workbook, zipBomb } from './support/workbooks.ts'

const folder = testFolder()
const project = folder.file('project.yaml', projectYaml())
/** MiB that reading any list may take; the program itself takes about 150. */
const BOUND = 420

/** Imports a list that must be refused, within memory's bound and with nothing written. */
async function list(file: string): Promise<string> {
  const out = `${file}.out`
  const { line, peak } = await refused(['import', file, '--out', path.join(out, 'listings.jsonl')])
  expect(existsSync(out)).toBe(false)
  expect(peak).toBeLessThan(BOUND)
  expect(line.startsWith(file)).toBe(true)
  return line.slice(file.length)
}

/** A file of 500 MB on a disk that holds its first megabytes only. */
function sparse(name: string, start: string): string {
  const file = path.join(folder.path, name)
  const at = openSync(file, 'w')
  writeSync(at, start)
  ftruncateSync(at, 500_000_000)
  closeSync(at)
  return file
}

describe.concurrent('a product list that cannot be used', () => {
  const noise = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', ': the file is empty; export the list again'],
    ['binary data named .csv', noise, ': the file holds binary data, not a list; save the list as .csv or .xlsx'],
    [
      'a quote that never closes',
      'Product name,Price\nMug,9 EUR\n"Bottle,8 EUR\nTowel,7 EUR\n',
      ': record 3 (the header counted) opens a quote that never closes; close it or double it',
    ],
    ['a header and no rows', 'Product name,Price\n', ': there is a header and no rows below it; fill in the list'],
    [
      'no column of titles',
      'a,b\n1,2\n3,4\n',
      ': title: no column looks like a title; say which one it is (the columns are a, b)',
    ],
  ])('%s', async (name, content, message) => {
    expect(await list(folder.file(`${name.replaceAll(' ', '-')}.csv`, content))).toBe(message)
  })

  test('a line of 500 MB is refused early and in little memory', async () => {
    const file = sparse('long.csv', `Product name,Price\n${'x'.repeat(8_000_000)}`)
    expect(await list(file)).toBe(
      ': record 2 is longer than 4000000 characters; a quote may be left open there, or the file has no line breaks',
    )
  })

  const bomb = zipBomb(path.join(folder.path, 'bomb.xlsx'))

  test('a workbook that unpacks to a thousand times its size', async () => {
    expect(await list(await bomb)).toMatch(
      /^: xl\/worksheets\/sheet1\.xml unpacks to \d+ times its size, as a zip bomb does; save the list as \.csv$/,
    )
  })

  test('a workbook that says it is small and is not', async () => {
    expect(await list(await lyingCopy(await bomb, path.join(folder.path, 'lying.xlsx')))).toMatch(
      /^: sheet "S": the workbook is damaged; save it again as \.xlsx$/,
    )
  })

  test('a workbook cut short', async () => {
    const whole = readFileSync(await workbook(path.join(folder.path, 'whole.xlsx'), [['Product name'], ['Mug']]))
    expect(await list(folder.file('cut.xlsx', whole.subarray(0, whole.length / 2)))).toBe(
      ': the workbook is damaged or cut short; save it again as .xlsx',
    )
  })

  test('the project is refused in the same words, and makes no folder', async () => {
    const file = folder.file('empty-too.csv', '')
    const out = path.join(folder.path, 'no-out')
    const { line } = await refused(['run', project, '--products', file, '--out', out])
    expect(line).toBe(`${file}: the file is empty; export the list again`)
    expect(existsSync(out)).toBe(false)
  })

  test('a folder, a missing file, a path below a file', async () => {
    const here = path.join(folder.path, 'here')
    mkdirSync(here)
    const file = folder.file('a-file.csv', PRODUCTS)
    const lines = await Promise.all(
      [here, `${here}/none.csv`, `${file}/x.csv`].map((at) => refused(['import', at]).then((r) => r.line)),
    )
    expect(lines).toEqual([
      `${here}: this is a folder; name the .csv or .xlsx file in it`,
      `${here}/none.csv: there is no such file; check the name`,
      `${file}/x.csv: there is no such file; check the name`,
    ])
  })

  test('a sheet of what is no workbook, a currency that is none, an output that is a folder', async () => {
    const file = folder.file('b-file.csv', PRODUCTS)
    expect((await refused(['import', file, '--sheet', 'S'])).line).toBe(
      `${file}: the file is no workbook, so it has no sheet "S"; leave --sheet out`,
    )
    expect((await refused(['import', file, '--currency', 'XXQ'])).line).toMatch(
      /^--currency: "XXQ" is no currency; known are /,
    )
    expect((await refused(['import', file, '--out', folder.path])).line).toMatch(
      /: --out: is a folder where a file goes/,
    )
  })
})

describe.concurrent('a list of names that cannot be used', () => {
  const names = folder.file('names.csv', 'name\nMuster GmbH\n')
  const laughs = [
    '<!ENTITY a "ha">',
    ...'bcdefghij'.split('').map((e, i) => `<!ENTITY ${e} "${`&${'abcdefghi'[i]};`.repeat(10)}">`),
  ]
  test.each<[string, string, RegExp]>([
    [
      'a billion laughs',
      `<?xml version="1.0"?>\n<!DOCTYPE l [${laughs.join('\n')}]>\n<CONSOLIDATED_LIST>&j;</CONSOLIDATED_LIST>`,
      /^, line \d+: has a document type declaration, which the UN list has not$/,
    ],
    ['an empty file', '', /^: is empty$/],
    ['another XML', '<html><body/></html>', /^, line 1: begins with html; the UN list begins with CONSOLIDATED_LIST$/],
    ['a cut list', '<CONSOLIDATED_LIST>\n<INDIVIDUALS>\n<INDIVIDUAL>', /^, line 3: is not well-formed XML: /],
    [
      'another CSV',
      'a,b\n1,2\n',
      /^: is not a list known here: OFAC's SDN\.CSV or ALT\.CSV, or the UN consolidated XML, as published, or a CSV of your own/,
    ],
  ])('%s', async (name, content, message) => {
    const file = folder.file(`${name.replaceAll(' ', '-')}.list`, content)
    const { line, peak } = await refused(['screen', names, '--list', file])
    expect(line.slice(0, file.length)).toBe(file)
    expect(line.slice(file.length)).toMatch(message)
    expect(peak).toBeLessThan(BOUND)
  })
})
