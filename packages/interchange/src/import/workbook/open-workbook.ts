import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from '../because.ts'
import type { Row } from '../file/cell.ts'
import type { ImportLimits } from '../file/limits.ts'
import { openZip } from './open-zip.ts'
import { readSheet } from './read-sheet.ts'
import { workbookParts } from './workbook-parts.ts'

export type OpenWorkbook = {
  readonly sheet: string
  /** all that can be seen, in their order */
  readonly sheets: readonly string[]
  readonly rows: AsyncGenerator<readonly Row[]>
}

/** Opens the named sheet, or the first visible one with rows. @throws BadInput */
export async function openWorkbook(path: string, limits: ImportLimits, wanted?: string): Promise<OpenWorkbook> {
  const zip = await openZip(path, limits)
  try {
    const parts = await workbookParts(zip, path, limits)
    const sheets = parts.sheets.filter((sheet) => (wanted === undefined ? sheet.visible : sheet.name === wanted))
    if (sheets.length === 0)
      throw new BadInput(
        wanted === undefined
          ? because('no-visible-sheet')
          : because('no-such-sheet', { wanted, sheets: parts.sheets.map((sheet) => `"${sheet.name}"`) }),
        { place: path },
      )
    const visible = parts.sheets.filter((s) => s.visible).map((s) => s.name)
    for (const sheet of sheets) {
      if (!zip.has(sheet.part)) continue
      const rows = readSheet(zip, parts, sheet, path, limits)
      const first = await rows.next()
      if (!first.done) return { sheet: sheet.name, sheets: visible, rows: chained(first.value, rows, zip.close) }
    }
    throw new BadInput(because('workbook-without-rows'), { place: path })
  } catch (error) {
    zip.close()
    throw error
  }
}

async function* chained(
  first: readonly Row[],
  rest: AsyncGenerator<readonly Row[]>,
  close: () => void,
): AsyncGenerator<readonly Row[]> {
  try {
    yield first
    yield* rest
  } finally {
    close()
  }
}
