import { z } from 'zod'
import type { Money } from '../../kernel/money.ts'

/** Money as recorded: minor units and an ISO 4217 code. */
const moneyShape: z.ZodType<Money> = z.strictObject({
  minor: z.int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
})

/** One name and value of a product's specification, as the listing has it. */
export const listingAttribute = z.strictObject({ name: z.string(), value: z.string() })

/** A product listing as imported (P2, I3): plain texts, money in minor units, nothing inferred beyond what the row says. */
export const listing = z.strictObject({
  /** data row in the file, counted from 1, header and blank rows not counted */
  row: z.int().positive(),
  /** what the row is of, where lists of several files meet: makes an id of a row that has no sku or gtin */
  list: z.string().min(1).optional(),
  title: z.string().min(1),
  /** plain text; markup removed, entities decoded; empty when the file has none */
  description: z.string(),
  /** the asked price, or the lower end of a range */
  price: moneyShape.optional(),
  /** the upper end, when the listing gives a range */
  priceTo: moneyShape.optional(),
  /** the crossed-out or recommended price */
  listPrice: moneyShape.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  url: z.string().optional(),
  images: z.array(z.string()),
  video: z.string().optional(),
  seller: z.string().optional(),
  brand: z.string().optional(),
  /** from the widest to the narrowest */
  category: z.array(z.string()),
  gtin: z.string().optional(),
  sku: z.string().optional(),
  mpn: z.string().optional(),
  hs: z.string().optional(),
  /** ISO 3166 alpha-2 */
  origin: z.string().length(2).optional(),
  weightGrams: z.number().positive().optional(),
  dimensions: z.string().optional(),
  warranty: z.string().optional(),
  /** colours, sizes and other choices */
  variants: z.array(z.string()),
  /** mean score, 0–5 */
  rating: z.number().min(0).max(5).optional(),
  reviews: z.int().nonnegative().optional(),
  sold: z.int().nonnegative().optional(),
  stock: z.int().nonnegative().optional(),
  attributes: z.array(listingAttribute),
  /** ISO 639-1 from script and stop words, `und` when not clear */
  language: z.string(),
})
export type Listing = z.infer<typeof listing>
export type ListingAttribute = z.infer<typeof listingAttribute>
