import writeXlsxFile from 'write-excel-file/node'
import type { Column } from './table.ts'

export type Sheet<Row> = {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}

/** Writes sheets as an .xlsx file: headers bold and frozen; texts as strings, which a spreadsheet never runs as formulas. */
export async function writeWorkbook(file: string, sheets: readonly Sheet<never>[]): Promise<void> {
  const made = sheets.map(({ name, columns, rows }) => ({
    sheet: name.slice(0, 31),
    stickyRowsCount: 1,
    columns: columns.map((c) => ({ width: c.width ?? 16 })),
    data: [
      columns.map((c) => ({ value: c.header, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        columns.map((c) => {
          const cell = c.cell(row)
          if (cell === undefined) return null
          return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String, wrap: true }
        }),
      ),
    ],
  }))
  await writeXlsxFile(made).toFile(file)
}
