import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from '../because.ts'
import type { ImportLimits } from '../file/limits.ts'
import { guardedXml, type XmlHandlers } from './guarded-xml.ts'
import { type NumberFormat, numberFormat } from './number-formats.ts'
import type { Zip } from './open-zip.ts'

export type Sheet = { readonly name: string; readonly part: string; readonly visible: boolean }
export type WorkbookParts = {
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  readonly formats: readonly NumberFormat[]
  readonly shared: readonly string[]
}

/** Reads what the sheets stand on: their names and order, number formats and shared texts. @throws BadInput */
export async function workbookParts(zip: Zip, place: string, limits: ImportLimits): Promise<WorkbookParts> {
  const read = async (part: string, handlers: XmlHandlers) => {
    for await (const _ of guardedXml(await zip.read(part), handlers, place));
  }
  if (zip.has('xl/workbook.bin')) throw new BadInput(because('list-is-xlsb'), { place })
  if (zip.has('content.xml') && zip.has('mimetype')) throw new BadInput(because('list-is-opendocument'), { place })
  if (zip.has('index.zip') || zip.has('Index/Document.iwa')) throw new BadInput(because('list-is-numbers'), { place })

  const main = await mainPart(zip, read)
  if (main === undefined) throw new BadInput(because('list-is-zip'), { place })
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const rels = await relations(zip, read, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const part = (type: string) => [...rels.values()].find((rel) => rel.type === type)?.target
  const { sheets, from1904 } = await sheetList(read, main, (id) => rels.get(id)?.target)
  const styles = part('styles')
  const texts = part('sharedStrings')
  return {
    sheets,
    from1904,
    formats: styles && zip.has(styles) ? await numberFormats(read, styles) : [],
    shared: texts && zip.has(texts) ? await sharedTexts(read, texts, place, limits) : [],
  }
}

type Read = (part: string, handlers: XmlHandlers) => Promise<void>
type Relation = { readonly type: string; readonly target: string }

async function relations(zip: Zip, read: Read, part: string, folder: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>()
  if (!zip.has(part)) return found
  await read(part, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: target.replace(/[^/]+\/\.\.\//g, '') })
    },
  })
  return found
}

async function mainPart(zip: Zip, read: Read): Promise<string | undefined> {
  const root = await relations(zip, read, '_rels/.rels', '')
  const named = [...root.values()].find((rel) => rel.type === 'officeDocument')?.target
  return [named, 'xl/workbook.xml'].find((part) => part !== undefined && zip.has(part))
}

async function sheetList(read: Read, main: string, target: (id: string) => string | undefined) {
  const sheets: Sheet[] = []
  let from1904 = false
  await read(main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1] ?? ''
      const part = target(id)
      const state = attributes.state ?? 'visible'
      if (part) sheets.push({ name: attributes.name ?? part, part, visible: state === 'visible' })
    },
  })
  return { sheets, from1904 }
}

async function numberFormats(read: Read, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  await read(part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0)
        formats.push(numberFormat(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

/** Shared texts without their phonetic readings. */
async function sharedTexts(read: Read, part: string, place: string, limits: ImportLimits): Promise<string[]> {
  const texts: string[] = []
  let total = 0
  let text = ''
  let inText = false
  let phonetic = false
  await read(part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    text(more) {
      if (!inText) return
      text += more
      total += more.length
      if (total > limits.sharedCharacters)
        throw new BadInput(because('workbook-text-too-long', { sharedCharacters: limits.sharedCharacters }), { place })
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') texts.push(text)
    },
  })
  return texts
}
