import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Column } from './table.ts'

/** Rows of a sheet, and characters of a cell, as the file format bounds them. */
const MOST_ROWS = 1_048_576
const MOST_CHARACTERS = 32_767
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

type Table<Row> = {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly pages: AsyncIterable<readonly Row[]>
  /** rows of a sheet with its header; the file format's own limit when absent */
  readonly mostRows?: number
}

/**
 * A table as an .xlsx file, written as its rows come and never held whole: headers bold and frozen, texts as strings,
 * which a spreadsheet never runs as formulas. What one sheet cannot hold goes on in the next.
 */
export async function* streamWorkbook<Row>(table: Table<Row>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const pages = table.pages[Symbol.asyncIterator]()
  // a fault of the rows ends the file, cut off, so that nobody takes it for whole
  zip.on('error', (fault: Error) => out.destroy(fault))
  const written = writeParts(zip, table, pages).catch((fault: Error) => void out.destroy(fault))
  try {
    yield* out as AsyncIterable<Uint8Array>
    await written
  } finally {
    out.destroy()
    await pages.return?.()
  }
}

async function writeParts<Row>(zip: ZipFile, table: Table<Row>, pages: AsyncIterator<readonly Row[]>): Promise<void> {
  const { mostRows = MOST_ROWS } = table
  let left: readonly Row[] = []
  let sheets = 0
  do {
    const sheet = Readable.from(rowsOfSheet())
    sheets += 1
    const ended = new Promise<void>((resolve, reject) => sheet.once('end', resolve).once('error', reject))
    zip.addReadStream(sheet, `xl/worksheets/sheet${sheets}.xml`)
    await ended
  } while (await hasMore())
  for (const [name, content] of Object.entries(frame(table.name, sheets))) zip.addBuffer(Buffer.from(content), name)
  zip.end()

  async function hasMore(): Promise<boolean> {
    while (left.length === 0) {
      const { value, done } = await pages.next()
      if (done) return false
      left = value
    }
    return true
  }

  async function* rowsOfSheet(): AsyncGenerator<string> {
    const { columns } = table
    const widths = columns.map(
      (c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width ?? 18}" customWidth="1"/>`,
    )
    yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
    yield `<row>${columns.map((c) => textCell(c.header, ' s="1"')).join('')}</row>`
    let room = mostRows - 1
    while ((await hasMore()) && room > 0) {
      yield left
        .slice(0, room)
        .map((row) => `<row>${columns.map((c) => cellOf(c.cell(row))).join('')}</row>`)
        .join('')
      const taken = Math.min(room, left.length)
      left = left.slice(taken)
      room -= taken
    }
    yield '</sheetData></worksheet>'
  }
}

const cellOf = (cell: string | number | undefined): string =>
  cell === undefined ? '<c/>' : typeof cell === 'number' ? `<c><v>${cell}</v></c>` : textCell(cell)

const textCell = (text: string, style = ''): string =>
  `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text.slice(0, MOST_CHARACTERS))}</t></is></c>`

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (c) => ESCAPES[c] as string)
    .replaceAll('\r', '&#13;')

/** The parts of the file around its sheets. */
function frame(name: string, sheets: number): Record<string, string> {
  const all = Array.from({ length: sheets }, (_, i) => i + 1)
  const title = escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 25))
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>`,
    ...all.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${kind}.worksheet+xml"/>`),
  ]
  const named = all.map((n) => `<sheet name="${n === 1 ? title : `${title} ${n}`}" sheetId="${n}" r:id="rId${n}"/>`)
  const related = [
    ...all.map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`),
    `<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`,
  ]
  const fonts = '<fonts count="2"><font/><font><b/></font></fonts>'
  const plain =
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
  const styles = '<cellXfs count="2"><xf fontId="0" xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs>'
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}">${fonts}${plain}${styles}</styleSheet>`,
  }
}
