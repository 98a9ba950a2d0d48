import { describe, expect, test } from 'vitest'
import { fixture } from './fixtures/imported.ts'
import { words } from './fixtures/words.ts'
import { previewListings } from './preview-listings.ts'

const preview = (name: string, map?: Record<string, string>, most?: number) =>
  previewListings(fixture(name), { words, map }, most)
const headerOf = (p: { columns: readonly { field: string; header: string }[] }, field: string) =>
  p.columns.find((c) => c.field === field)?.header

describe('a preview reads the first rows as an import would', () => {
  test('columns with how sure they are, rows as listings beside their cells, faults of rows, language', async () => {
    const p = await preview('indonesia.csv')
    expect(p).toMatchObject({ format: 'csv', encoding: 'utf-8', headerRow: 1 })
    expect(p.languages[0]).toBe('id')
    expect(p.rows).toHaveLength(5)
    expect(p.rows[0]).toMatchObject({ row: 1, listing: { title: 'Botol Minum Stainless 500ml' } })
    expect(p.rows[0]!.cells[p.headers.indexOf(headerOf(p, 'title')!)]).toBe('Botol Minum Stainless 500ml')
    expect(p.rows[2]).toMatchObject({ row: 3, rejected: { field: 'title' } })
    expect(p.rows[3]!.remarks).toMatchObject([{ field: 'price', reason: { en: 'price is 0, taken as missing' } }])
    for (const { score } of p.columns) expect(score).toBeGreaterThan(0)
    expect(p.currencies).toMatchObject([{ currency: 'IDR' }])
  })
  test('no more rows than are asked for', async () => {
    expect((await preview('indonesia.csv', {}, 2)).rows).toHaveLength(2)
  })
})

describe('a mapping by hand', () => {
  test('takes another column, and none where it says so', async () => {
    const plain = await preview('indonesia.csv')
    const [brand, seller] = [headerOf(plain, 'brand'), headerOf(plain, 'seller')]
    expect(seller).toBeDefined()
    const said = await preview('indonesia.csv', { seller: '', ...(brand ? {} : { brand: seller! }) })
    expect(headerOf(said, 'seller')).toBeUndefined()
    expect(said.rows[0]!.listing).not.toHaveProperty('seller')
    if (!brand) expect(said.rows[0]!.listing?.brand).toBe('Toko Contoh')
  })
  test('may be made of a list in which no title is found', async () => {
    const p = await preview('indonesia.csv', { title: '' })
    expect(headerOf(p, 'title')).toBeUndefined()
    expect(p.rows.every((r) => r.rejected?.field === 'title' && !r.listing)).toBe(true)
  })
})
