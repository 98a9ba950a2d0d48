import type { Text } from '@haixuan/domain/kernel/errors'
import { exponentOf, type Money } from '@haixuan/domain/kernel/money'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { FoundColumn } from './columns/find-columns.ts'
import { isBlank, isUncalculated, type Row, textOf } from './file/cell.ts'
import type { ImportWords } from './import-words.ts'
import { type CurrencyBasis, type CurrencyFound, currencyResolver } from './values/currency-of.ts'
import type { CurrencySigns } from './values/currency-signs.ts'
import { moneyFrom } from './values/minor-units.ts'
import { type NumberStyle, newTally, readAmount, type StyleTally, styleFrom, tally } from './values/number-style.ts'
import { type PriceText, priceText, type WrittenAmount } from './values/price-text.ts'

type Found = Extract<CurrencyFound, { by: CurrencyBasis }>
type Remark = (field: string, reason: Text) => void
type Draft = { -readonly [K in keyof Listing]: Listing[K] }
type PriceField = 'price' | 'price-to' | 'list-price'
const PRICE_FIELDS: readonly PriceField[] = ['price', 'price-to', 'list-price']

/** How often a currency was found, and on what ground. */
export type CurrencyUse = {
  readonly currency: string
  readonly by: CurrencyBasis
  readonly sign?: string
  rows: number
}
export type PriceReader = {
  readonly read: (row: Row, draft: Draft, remark: Remark) => void
  readonly uses: () => readonly CurrencyUse[]
  /** rows whose currency stayed open */
  readonly open: () => number
}
type Setting = {
  readonly at: ReadonlyMap<string, readonly FoundColumn[]>
  readonly words: ImportWords
  readonly currency: string | undefined
  readonly sample: readonly Row[]
  readonly signs: CurrencySigns
  readonly text: (row: Row, field: string) => string
  readonly hostAt: (row: Row) => string | undefined
  readonly languageAt: (row: Row) => string
}

const PROBLEMS: Readonly<Record<'negative' | 'several' | 'no-number' | 'unread' | 'too-large', Text>> = {
  negative: { zh: '为负数', en: 'is negative' },
  several: { zh: '含有多个金额，无法确定', en: 'holds several amounts' },
  'no-number': { zh: '没有金额', en: 'holds no amount' },
  unread: { zh: '的数字写法无法识别', en: 'is written in a way that cannot be read' },
  'too-large': { zh: '金额过大', en: 'is too large' },
}
const quoted = (text: string, what: Text): Text => {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return { zh: `“${shown}”${what.zh}，价格留空`, en: `"${shown}" ${what.en}; price left out` }
}

/** Prepares the reading of prices: the number style of each column and currency is decided from the sample. */
export function priceReader(setting: Setting): PriceReader {
  const { at, words, signs, text, hostAt, languageAt } = setting
  const resolve = currencyResolver(words.currencies, signs, setting.currency)
  const column = (field: PriceField) => at.get(field)?.[0]
  const headerSign = new Map(PRICE_FIELDS.map((field) => [field, signs.find(column(field)?.header ?? '')?.sign]))
  const remembered = new Map<string, CurrencyFound>()
  const uses = new Map<string, CurrencyUse>()
  let open = 0

  const currencyAt = (row: Row, field: PriceField, sign: string | undefined): CurrencyFound => {
    const evidence = {
      column: text(row, 'currency') || undefined,
      sign,
      header: headerSign.get(field),
      host: hostAt(row),
    }
    const key = `${evidence.column ?? ''}\n${sign ?? ''}\n${field}\n${evidence.host ?? ''}`
    if (remembered.has(key)) return remembered.get(key)
    let spoken = false
    const language = () => {
      spoken = true
      return languageAt(row)
    }
    const found = resolve({ ...evidence, language })
    if (!spoken && remembered.size < 2_000) remembered.set(key, found)
    return found
  }
  const styles = sampleStyles()
  return { read, uses: () => [...uses.values()], open: () => open }

  function sampleStyles(): ReadonlyMap<string, NumberStyle> {
    const tallies = new Map<string, StyleTally>()
    for (const row of setting.sample)
      for (const field of PRICE_FIELDS) {
        const found = column(field)
        if (found === undefined || isBlank(row[found.index])) continue
        const price = priceText(row[found.index]!, signs)
        if ('problem' in price) continue
        const currency = currencyAt(row, field, price.sign)
        if (currency === undefined || !('currency' in currency)) continue
        const key = `${field} ${currency.currency}`
        const counted = tallies.get(key) ?? newTally()
        tallies.set(key, counted)
        for (const amount of price.amounts) if (!amount.exact && amount.zeros === 0) tally(counted, amount.text)
      }
    return new Map([...tallies].map(([key, counted]) => [key, styleFrom(counted, exponentOf(key.slice(-3)))]))
  }

  /** Whether the price is a formula without a result, which is told of every column at once. */
  function uncalculated(row: Row): boolean {
    const { index } = column('price') ?? column('list-price') ?? {}
    return index !== undefined && isUncalculated(row[index])
  }

  function read(row: Row, draft: Draft, remark: Remark): void {
    const price = side(row, 'price', remark)
    const top = side(row, 'price-to', () => {})
    const list = side(row, 'list-price', price.state === 'unread' ? () => {} : remark)
    const first = [price, list, top].find((one) => one.state === 'read')
    const currency = price.currency ?? first?.currency ?? list.currency
    if (currency !== undefined) draft.currency = currency
    const high = price.high ?? top.low
    if (price.state === 'read') {
      used(price.found!)
      draft.price = price.low!
      if (high !== undefined && high.currency === price.low!.currency && high.minor > price.low!.minor)
        draft.priceTo = high
      if (list.low !== undefined) draft.listPrice = list.low
      return
    }
    if (price.state === 'unread') {
      if (list.low !== undefined) draft.listPrice = list.low
      return
    }
    // no reduced price, or nought: the list price is what is asked
    if (list.low !== undefined) {
      used(list.found!)
      draft.price = list.low
      if (list.high !== undefined) draft.priceTo = list.high
    } else if (price.state === 'zero') remark('price', { zh: '价格为 0，视为未填', en: 'price is 0, taken as missing' })
    else if (list.state !== 'unread' && !uncalculated(row))
      remark(
        'price',
        column('price') || column('list-price')
          ? { zh: '未填价格', en: 'has no price' }
          : {
              zh: '表中没有价格列，请指明哪一列是价格',
              en: 'the list has no price column; say which one it is',
            },
      )
  }

  type Side = {
    state: 'none' | 'zero' | 'unread' | 'read'
    low?: Money
    high?: Money
    currency?: string
    found?: Found
  }

  function side(row: Row, field: PriceField, remark: Remark): Side {
    const found = column(field)
    const cell = found === undefined ? undefined : row[found.index]
    if (found === undefined || isBlank(cell) || text(row, field) === '') return { state: 'none' }
    const written = textOf(cell).trim()
    const price = priceText(cell!, signs)
    if ('problem' in price) {
      if (price.problem === 'empty') return { state: 'none' }
      remark(field, quoted(written, PROBLEMS[price.problem]))
      return { state: 'unread' }
    }
    const currency = currencyAt(row, field, price.sign)
    if (price.amounts.every((amount) => /^[0.,]+$/.test(amount.text)))
      return currency && 'currency' in currency ? { state: 'zero', currency: currency.currency } : { state: 'zero' }
    if (currency === undefined || !('currency' in currency)) {
      open += 1
      remark(field, openCurrency(written, currency))
      return { state: 'unread' }
    }
    contradiction(row, field, price, currency.currency, remark)
    return { ...amounts(price.amounts, written, field, currency.currency, remark), found: currency }
  }

  function amounts(
    list: readonly WrittenAmount[],
    written: string,
    field: PriceField,
    currency: string,
    remark: Remark,
  ): Side {
    const exponent = exponentOf(currency)
    const all: Money[] = []
    let rounded = false
    let odd = false
    for (const amount of list) {
      const style = amount.zeros > 0 ? undefined : styles.get(`${field} ${currency}`)
      const plain = amount.exact
        ? { decimal: amount.text, odd: false }
        : readAmount(amount.text, style, amount.zeros > 0 ? 3 : exponent)
      const money = plain && moneyFrom(plain.decimal, currency, amount.zeros)
      if (!plain || !money) {
        remark(field, quoted(written, plain ? PROBLEMS['too-large'] : PROBLEMS.unread))
        return { state: 'unread', currency }
      }
      rounded ||= money.rounded
      odd ||= plain.odd
      if (money.money.minor > 0) all.push(money.money)
    }
    if (rounded)
      remark(field, {
        zh: `“${written.slice(0, 60)}”的小数位多于 ${currency} 的规定，已四舍五入`,
        en: `"${written.slice(0, 60)}" has more decimals than ${currency} has; rounded`,
      })
    if (odd)
      remark(field, {
        zh: `“${written.slice(0, 60)}”的写法与本列其他行不同，请核对`,
        en: `"${written.slice(0, 60)}" is written unlike the rest of its column; please check`,
      })
    all.sort((a, b) => a.minor - b.minor)
    const low = all[0]
    const high = all.at(-1)
    if (low === undefined) return { state: 'zero', currency }
    return high !== undefined && high.minor > low.minor
      ? { state: 'read', low, high, currency }
      : { state: 'read', low, currency }
  }

  /** The column rules, and says so when the sign can't mean it. */
  function contradiction(row: Row, field: PriceField, price: PriceText, currency: string, remark: Remark): void {
    if ('problem' in price || price.sign === undefined || text(row, 'currency') === '') return
    if (signs.meanings(price.sign).includes(currency)) return
    remark(field, {
      zh: `币种列为 ${currency}，而价格写作“${price.sign}”；按币种列`,
      en: `the currency column says ${currency} but the price is written with "${price.sign}"; the column is taken`,
    })
  }

  function used(found: Found): void {
    const key = `${found.currency} ${found.by} ${found.ambiguous ?? ''}`
    const use = uses.get(key)
    if (use) use.rows += 1
    else
      uses.set(key, {
        currency: found.currency,
        by: found.by,
        ...(found.ambiguous ? { sign: found.ambiguous } : {}),
        rows: 1,
      })
  }
}

function openCurrency(written: string, found: Exclude<CurrencyFound, { by: CurrencyBasis }>): Text {
  const shown = written.slice(0, 60)
  if (found === undefined)
    return {
      zh: `“${shown}”没有币种，价格留空；请指明币种`,
      en: `"${shown}" has no currency, price left out; say which it is`,
    }
  const some = found.candidates.slice(0, 4).join(', ')
  return {
    zh: `“${found.ambiguous}”可指 ${some} 等币种，价格留空；请指明币种`,
    en: `"${found.ambiguous}" may mean ${some}, price left out; say which currency it is`,
  }
}
