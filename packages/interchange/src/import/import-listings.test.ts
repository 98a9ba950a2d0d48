import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture, imported, shown } from './fixtures/imported.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haixuan-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(text: string | Uint8Array): Promise<string> {
  const path = join(folder, 'list.csv')
  await writeFile(path, text)
  return path
}
const fieldsOf = (columns: readonly { field: string; header: string }[]) =>
  Object.fromEntries(columns.map(({ field, header }) => [field, header]))

describe('listings of many shapes import with no map', () => {
  test('Indonesian headers, rupiah with points between thousands, ranges, counts such as 10RB+', async () => {
    const { listings, rejected, warnings, report } = await imported(fixture('indonesia.csv'))
    expect(listings[0]).toMatchObject({
      row: 1,
      title: 'Botol Minum Stainless 500ml',
      seller: 'Toko Contoh',
      category: ['Rumah Tangga', 'Dapur', 'Botol'],
      images: ['https://cf.example.co.id/file/1.jpg', 'https://cf.example.co.id/file/2.jpg'],
      url: 'https://shop.example.co.id/p/1',
      weightGrams: 350,
      stock: 1200,
      sold: 10_000,
      rating: 4.9,
      reviews: 2300,
      currency: 'IDR',
      language: 'id',
    })
    expect(shown(listings[0]?.price)).toBe('10000 IDR')
    expect(shown(listings[0]?.listPrice)).toBe('60000 IDR')
    expect([shown(listings[1]?.price), shown(listings[1]?.priceTo)]).toEqual(['125000 IDR', '150000 IDR'])
    expect(rejected).toMatchObject([{ row: 3, field: 'title' }])
    expect(warnings).toMatchObject([
      { row: 4, field: 'price', reason: { en: 'price is 0, taken as missing' } },
      { row: 5, field: 'price', reason: { en: '"hubungi kami" holds no amount; price left out' } },
    ])
    expect(listings.map(({ row }) => row)).toEqual([1, 2, 4, 5])
    expect(report).toMatchObject({ rows: 5, imported: 4, rejected: 1, delimiter: ',', encoding: 'utf-8', headerRow: 1 })
  })

  test('Chinese in GB 18030: ¥ is settled by the language, and the report says so', async () => {
    const { listings, report } = await imported(fixture('china-gb18030.csv'))
    expect(report.encoding).toBe('gb18030')
    expect(listings[0]).toMatchObject({
      title: '304不锈钢保温杯500ml',
      seller: '示例旗舰店',
      category: ['家居', '杯子'],
      images: ['https://img.example.com/1.jpg'],
      sold: 12_000,
      stock: 999,
      origin: 'CN',
      language: 'zh',
    })
    expect(listings[0]?.brand).toBeUndefined()
    expect(listings.map(({ price }) => shown(price))).toEqual(['129 CNY', '59.90 CNY'])
    expect(shown(listings[1]?.priceTo)).toBe('89.90 CNY')
    expect(report.notes.map(({ en }) => en)).toEqual([
      '"¥" may mean several currencies; 2 rows read as CNY by the language of the text',
    ])
  })

  test('no seller, US dollars as "US $", lists printed by Python, brand and origin from the specification', async () => {
    const { listings } = await imported(fixture('wholesale-usd.csv'))
    expect(listings[0]).toMatchObject({
      brand: 'Skyfinch',
      origin: 'CN',
      sold: 1204,
      images: ['https://img.example.com/kf/1.jpg', 'https://img.example.com/kf/2.jpg'],
      attributes: [
        { name: 'Brand', value: 'Skyfinch' },
        { name: 'Origin', value: 'Mainland China' },
      ],
    })
    expect([shown(listings[0]?.price), shown(listings[0]?.priceTo), shown(listings[0]?.listPrice)]).toEqual([
      '12.99 USD',
      '19.99 USD',
      '25.98 USD',
    ])
    expect(shown(listings[1]?.price)).toBe('1299 USD')
    expect(listings[1]?.seller).toBeUndefined()
  })

  test('a shop system with variants under one handle: HTML stripped, titles inherited, picture rows rejected', async () => {
    const { listings, rejected, warnings } = await imported(fixture('shop-system.csv'), { currency: 'EUR' })
    expect(listings[0]).toMatchObject({
      title: 'Cotton Tee',
      description: 'Soft & light\n100% cotton',
      gtin: '4006381333931',
      variants: ['S'],
    })
    expect(listings[1]).toMatchObject({
      row: 2,
      title: 'Cotton Tee',
      sku: 'TEE-M',
      variants: ['M'],
      seller: 'Acme Example',
    })
    expect(listings[2]).toMatchObject({ row: 4, title: 'Mug "Big"' })
    expect(shown(listings[2]?.price)).toBe('1299 EUR')
    expect(rejected).toMatchObject([
      { row: 3, field: 'title', reason: { en: 'only adds pictures or notes to the product of row 1' } },
    ])
    expect(warnings).toMatchObject([{ row: 4, field: 'gtin' }])
  })

  test('without a currency anywhere the rows import, the price stays open and the remedy is named', async () => {
    const { listings, warnings } = await imported(fixture('shop-system.csv'))
    expect(listings.map(({ price }) => price)).toEqual([undefined, undefined, undefined])
    expect(warnings[0]?.reason.en).toBe('"19.90" has no currency, price left out; say which it is')
  })

  test('German, Windows-1252, semicolons, decimal commas', async () => {
    const { listings, report } = await imported(fixture('germany-1252.csv'))
    expect(report).toMatchObject({ encoding: 'windows-1252', delimiter: ';' })
    expect(listings[1]).toMatchObject({
      title: 'Löffel für Suppe',
      category: ['Küche', 'Besteck'],
      stock: 1200,
      weightGrams: 50,
      origin: 'CN',
      hs: '82159910',
      language: 'de',
    })
    expect([shown(listings[0]?.price), shown(listings[0]?.listPrice), shown(listings[1]?.price)]).toEqual([
      '1299 EUR',
      '1499 EUR',
      '4.50 EUR',
    ])
  })

  test('Thai, UTF-16 with tabs', async () => {
    const { listings, report } = await imported(fixture('thailand-utf16.tsv'))
    expect(report).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' })
    expect(listings[0]).toMatchObject({ category: ['แฟชั่น', 'กระเป๋า'], sold: 1500, language: 'th' })
    expect(listings.map(({ price }) => shown(price))).toEqual(['199 THB', '1290 THB'])
  })

  test('Vietnamese with a byte-order mark; the đồng has no decimals', async () => {
    const { listings } = await imported(fixture('vietnam-bom.csv'))
    expect(listings.map(({ price }) => shown(price))).toEqual(['199000 VND', '450000 VND'])
    expect(listings[0]).toMatchObject({ title: 'Áo thun nam', sold: 1200, language: 'vi' })
  })

  test('no header at all, and headers that mean nothing: columns are found by content', async () => {
    const bare = await imported(fixture('malaysia-no-header.csv'))
    expect(bare.report).toMatchObject({ headerRow: 0, rows: 2 })
    expect(fieldsOf(bare.report.columns)).toEqual({ title: 'A', url: 'B', price: 'C', images: 'D' })
    expect([shown(bare.listings[0]?.price), shown(bare.listings[0]?.priceTo)]).toEqual(['12.90 MYR', '15 MYR'])
    const odd = await imported(fixture('philippines-odd-headers.csv'))
    expect(fieldsOf(odd.report.columns)).toEqual({ title: 'a1', price: 'b2', category: 'c3', url: 'd4' })
    expect(odd.listings.map(({ price }) => shown(price))).toEqual(['199 PHP', '1299 PHP'])
  })

  test('Portuguese; rating and reviews told apart; a currency column left empty falls back on the sign', async () => {
    const { listings } = await imported(fixture('brazil.csv'))
    expect(listings[0]).toMatchObject({ rating: 4.7, reviews: 1023, seller: 'Loja Exemplo' })
    expect(listings.map(({ price }) => shown(price))).toEqual(['1089.90 BRL', '99 BRL'])
  })

  test('prices, categories and descriptions as JSON', async () => {
    const { listings } = await imported(fixture('json-prices.csv'))
    expect([shown(listings[0]?.price), shown(listings[0]?.priceTo)]).toEqual(['12 USD', '13 USD'])
    expect(listings[0]).toMatchObject({ category: ['Clothing', 'Socks'], description: 'Warm and soft\nWash at 30 °C' })
    expect(listings[1]?.description).toBe('One size')
  })

  test('a dollar sign is settled by the country domain, otherwise left open', async () => {
    const { listings, warnings } = await imported(fixture('dollar.csv'))
    expect(listings.map(({ price }) => shown(price))).toEqual(['12.99 SGD', undefined])
    expect(warnings).toMatchObject([{ row: 2, field: 'price' }])
    expect(warnings[0]?.reason.en).toContain('"$" may mean USD, SGD, AUD, CAD')
    const helped = await imported(fixture('dollar.csv'), { currency: 'USD' })
    expect(helped.listings.map(({ price }) => shown(price))).toEqual(['12.99 SGD', '7.50 USD'])
  })
})

describe('columns', () => {
  test('a map goes before every guess', async () => {
    const path = await file('name,alias,price\nLamp,Bright lamp,9 EUR\n')
    expect((await imported(path)).listings[0]?.title).toBe('Lamp')
    const { listings, report } = await imported(path, { map: { title: 'Alias' } })
    expect(listings[0]?.title).toBe('Bright lamp')
    expect(report.columns[0]).toMatchObject({ field: 'title', header: 'alias', score: 1 })
  })

  test('a map to a header or field that is not there says what is', async () => {
    const path = await file('name,price\nLamp,9 EUR\n')
    await expect(imported(path, { map: { title: 'Titel' } })).rejects.toThrow(
      /there is no column "Titel"; the columns are name, price/,
    )
    await expect(imported(path, { map: { titel: 'name' } })).rejects.toThrow(
      /"titel" is no field; the fields are title, description/,
    )
  })

  test('title lines above the header and instruction rows below it are skipped', async () => {
    const path = await file(
      'Product list 2026,,\n,,\nProduct name,Price,Stock\nMandatory,Mandatory,Optional\nLamp,9 EUR,3\n',
    )
    const { listings, report } = await imported(path)
    expect(report).toMatchObject({ headerRow: 2, rows: 1 })
    expect(listings).toMatchObject([{ row: 1, title: 'Lamp', stock: 3 }])
  })

  test('shipping, cost and seller rating are not mistaken for price and rating', async () => {
    const path = await file(
      'Title,Shipping fee,Cost price,Seller rating,Sale price,Price\nLamp,1 EUR,2 EUR,4.9,9 EUR,12 EUR\n',
    )
    const { listings, report } = await imported(path)
    expect([shown(listings[0]?.price), shown(listings[0]?.listPrice)]).toEqual(['9 EUR', '12 EUR'])
    expect(report.unused).toEqual(['Shipping fee', 'Cost price', 'Seller rating'])
  })

  test('without a reduced price the list price is what is asked', async () => {
    const path = await file('Title,Sale price,Regular price\nLamp,,12 EUR\nDesk,0,80 EUR\n')
    const { listings, warnings } = await imported(path)
    expect(listings.map(({ price, listPrice }) => [shown(price), listPrice])).toEqual([
      ['12 EUR', undefined],
      ['80 EUR', undefined],
    ])
    expect(warnings).toEqual([])
  })

  test('headers named by hand show where the header is, below lines of another kind too', async () => {
    const path = await file('Price list of May\n\nx,y\nLamp,tall\nDesk,oak\n')
    const { listings, report } = await imported(path, { map: { title: 'X', variants: 'y' } })
    expect(listings.map(({ title, variants }) => [title, variants])).toEqual([
      ['Lamp', ['tall']],
      ['Desk', ['oak']],
    ])
    expect(report).toMatchObject({ rows: 2, columns: [{ header: 'x', score: 1 }, { header: 'y' }] })
  })

  test('the same sku or address again is noted, and both rows import', async () => {
    const path = await file('Title,SKU,Price\nLamp,L1,9 EUR\nDesk,D1,80 EUR\nLamp again,L1,9 EUR\n')
    const { listings, warnings, report } = await imported(path)
    expect(listings).toHaveLength(3)
    expect(report.duplicates).toBe(1)
    expect(warnings).toMatchObject([
      { row: 3, field: 'sku', reason: { en: 'same sku as row 1', zh: '与第 1 行的 sku 相同' } },
    ])
  })

  test('R4 · a row with a card number in what people read is left out, and told with field and remedy; codes stay', async () => {
    const path = await file(
      [
        'Title,SKU,Description,Price',
        'Lamp,4111111111111111,Oak,9 EUR',
        'Desk,D1,Pay to ５５００－００００－００００－０００４,80 EUR',
        'Pay 4111 1111 1111 1111,P1,,1 EUR',
      ].join('\n'),
    )
    const { listings, rejected } = await imported(path)
    expect(listings).toMatchObject([{ row: 1, sku: '4111111111111111' }])
    const reason = { zh: expect.stringContaining('请删除'), en: expect.stringContaining('remove it') }
    expect(rejected).toMatchObject([
      { row: 2, field: 'description', reason },
      { row: 3, field: 'title', reason },
    ])
  })

  test('a header that comes again inside the file is no product', async () => {
    const path = await file('Title,Price\nLamp,9 EUR\nTitle,Price\nDesk,80 EUR\n')
    const { listings, rejected } = await imported(path)
    expect(listings.map(({ row }) => row)).toEqual([1, 3])
    expect(rejected).toMatchObject([{ row: 2, reason: { en: 'repeats the header' } }])
  })

  test('a currency column goes before the sign, and a contradiction is said', async () => {
    const path = await file('Title,Price,Currency\nLamp,RM9,SGD\nDesk,$9,CAD\n')
    const { listings, warnings } = await imported(path)
    expect(listings.map(({ price }) => shown(price))).toEqual(['9 SGD', '9 CAD'])
    expect(warnings).toMatchObject([{ row: 1, field: 'price' }])
  })

  test('quoted line breaks and delimiters, and cells beyond the header', async () => {
    const path = await file('Title;Description;Price\n"Lamp; small";"One\r\ntwo";9 EUR\nDesk;Oak;80 EUR;stray\n')
    const { listings, warnings } = await imported(path)
    expect(listings[0]).toMatchObject({ title: 'Lamp; small', description: 'One\ntwo' })
    expect(warnings).toMatchObject([{ row: 2, field: 'columns' }])
  })
})
