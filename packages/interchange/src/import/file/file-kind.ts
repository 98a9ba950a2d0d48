import { BadInput, type Reason, type Text } from '@haixuan/domain/kernel/errors'
import { because } from '../because.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const MAGIC: readonly (readonly [Text, readonly number[]])[] = [
  [{ zh: ' PDF', en: 'a PDF' }, [0x25, 0x50, 0x44, 0x46]],
  [{ zh: ' PNG 图片', en: 'a PNG image' }, [0x89, 0x50, 0x4e, 0x47]],
  [{ zh: ' JPEG 图片', en: 'a JPEG image' }, [0xff, 0xd8, 0xff]],
  [{ zh: ' GIF 图片', en: 'a GIF image' }, [0x47, 0x49, 0x46, 0x38]],
  [{ zh: ' gzip 压缩包', en: 'a gzip archive' }, [0x1f, 0x8b]],
  [{ zh: ' 7z 压缩包', en: 'a 7z archive' }, [0x37, 0x7a, 0xbc, 0xaf]],
  [{ zh: ' RAR 压缩包', en: 'a RAR archive' }, [0x52, 0x61, 0x72, 0x21]],
  [{ zh: ' Parquet 文件', en: 'a Parquet file' }, [0x50, 0x41, 0x52, 0x31]],
  [{ zh: ' SQLite 数据库', en: 'a SQLite database' }, [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]
const REMEDY = { zh: '请把清单存为 .xlsx 或 .csv', en: 'save the list as .xlsx or .csv' }
const starts = (head: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => head[i] === byte)

/** Tells a workbook from a text table by its first bytes. @throws BadInput for anything else, saying what it is */
export function fileKind(head: Uint8Array, place: string): 'text' | 'workbook' {
  if (head.length === 0) throw new BadInput(because('list-empty'), { place })
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) return 'workbook'
  if (starts(head, [0x50, 0x4b, 0x05, 0x06])) throw new BadInput(because('zip-empty', { remedy: REMEDY }), { place })
  if (starts(head, OLE)) throw new BadInput(oleRemedy(head), { place })
  const known = MAGIC.find(([, magic]) => starts(head, magic))
  if (known) throw new BadInput(because('not-a-list', { known: known[0], remedy: REMEDY }), { place })
  const text = new TextDecoder('latin1')
    .decode(head.subarray(0, 2_000))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (/^(<!doctype html|<html|<table|<head|<meta|<\?xml|<workbook)/i.test(text))
    throw new BadInput(because('list-is-web-page', { remedy: REMEDY }), { place })
  return 'text'
}

/** An OLE container is either an encrypted workbook or the old .xls: its directory says which. */
function oleRemedy(head: Uint8Array): Reason {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const sector = head.length > 52 ? 1 << view.getUint16(30, true) : 512
  const at = head.length > 52 ? (view.getUint32(48, true) + 1) * sector : 0
  const names = new TextDecoder('utf-16le').decode(head.subarray(Math.min(at & ~1, head.length)))
  const everywhere = new TextDecoder('utf-16le').decode(head.subarray(0, head.length & ~1))
  return `${names}${everywhere}`.includes('EncryptedPackage') ? because('workbook-encrypted') : because('list-is-xls')
}
