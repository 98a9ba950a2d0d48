/** How much of a file is read before it is refused: a file is input from outside, never trusted. */
export type ImportLimits = {
  /** longest record of a CSV file, in characters */
  readonly recordCharacters: number
  /** most columns of a row */
  readonly columns: number
  /** longest cell of a workbook, in characters */
  readonly cellCharacters: number
  /** most files in a workbook */
  readonly entries: number
  /** one file of a workbook, uncompressed, in bytes */
  readonly entryBytes: number
  /** uncompressed over compressed size of one file in a workbook, above `ratioFrom` bytes */
  readonly ratio: number
  readonly ratioFrom: number
  /** shared texts of a workbook held in memory, in characters */
  readonly sharedCharacters: number
  /** rows and characters looked at before columns are decided */
  readonly sampleRows: number
  readonly sampleCharacters: number
}

export const IMPORT_LIMITS: ImportLimits = {
  recordCharacters: 4_000_000,
  columns: 2_000,
  cellCharacters: 1_000_000,
  entries: 10_000,
  entryBytes: 8_000_000_000,
  ratio: 300,
  ratioFrom: 20_000_000,
  sharedCharacters: 100_000_000,
  sampleRows: 1_000,
  sampleCharacters: 2_000_000,
}
