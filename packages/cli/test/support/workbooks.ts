import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEET = 'xl/worksheets/sheet1.xml'

const around = {
  '_rels/.rels': `<Relationships><Relationship Id="a" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns:r="${RELS}"><sheets><sheet name="S" sheetId="1" r:id="s1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

const row = (cells: readonly string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

async function written(path: string, sheet: Iterable<Buffer>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(around)) zip.addBuffer(Buffer.from(text), name)
  zip.addReadStream(Readable.from(sheet), SHEET)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

/** A workbook of one sheet of texts. */
export const workbook = (path: string, rows: readonly (readonly string[])[]): Promise<string> =>
  written(path, [Buffer.from(`<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`)])

const PIECE = Buffer.alloc(1_000_000, ' ')
const PIECES = 400

function* spaces(): Generator<Buffer> {
  const first = Buffer.from(PIECE)
  first.write('<worksheet><sheetData><row><c t="inlineStr"><is><t>')
  yield first
  for (let i = 1; i < PIECES; i += 1) yield PIECE
}

/** A workbook of some 400 kB whose one cell unpacks to 400 MB of spaces. */
export const zipBomb = (path: string): Promise<string> => written(path, spaces())

/** A copy of the bomb whose directory says that the sheet is small. */
export async function lyingCopy(bomb: string, path: string): Promise<string> {
  const bytes = await readFile(bomb)
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1'))
    if (bytes.readUInt32LE(at + 24) === PIECES * PIECE.length) bytes.writeUInt32LE(5_000_000, at + 24)
  await writeFile(path, bytes)
  return path
}
