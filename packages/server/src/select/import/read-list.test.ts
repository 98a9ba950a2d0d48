import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countRows } from './read-list.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haixuan-lists-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['lines', 'sku,title\nA,Lamp\nB,Mug\n', 2],
  ['a last line without its end', 'sku,title\r\nA,Lamp\r\nB,Mug', 2],
  ['lines within quotes, which are one row', 'sku,title\nA,"Lamp\nfor ""desks""\n"\nB,Mug\n', 2],
  ['a header alone', 'sku,title\n', 0],
])('rows of a list are counted without reading it as a table: %s', async (_, text, rows) => {
  const file = path.join(folder, 'list.csv')
  await writeFile(file, text)
  expect(await countRows(file, undefined)).toBe(rows)
})
