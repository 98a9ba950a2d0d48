import { BadInput } from '@haixuan/domain/kernel/errors'
import { foldName } from '@haixuan/domain/select/supplier/names/fold-name'
import { because } from './because.ts'
import { recordsOf } from './list-records.ts'
import { headOf } from './list-text.ts'

const HEADERS = new Set(
  [
    ...[
      'name',
      'names',
      'full name',
      'fullname',
      'supplier',
      'supplier name',
      'suppliername',
      'vendor',
      'vendor name',
      'company',
      'company name',
    ],
    ...['companyname', 'seller', 'seller name', 'party', 'customer', 'legal name', 'entity'],
    ...[
      '名称',
      '名稱',
      '姓名',
      '名字',
      '企业名称',
      '公司',
      '公司名称',
      '公司名',
      '供应商',
      '供应商名称',
      '供应商名',
      '商家',
      '商家名称',
      '卖家',
      '厂家',
      '单位名称',
      '全称',
    ],
  ].map(foldName),
)
const shape = (cell: string) =>
  foldName(cell)
    .trim()
    .replace(/[\s_-]+/g, ' ')

/** One name to screen with its row, counted from 1 with the header. */
export type NameRow = { readonly row: number; readonly name: string }

/** Names to screen: the column whose header says name (zh or en), else the first; or simply one name a line. @throws BadInput */
export async function* readNames(path: string): AsyncGenerator<NameRow> {
  const head = new TextDecoder().decode(await headOf(path))
  const delimiter = delimiterOf(head)
  let row = 0
  let column = 0
  let found = 0
  for await (const { fields } of recordsOf(path, delimiter)) {
    row++
    if (row === 1) {
      const at = fields.findIndex((f) => HEADERS.has(shape(f)))
      if (at >= 0) {
        column = at
        continue
      }
    }
    const name = (delimiter === NONE ? fields.join('') : (fields[column] ?? '')).trim()
    if (name === '') continue
    found++
    yield { row, name }
  }
  if (found === 0) throw new BadInput(because('no-names-to-screen'), { place: path })
}

/** A character no name holds: the whole line is one field. */
const NONE = '\u001f'

/** With a header that names a column, its delimiter; else lines such as `Acme Co., Ltd.` are whole names unless quoted. */
function delimiterOf(head: string): string {
  const first = head.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0]!
  for (const delimiter of [',', ';', '\t', '|'])
    if (
      first.split(delimiter).length > 1 &&
      first.split(delimiter).some((cell) => HEADERS.has(shape(cell.replace(/^"|"$/g, ''))))
    )
      return delimiter
  if (HEADERS.has(shape(first.replace(/^"|"$/g, ''))))
    return head.split(/\r?\n/).some((l) => /^"[^"]*"$/.test(l)) ? ',' : NONE
  if (/^"(?:[^"]|"")*"(,|$)/.test(first)) return ','
  return first.includes('\t') ? '\t' : NONE
}
