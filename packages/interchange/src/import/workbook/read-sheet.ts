import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from '../because.ts'
import { type Cell, isBlankRow, type Row, UNCALCULATED } from '../file/cell.ts'
import type { ImportLimits } from '../file/limits.ts'
import { guardedXml } from './guarded-xml.ts'
import { serialDay } from './number-formats.ts'
import type { Zip } from './open-zip.ts'
import type { Sheet, WorkbookParts } from './workbook-parts.ts'

/** Rows of one sheet as a stream of batches, blank rows left out. @throws BadInput */
export async function* readSheet(
  zip: Zip,
  parts: WorkbookParts,
  sheet: Sheet,
  place: string,
  limits: ImportLimits,
): AsyncGenerator<readonly Row[]> {
  const ready: Row[] = []
  let row: Cell[] = []
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let inValue = false
  let formula = false
  let phonetic = false
  const where = `${place}: sheet "${sheet.name}"`
  const stream = await zip.read(sheet.part)
  const handlers = {
    open(name: string, attributes: Record<string, string>) {
      if (name === 'row') {
        row = []
        column = -1
      } else if (name === 'c') {
        const named = attributes.r
        column = named ? columnOf(named) : column + 1
        if (!(column >= 0 && column < limits.columns))
          throw new BadInput(because('sheet-columns-too-many', { columns: limits.columns }), {
            place: where,
          })
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
        formula = false
      } else if (name === 'f') formula = true
      else if (name === 'rPh') phonetic = true
      else if (name === 'v' || name === 't') inValue = !phonetic
    },
    text(more: string) {
      if (!inValue) return
      value += more
      if (value.length > limits.cellCharacters)
        throw new BadInput(because('cell-too-long', { cellCharacters: limits.cellCharacters }), { place: where })
    },
    close(name: string) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c') {
        if (value === '' && !(formula && type !== 'str')) return
        while (row.length < column) row.push('')
        row[column] = value === '' ? UNCALCULATED : cellOf(type, style, value, parts)
      } else if (name === 'row' && !isBlankRow(row)) ready.push(row)
    },
  }
  for await (const _ of guardedXml(stream, handlers, where)) if (ready.length > 0) yield ready.splice(0)
}

/** The column of a cell named such as `AB12`, counted from 0. */
function columnOf(named: string): number {
  let column = 0
  for (let i = 0; i < named.length; i += 1) {
    const code = named.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function cellOf(type: string, style: number, value: string, parts: WorkbookParts): Cell {
  switch (type) {
    case 's':
      return parts.shared[Number(value)] ?? ''
    case 'b':
      return value === '1' ? 'true' : 'false'
    case 'e':
      return ''
    case 'n': {
      const figure = Number(value)
      if (!Number.isFinite(figure)) return value
      const format = parts.formats[style]
      if (format?.date) return serialDay(figure, parts.from1904)
      return format?.sign === undefined ? { figure } : { figure, sign: format.sign }
    }
    default:
      return value
  }
}
