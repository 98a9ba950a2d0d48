import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import { listing } from '@haixuan/domain/select/product/listing'
import { fieldNames, importWordsOf } from '@haixuan/interchange/import/import-words'
import { previewListings } from '@haixuan/interchange/import/preview-listings'
import type { Standard } from '@haixuan/interchange/standard/load'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'
import { listInput, listOf } from './list-input.ts'
import { headersOf, rememberedMapping } from './mapping.ts'
import { withList } from './read-list.ts'

const remark = z.object({ field: z.string(), reason: text })
const map = z.record(z.string(), z.string())

/** P2 · How a list would be read: what its columns hold and how sure that is, and its first rows as listings. */
export const previewImport = query({
  name: 'product.preview-import',
  path: '/imports/preview',
  summary: {
    zh: '预览商品清单：列的对应与前 20 行',
    en: 'Preview a list of products: its columns and its first 20 rows',
  },
  params: z.object({}),
  query: z.object({
    sha256: listInput.shape.sha256,
    sheet: z.string().optional(),
    currency: z.string().length(3).optional(),
    seller: z.string().max(200).optional(),
    map: z
      .string()
      .max(8_000)
      .optional()
      .describe('JSON: field → header, `""` for none; what was remembered of such lists when absent'),
  }),
  answer: z.object({
    file: z.string(),
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    sheet: z.string().optional(),
    sheets: z.array(z.string()).readonly().optional(),
    headerRow: z.int(),
    headers: z.array(z.string()).readonly(),
    fields: z.array(z.object({ id: z.string(), name: text, many: z.boolean() })).describe('what a column may hold'),
    columns: z
      .array(z.object({ field: z.string(), header: z.string(), index: z.int(), score: z.number(), why: text }))
      .readonly(),
    unused: z.array(z.string()).readonly(),
    map: map.describe('what was said by hand, now or for a list like this before'),
    remembered: z.object({ by: z.string(), at: z.string() }).nullable(),
    currencies: z
      .array(
        z.object({
          currency: z.string(),
          by: z.enum(['column', 'sign', 'header', 'domain', 'default', 'language']),
          sign: z.string().optional(),
          rows: z.int(),
        }),
      )
      .readonly(),
    languages: z.array(z.string()).readonly(),
    rows: z
      .array(
        z.object({
          row: z.int(),
          cells: z.array(z.string()).readonly(),
          listing: listing.optional(),
          rejected: remark.optional(),
          remarks: z.array(remark).readonly(),
        }),
      )
      .readonly(),
  }),
  async run({ tx, actor, query: asked, house }) {
    const file = await listOf({ tx, actor }, asked.sha256)
    const words = importWordsOf(house.standard as unknown as Standard)
    const names = fieldNames(words)
    const { sheet, seller } = asked
    const currency = asked.currency?.toUpperCase()
    if (currency !== undefined && !words.currencies.codes.includes(currency))
      throw new BadInput(because('currency-unknown', { currency }), { field: 'currency' })
    return withList(house, actor.org, { sha256: asked.sha256, sheet, file }, async (source) => {
      const said = asked.map === undefined ? undefined : mapIn(asked.map)
      const plain = await previewListings(source, { words, sheet, currency, map: said })
      const before = said === undefined ? await rememberedMapping({ tx, actor }, headersOf(plain), seller) : undefined
      const preview = before ? await previewListings(source, { words, sheet, currency, map: before.map }) : plain
      return {
        ...preview,
        file,
        fields: words.columns.fields.map(({ id, many }) => ({ id, many, name: names.get(id) as Text })),
        map: said ?? before?.map ?? {},
        remembered: before ? { by: before.by, at: before.at } : null,
      }
    })
  },
})

/** @throws BadInput */
function mapIn(json: string): Record<string, string> {
  try {
    return map.parse(JSON.parse(json))
  } catch {
    throw new BadInput(because('map-not-json'), { field: 'map' })
  }
}
