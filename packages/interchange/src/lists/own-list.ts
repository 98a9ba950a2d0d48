import { BadInput, type Reason, type Text } from '@haixuan/domain/kernel/errors'
import { OWN_LIST } from '@haixuan/domain/select/supplier/lists/list-names'
import { foldName } from '@haixuan/domain/select/supplier/names/fold-name'
import { nameKey } from '@haixuan/domain/select/supplier/names/name-key'
import type { ListEntry } from '@haixuan/domain/select/supplier/screening'
import { because } from './because.ts'
import { recordsOf } from './list-records.ts'
import { encodingOf } from './list-text.ts'

/** A row of a list that is wrong: where, and what to do about it in both languages. */
export class BadRow extends BadInput {
  readonly remedy: Text
  constructor(reason: Reason, where: { place: string; field?: string }, remedy: Text) {
    super(reason, where)
    this.remedy = remedy
  }
}

const COLUMNS = ['name', 'alias', 'country', 'reason'] as const
type Column = (typeof COLUMNS)[number]

/** The header of the template; what stands in brackets is for whoever fills it in. */
const HEADERS: Readonly<Record<'zh' | 'en', Readonly<Record<Column, string>>>> = {
  zh: { name: '名称', alias: '别名（多个以 ; 分隔）', country: '国家（两字母代码）', reason: '原因' },
  en: { name: 'name', alias: 'alias (several with ; between)', country: 'country (two letters)', reason: 'reason' },
}
const MEANT: Readonly<Record<string, Column>> = {
  ...{ name: 'name', 名称: 'name', 名稱: 'name', 主体: 'name', 企业名称: 'name', 公司名称: 'name' },
  ...{ alias: 'alias', aliases: 'alias', 别名: 'alias', 別名: 'alias', 曾用名: 'alias' },
  ...{ country: 'country', 国家: 'country', 國家: 'country', 国家代码: 'country' },
  ...{ reason: 'reason', 原因: 'reason', 理由: 'reason' },
}
const LONGEST = { name: 300, alias: 2000, country: 2, reason: 1000 } as const
const DELIMITERS = [',', ';', '\t', '，', '；']
const ALIASES = /[;；|\n]/

const meaning = (cell: string): Column | undefined =>
  MEANT[
    foldName(cell.replaceAll('"', ''))
      .replace(/[（(].*/, '')
      .trim()
  ]
const fieldsOf = (line: string, delimiter: string) => line.split(delimiter).map(meaning)
const isHeader = (columns: readonly (Column | undefined)[]) => columns.includes('name') && columns.includes('reason')

/** How a file of the organisation's own list is written, by how it begins; undefined when it is none. */
type OwnForm = { readonly delimiter: string; readonly encoding: string | undefined }

/** Tells an organisation's own list by its header, also as Chinese spreadsheets save it. */
export function ownForm(head: Uint8Array): OwnForm | undefined {
  for (const encoding of [undefined, 'gb18030']) {
    const wide = head[0] === 0xff ? 'utf-16le' : head[0] === 0xfe ? 'utf-16be' : 'utf-8'
    const line = new TextDecoder(encoding ?? wide).decode(head).split(/\r?\n/, 1)[0]!
    const delimiter = DELIMITERS.find((d) => isHeader(fieldsOf(line, d)))
    if (delimiter) return { delimiter, encoding }
  }
  return undefined
}

/** An empty file to fill in, with its header; it begins with the mark by which spreadsheets know UTF-8. */
export const ownListTemplate = (language: 'zh' | 'en'): string =>
  `\ufeff${COLUMNS.map((column) => HEADERS[language][column]).join(',')}\r\n`

/** Reads the parties an organisation does not deal with: name, alias, country, reason. @throws BadRow */
export async function* readOwn(path: string, { delimiter, encoding }: OwnForm): AsyncGenerator<ListEntry> {
  // its letters could be those of any code page, and a name that is read wrongly meets nobody
  if (encoding === undefined && (await encodingOf(path)) === 'windows-1252')
    throw new BadRow(
      because('not-utf-8'),
      { place: path },
      {
        zh: '请另存为“CSV UTF-8（逗号分隔）”后再上传',
        en: 'Save it as “CSV UTF-8 (comma delimited)” and upload it again',
      },
    )
  const lines = new Map<string, number>()
  let header: readonly string[] | undefined
  for await (const { line, fields } of recordsOf(path, delimiter, encoding)) {
    if (!header) {
      header = fields
      continue
    }
    if (fields.every((f) => f.trim() === '')) continue
    const of = (column: Column) => {
      const at = header!.findIndex((cell) => meaning(cell) === column)
      const text = (at < 0 ? '' : (fields[at] ?? '')).trim()
      if (text.length > LONGEST[column] && column !== 'country')
        throw bad(column, because('cell-longer', { most: LONGEST[column] }), {
          zh: `请缩短到 ${LONGEST[column]} 个字符以内`,
          en: `Shorten it to ${LONGEST[column]} characters`,
        })
      return text
    }
    const bad = (column: Column, what: Reason, remedy: Text) => {
      const field = header!.find((cell) => meaning(cell) === column) ?? column
      return new BadRow(what, { place: `${path}:${line}`, field: field.trim() }, remedy)
    }
    if (fields.length > header.length)
      throw new BadRow(
        because('fields-above-header', { fields: fields.length, header: header.length }),
        { place: `${path}:${line}` },
        {
          zh: '名称或原因中有逗号时，请用英文双引号括起整个单元格',
          en: 'Put quotation marks around a cell that holds a comma',
        },
      )
    const name = of('name')
    if (nameKey(name) === '')
      throw bad('name', because('party-without-name'), {
        zh: '请填写主体的名称，或删去此行',
        en: 'Name the party, or take the row out',
      })
    const before = lines.get(nameKey(name))
    if (before !== undefined)
      throw bad('name', because('party-twice', { name, line: before }), {
        zh: `请与第 ${before} 行合并为一行，别名之间用 ; 分隔`,
        en: `Make one row of it and line ${before}, aliases with ; between`,
      })
    lines.set(nameKey(name), line)
    const reason = of('reason')
    if (reason === '')
      throw bad('reason', because('party-without-reason', { name }), {
        zh: '请写明为何不与其合作',
        en: 'Say why it is not dealt with',
      })
    const country = of('country').toUpperCase()
    if (country !== '' && !/^[A-Z]{2}$/.test(country))
      throw bad('country', because('country-not-two-letters', { country }), {
        zh: '请填写两字母国家代码，如 CN、DE；不知道时留空',
        en: 'Give the two letters of the country, such as CN or DE; leave it empty when it is not known',
      })
    const aliases = of('alias')
      .split(ALIASES)
      .map((alias) => alias.trim())
      .filter((alias) => nameKey(alias) !== '')
    yield {
      list: OWN_LIST,
      id: name,
      names: [...new Set([name, ...aliases])],
      ...(country ? { country } : {}),
      reason,
    }
  }
}
