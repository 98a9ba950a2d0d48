import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvLines } from './table.ts'

const columns = [
  { header: '标题', cell: (r: { title: string; n?: number }) => r.title },
  { header: 'n', cell: (r: { title: string; n?: number }) => r.n },
]

it('writes cells that csv-parse reads back, with quotes, commas and line ends', () => {
  const rows = [{ title: 'a "b", c\nd', n: 3 }, { title: '面霜' }]
  const read = parse([...csvLines(columns, rows)].join(''), { bom: true }) as string[][]
  expect(read).toEqual([
    ['标题', 'n'],
    ['a "b", c\nd', '3'],
    ['面霜', ''],
  ])
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps %j from running as a formula', (title) => {
  const [, line] = [...csvLines(columns, [{ title }])]
  expect(line?.replace(/^"/, '')).toMatch(/^'/)
})
