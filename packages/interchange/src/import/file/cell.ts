/** A cell as read: text, or a workbook's number with the currency sign of its number format. */
export type Cell = string | Figure
export type Figure = { readonly figure: number; readonly sign?: string }
export type Row = readonly Cell[]

export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : plainNumber(cell.figure)

/** A double as people would write it: no exponent, no binary dust. */
function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const short = String(Number(value.toPrecision(15)))
  return short.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : short
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && (cell === '' || cell.trim() === ''))

export const isBlankRow = (row: Row): boolean => row.every(isBlank)
