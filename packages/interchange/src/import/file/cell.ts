/** A cell as read: text, a workbook's number with the currency sign of its number format, or a formula that no program has calculated. */
export type Cell = string | Figure | Uncalculated
type Uncalculated = { readonly formula: true }
export const UNCALCULATED: Uncalculated = { formula: true }

export const isUncalculated = (cell: Cell | undefined): cell is Uncalculated =>
  typeof cell === 'object' && 'formula' in cell
export type Figure = { readonly figure: number; readonly sign?: string }
export type Row = readonly Cell[]

export const textOf = (cell: Cell | undefined): string =>
  cell === undefined || isUncalculated(cell) ? '' : typeof cell === 'string' ? cell : plainNumber(cell.figure)

/** A double as people would write it: no exponent, no binary dust. */
function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  const short = String(Number(value.toPrecision(15)))
  return short.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : short
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || isUncalculated(cell) || (typeof cell === 'string' && (cell === '' || cell.trim() === ''))

export const isBlankRow = (row: Row): boolean => row.every(isBlank)
