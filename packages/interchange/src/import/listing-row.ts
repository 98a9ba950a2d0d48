import { cardNumberIn } from '@haixuan/domain/flow/card-numbers'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { FoundColumn } from './columns/find-columns.ts'
import { normalHeader } from './columns/normal-header.ts'
import { isUncalculated, type Row, textOf } from './file/cell.ts'
import type { ImportWords } from './import-words.ts'
import { type PriceReader, priceReader } from './price-row.ts'
import { countryReader } from './values/country-of.ts'
import { counts } from './values/counts.ts'
import { hostOf } from './values/currency-of.ts'
import { currencySigns } from './values/currency-signs.ts'
import { gtinOf } from './values/gtin.ts'
import { languageReader } from './values/language-of.ts'
import { addressList, attributeList, categoryPath, pathMark, valueList, webAddress } from './values/lists.ts'
import { plainLine, plainText } from './values/plain-text.ts'

export type RowRemark = { readonly field: string; readonly reason: Text }
export type ReadRow = {
  readonly listing?: Listing
  readonly rejected?: RowRemark
  readonly remarks: readonly RowRemark[]
}

type Draft = { -readonly [K in keyof Listing]: Listing[K] }
/** Fields that a specification may fill when no column does. */
const FROM_ATTRIBUTES = new Set(['brand', 'gtin', 'mpn', 'hs', 'origin', 'warranty', 'dimensions', 'weight'])
const KNOWN_NAMES = 10_000
const FORMULA: Text = {
  zh: '是未计算的公式，请用电子表格打开并保存后再导入',
  en: 'is a formula that was not calculated; open the list in a spreadsheet, save it and import it again',
}
const CARD_NUMBER: Text = {
  zh: '疑似含有支付卡号，请删除，最多保留后四位',
  en: 'holds what looks like a payment card number; remove it, keep the last four digits at most',
}

const unread = (what: Text, text: string): Text => {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return { zh: `“${shown}”${what.zh}`, en: `"${shown}" ${what.en}` }
}

/** Prepares the reading of rows with these columns; `sample` decides what only a column as a whole can tell. */
export function listingRows(
  columns: readonly FoundColumn[],
  sample: readonly Row[],
  words: ImportWords,
  currency: string | undefined,
): { readonly read: (row: Row, number: number) => ReadRow; readonly prices: PriceReader } {
  const at = new Map<string, FoundColumn[]>()
  for (const column of columns) at.set(column.field, [...(at.get(column.field) ?? []), column])
  const absent = new Set(words.columns.absent.map((word) => word.toLowerCase()))
  const absentBrand = new Set((words.columns['absent-brand'] ?? []).map((word) => word.toLowerCase()))
  const read = counts(words.units)
  const countryOf = countryReader(words.units)
  const languageOf = languageReader(words.languages)
  const attributeField = attributeFields(words)
  const categories = at.get('category') ?? []
  const marks = categories.map((column) => pathMark(sample.map((row) => textOf(row[column.index]))))

  const cellText = (row: Row, column: FoundColumn): string => {
    const text = textOf(row[column.index]).trim()
    return text.length < 20 && absent.has(text.toLowerCase()) ? '' : text
  }
  const text = (row: Row, field: string): string => {
    const column = at.get(field)?.[0]
    return column === undefined ? '' : cellText(row, column)
  }
  const texts = (row: Row, field: string) =>
    (at.get(field) ?? []).map((column) => [column, cellText(row, column)] as const).filter(([, said]) => said !== '')
  const hostAt = (row: Row) => hostOf(text(row, 'url')) ?? hostOf(text(row, 'domain'))

  const prices = priceReader({
    at,
    words,
    currency,
    sample,
    signs: currencySigns(words.currencies, words.units),
    text,
    hostAt,
    languageAt: (row) => languageOf(`${text(row, 'title')} ${text(row, 'description').slice(0, 600)}`),
  })
  let parent: { group: string; listing: Listing } | undefined

  return { read: readRow, prices }

  function readRow(row: Row, number: number): ReadRow {
    const remarks: RowRemark[] = []
    const remark = (field: string, reason: Text) => remarks.push({ field, reason })
    for (const { field, index } of columns) if (isUncalculated(row[index]) && field !== 'title') remark(field, FORMULA)
    const group = text(row, 'group')
    const said = plainLine(text(row, 'title'))
    const above = said === '' && group !== '' && parent?.group === group ? parent.listing : undefined
    if (said === '' && above === undefined)
      return {
        remarks,
        rejected: {
          field: 'title',
          reason: isUncalculated(row[at.get('title')?.[0]?.index ?? -1])
            ? FORMULA
            : { zh: '没有商品名称，请补上', en: 'has no title; add one' },
        },
      }
    if (above !== undefined && text(row, 'sku') === '' && text(row, 'price') === '')
      return {
        remarks,
        rejected: {
          field: 'title',
          reason: {
            zh: `只是第 ${above.row} 行商品的附加图片或说明`,
            en: `only adds pictures or notes to the product of row ${above.row}`,
          },
        },
      }

    const own = texts(row, 'description')
      .map(([, one]) => plainText(one))
      .filter(Boolean)
      .join('\n')
    const draft: Draft = {
      row: number,
      title: above?.title ?? said,
      description: own || (above?.description ?? ''),
      images: [...new Set(texts(row, 'images').flatMap(([, one]) => addressList(one)))],
      category:
        above && categories.length > 0 && texts(row, 'category').length === 0 ? above.category : categoryOf(row),
      variants: [...new Set(texts(row, 'variants').flatMap(([, one]) => valueList(one)))],
      attributes: texts(row, 'attributes').flatMap(([column, one]) => attributeList(one, column.header)),
      language: 'und',
    }
    draft.language = languageOf(`${draft.title} ${draft.description.slice(0, 600)}`)
    const url = text(row, 'url')
    if (url !== '') {
      const address = webAddress(url)
      if (address !== undefined) draft.url = address
      else remark('url', unread({ zh: '不是网址，未采用', en: 'is not a web address; left out' }, url))
    } else if (above?.url !== undefined) draft.url = above.url
    const video = texts(row, 'video').flatMap(([, one]) => addressList(one))[0]
    if (video !== undefined) draft.video = video
    for (const field of ['seller', 'sku', 'mpn', 'hs', 'warranty', 'dimensions'] as const)
      put(
        draft,
        field,
        texts(row, field)
          .map(([column, one]) => labelled(field, column, one))
          .join(' × '),
      )
    if (draft.warranty !== undefined)
      draft.warranty = texts(row, 'warranty')
        .flatMap(([, one]) => valueList(one))
        .join('; ')
    putBrand(draft, text(row, 'brand'))
    putGtin(draft, text(row, 'gtin'), remark)
    putOrigin(draft, row)
    const weight = texts(row, 'weight')[0]
    if (weight) putWeight(draft, weight[1], weight[0].header, remark)
    putCounts(draft, row, remark)
    fromAttributes(draft)
    if (above !== undefined) {
      draft.brand ??= above.brand!
      draft.seller ??= above.seller!
      if (draft.brand === undefined) delete draft.brand
      if (draft.seller === undefined) delete draft.seller
    }
    prices.read(row, draft, remark)
    const listing: Listing = draft
    if (group !== '' && above === undefined) parent = { group, listing }
    const field = cardNumberIn(listing)
    return field === undefined ? { listing, remarks } : { remarks, rejected: { field, reason: CARD_NUMBER } }
  }

  function categoryOf(row: Row): string[] {
    const path = categories.flatMap((column, i) => categoryPath(cellText(row, column), marks[i]))
    return categories.length > 1 ? [...new Set(path)] : path
  }

  /** Length, width and height in columns of their own keep their headers. */
  function labelled(field: string, column: FoundColumn, said: string): string {
    if (field !== 'dimensions' || (at.get(field)?.length ?? 0) < 2) return plainLine(said)
    return `${column.header}: ${plainLine(said)}`
  }

  function put(draft: Draft, field: 'seller' | 'sku' | 'mpn' | 'hs' | 'warranty' | 'dimensions', said: string): void {
    const line = said.replace(/^'/, '')
    if (line !== '') draft[field] = line
  }

  function putBrand(draft: Draft, said: string): void {
    const brand = plainLine(said)
    if (brand !== '' && !absentBrand.has(brand.toLowerCase())) draft.brand = brand
  }

  function putGtin(draft: Draft, said: string, remark?: (field: string, reason: Text) => void): void {
    if (said === '') return
    const gtin = gtinOf(said)
    if (gtin !== undefined) draft.gtin = gtin
    else remark?.('gtin', unread({ zh: '不是有效的商品条码，未采用', en: 'is no valid GTIN; left out' }, said))
  }

  function putOrigin(draft: Draft, row: Row): void {
    const column = at.get('origin')?.[0]
    const said = column === undefined ? '' : cellText(row, column)
    if (said === '') return
    const country = countryOf(said)
    if (country !== undefined) draft.origin = country
    else draft.attributes.push({ name: column!.header, value: plainLine(said) })
  }

  function putWeight(draft: Draft, said: string, header: string, remark?: (field: string, reason: Text) => void): void {
    const grams = read.grams(said, header)
    if (grams !== undefined) draft.weightGrams = grams
    else if (!/^0([.,]0+)?\D*$/.test(said))
      remark?.('weight', unread({ zh: '没有重量单位，未采用', en: 'has no unit of weight; left out' }, said))
  }

  function putCounts(draft: Draft, row: Row, remark: (field: string, reason: Text) => void): void {
    for (const field of ['reviews', 'sold', 'stock'] as const) {
      const said = text(row, field)
      if (said === '') continue
      const count = read.count(said)
      if (count !== undefined) draft[field] = count
      else remark(field, unread({ zh: '不是数量，未采用', en: 'is no count; left out' }, said))
    }
    const said = text(row, 'rating')
    if (said === '') return
    const rating = read.rating(said)
    if (rating === undefined)
      remark('rating', unread({ zh: '不是五分制评分，未采用', en: 'is no rating out of five; left out' }, said))
    // nought is how shops write "not rated yet"
    else if (rating > 0) draft.rating = rating
  }

  function fromAttributes(draft: Draft): void {
    for (const { name, value } of draft.attributes) {
      const field = attributeField(name)
      if (field === undefined || (value.length < 20 && absent.has(value.toLowerCase()))) continue
      if (field === 'brand' && draft.brand === undefined) putBrand(draft, value)
      else if (field === 'gtin' && draft.gtin === undefined) putGtin(draft, value)
      else if (field === 'weight' && draft.weightGrams === undefined) putWeight(draft, value, name)
      else if (field === 'origin' && draft.origin === undefined) {
        const country = countryOf(value)
        if (country !== undefined) draft.origin = country
      } else if (
        (field === 'mpn' || field === 'hs' || field === 'warranty' || field === 'dimensions') &&
        draft[field] === undefined
      )
        draft[field] = value
    }
  }
}

/** The field that a specification's name stands for. */
function attributeFields(words: ImportWords): (name: string) => string | undefined {
  const fields = new Map<string, string>()
  for (const field of words.columns.fields)
    if (FROM_ATTRIBUTES.has(field.id))
      for (const word of Object.values(field.words).flat()) fields.set(normalHeader(word), field.id)
  const known = new Map<string, string | undefined>()
  return (name) => {
    if (known.has(name)) return known.get(name)
    const field = fields.get(normalHeader(name))
    if (known.size < KNOWN_NAMES) known.set(name, field)
    return field
  }
}
