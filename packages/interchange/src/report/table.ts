/** A column of an exported table: its header and the cell it makes of a row. Numbers stay numbers. */
export type Column<Row> = {
  readonly header: string
  readonly cell: (row: Row) => string | number | undefined
  /** width in characters, for spreadsheets */
  readonly width?: number
}

/**
 * A text cell that a spreadsheet will not take for a formula: OWASP's CSV injection characters (= + - @ tab CR) at the
 * start get a leading apostrophe. Numbers are written as they are.
 */
export const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const rowLine = <Row>(columns: readonly Column<Row>[], row: Row): string => {
  const cells = columns.map((c) => {
    const cell = c.cell(row)
    return cell === undefined ? '' : typeof cell === 'number' ? String(cell) : quoted(inert(cell))
  })
  return `${cells.join(',')}\r\n`
}
const headerLine = (columns: readonly Column<never>[]): string =>
  `\uFEFF${columns.map((c) => quoted(inert(c.header))).join(',')}\r\n`

/** A table as CSV (RFC 4180, UTF-8 with BOM so that Excel reads Chinese), one string per row, formula-safe. */
export function* csvLines<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<string> {
  yield headerLine(columns)
  for (const row of rows) yield rowLine(columns, row)
}

/** The same of rows that come page by page, one string per page. */
export async function* csvPages<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield headerLine(columns)
  for await (const page of pages) yield page.map((row) => rowLine(columns, row)).join('')
}
