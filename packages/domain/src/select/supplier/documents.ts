import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import type { Supplier, SupplierDocument } from './supplier.ts'

/** A type of supplier document (documents.yaml): what it proves, who issues it, how long it usually holds. */
export const documentType = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: bilingual,
  proves: bilingual,
  issuer: bilingual,
  /** countries it is issued in, ISO 3166-1; none = any */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  /** days from issue after which it is stale when it names no expiry; none = holds until withdrawn */
  'valid-days': z.int().positive().optional(),
  /** the general type it fulfils, such as business-licence */
  'counts-as': z.array(z.string()).optional(),
  source,
})
export type DocumentType = z.infer<typeof documentType>
export const documentFile = z.strictObject({ documents: z.array(documentType).min(1) })

/** How a document stands on a day. `until` is the last day it holds, none when it does not lapse. */
export type Validity = {
  readonly state: 'valid' | 'expired' | 'not-yet' | 'undated'
  readonly until?: Day
}

/** I2 · Whether a document holds on `day`: by its own dates, else by the typical validity of its type. */
export function validityOf(document: SupplierDocument, type: DocumentType | undefined, day: Day): Validity {
  const { issued, expires } = document
  const until = expires ?? (issued && type?.['valid-days'] ? addDays(issued, type['valid-days']) : undefined)
  const end = until === undefined ? {} : { until }
  if (issued !== undefined && day < issued) return { state: 'not-yet', ...end }
  if (until !== undefined && until < day) return { state: 'expired', ...end }
  if (until === undefined && type?.['valid-days'] !== undefined) return { state: 'undated' }
  return { state: 'valid', ...end }
}

export type Held = { readonly document: SupplierDocument; readonly validity: Validity }

const RANK = { valid: 3, undated: 2, 'not-yet': 1, expired: 0 } as const

/** The supplier's best document of these types, or one that counts as one, on a day: valid before not, those whose file is held first, then the longest; undefined when it has none. */
export function bestDocument(
  supplier: Pick<Supplier, 'documents'>,
  types: readonly string[],
  known: ReadonlyMap<string, DocumentType>,
  day: Day,
): Held | undefined {
  return supplier.documents
    .filter((d) => types.includes(d.type) || known.get(d.type)?.['counts-as']?.some((t) => types.includes(t)))
    .map((document) => ({ document, validity: validityOf(document, known.get(document.type), day) }))
    .sort(
      (a, b) =>
        RANK[b.validity.state] - RANK[a.validity.state] ||
        Number(b.document.evidence !== undefined) - Number(a.document.evidence !== undefined) ||
        daysBetween(a.validity.until ?? ('9999-12-31' as Day), b.validity.until ?? ('9999-12-31' as Day)),
    )[0]
}
