import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { type Cell, textOf } from '../import/file/cell.ts'
import { IMPORT_LIMITS } from '../import/file/limits.ts'
import { openWorkbook } from '../import/workbook/open-workbook.ts'
import { streamWorkbook } from './stream-workbook.ts'

type Row = { readonly title: string; readonly n?: number }
const columns = [
  { header: '标题', cell: (r: Row) => r.title },
  { header: 'n', cell: (r: Row) => r.n },
]
const folder = mkdtempSync(path.join(tmpdir(), 'haixuan-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function* inPages(rows: readonly Row[], size: number): AsyncGenerator<readonly Row[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}
let files = 0
const readBack = async (rows: readonly Row[], { mostRows = 100, sheet = '' } = {}) => {
  const file = path.join(folder, `${files++}.xlsx`)
  const pages = inPages(rows, 3)
  writeFileSync(file, await buffer(streamWorkbook({ name: 'rows', columns, pages, mostRows })))
  const read = await openWorkbook(file, IMPORT_LIMITS, sheet || undefined)
  const all: string[][] = []
  for await (const page of read.rows) for (const row of page) all.push((row as readonly Cell[]).map(textOf))
  return all
}

it('is read back as it was written, with what XML and formulas are made of', async () => {
  const rows = [{ title: 'a "b" <c> & d\n e', n: 3.5 }, { title: '=1+1' }, { title: '面霜\u0001🧴', n: -2 }]
  expect(await readBack(rows)).toEqual([['标题', 'n'], ['a "b" <c> & d\n e', '3.5'], ['=1+1'], ['面霜🧴', '-2']])
})

it('goes on in another sheet when one is full, and makes none that stays empty', async () => {
  const rows = Array.from({ length: 8 }, (_, n) => ({ title: `row ${n}` }))
  const two = await readBack(rows, { mostRows: 5, sheet: 'rows 2' })
  expect(two.map((row) => row[0])).toEqual(['标题', 'row 4', 'row 5', 'row 6', 'row 7'])
  await expect(readBack(rows, { mostRows: 5, sheet: 'rows 3' })).rejects.toThrow('no sheet "rows 3"')
})

it('ends with the fault of its rows, cut off', async () => {
  async function* failing(): AsyncGenerator<readonly Row[]> {
    yield [{ title: 'first' }]
    throw new Error('the database is away')
  }
  await expect(buffer(streamWorkbook({ name: 'x', columns, pages: failing() }))).rejects.toThrow('is away')
})

it('stops asking for rows when nobody reads any more', async () => {
  let asked = 0
  let returned = false
  async function* endless(): AsyncGenerator<readonly Row[]> {
    try {
      for (;;) {
        asked += 1
        yield Array.from({ length: 1_000 }, (_, n) => ({ title: `${asked} ${n} ${Math.random()}` }))
      }
    } finally {
      returned = true
    }
  }
  for await (const _ of streamWorkbook({ name: 'x', columns, pages: endless() })) if (asked > 2) break
  const before = asked
  await new Promise((resolve) => setImmediate(resolve))
  expect(returned).toBe(true)
  expect(asked).toBeLessThan(before + 50)
})
