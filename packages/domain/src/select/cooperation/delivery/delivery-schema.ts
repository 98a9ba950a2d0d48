import { z } from 'zod'
import { notices } from '../../../gate/notice.ts'
import { bilingual, source } from '../../../gate/rule.ts'
import { TRAITS } from '../../../gate/words.ts'
import { DELIVERY_MODES } from '../offer.ts'

const RETURN_PATHS = ['local-address', 'collect-and-consolidate', 'send-abroad', 'refund-without-return'] as const
const CUSTOMS_FIELDS = ['hs', 'origin', 'value', 'declared-name'] as const
const kebab = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)

/** The checks and the words each one gives to its texts, beside mode and market. */
export const DELIVERY_CHECKS = {
  'delivery.mode-market': [],
  'delivery.lead-missing': [],
  'delivery.lead-impossible': ['promised', 'least'],
  'delivery.lead-over-law': ['promised', 'days'],
  'delivery.return-path-missing': [],
  'delivery.return-path-mode': ['path', 'paths'],
  'delivery.customs-missing': ['fields'],
  'delivery.customs-value': ['declared', 'cost'],
  'delivery.prohibited': ['title', 'title-en', 'needs', 'needs-en'],
  'delivery.restricted': ['title', 'title-en', 'needs', 'needs-en'],
  'delivery.minimum-price': ['value', 'least'],
  'delivery.purchase-limit': ['price', 'most'],
  'delivery.duty-unpaid': ['incoterm'],
} as const

/** delivery.yaml: the ways goods reach a buyer, what each asks for, and what each may not carry (I7). */
export const deliveryFile = z.strictObject({
  modes: z
    .array(
      z.strictObject({
        id: z.enum(DELIVERY_MODES),
        name: bilingual,
        means: bilingual,
        /** parcel = each order crosses the border on its own; bulk = goods crossed it before the sale */
        enters: z.enum(['parcel', 'bulk']),
        /** only into these markets; absent = any */
        into: z.array(z.string().length(2)).optional(),
        /** no parcel of this mode is at the door in fewer days */
        'least-days': z.int().nonnegative(),
        /** fields of the offer that customs or carrier cannot do without */
        needs: z.array(z.enum(CUSTOMS_FIELDS)),
        'return-paths': z.array(z.enum(RETURN_PATHS)).min(1),
        source,
      }),
    )
    .length(DELIVERY_MODES.length),
  restrictions: z
    .array(
      z.strictObject({
        id: kebab,
        title: bilingual,
        traits: z.array(z.enum(TRAITS)).optional(),
        classes: z.array(kebab).optional(),
        modes: z.array(z.enum(DELIVERY_MODES)).min(1),
        markets: z.array(z.string().length(2)).optional(),
        /** forbidden = not in this mode at all; conditional = with the evidence named */
        outcome: z.enum(['forbidden', 'conditional']),
        needs: bilingual,
        source,
      }),
    )
    .min(1),
  /** what the file names by id, as people read of it */
  'return-paths': z.record(z.enum(RETURN_PATHS), bilingual),
  'customs-fields': z.record(z.enum(CUSTOMS_FIELDS), bilingual),
  checks: notices(DELIVERY_CHECKS, ['mode', 'market']),
})
export type DeliveryFile = z.infer<typeof deliveryFile>
