import { z } from 'zod'
import { bilingual, source } from '../../../gate/rule.ts'
import { CLAIM_KINDS } from '../../../gate/words.ts'

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const market = z.string().regex(/^[a-z]{2}$/)

/** standard/evidence.yaml: certificates and other evidence that a product or a claim can rest on (I3). */
export const evidenceFile = z.strictObject({
  evidence: z
    .array(
      z.strictObject({
        id: kebab,
        name: bilingual,
        /** what it proves */
        proves: bilingual,
        /** who issues it */
        issuer: bilingual,
        /** markets that ask for it; none = any */
        markets: z.array(market).min(1).optional(),
        /** kinds of claims it can carry */
        claims: z.array(z.enum(CLAIM_KINDS)).min(1).optional(),
        /** statements of labels.yaml it stands behind */
        labels: z.array(kebab).min(1).optional(),
        source,
      }),
    )
    .min(1),
})
export type EvidenceType = z.infer<typeof evidenceFile>['evidence'][number]

/** standard/labels.yaml: statements that stand on product, package or listing (I3). */
export const labelFile = z.strictObject({
  labels: z.array(z.strictObject({ id: kebab, name: bilingual, source })).min(1),
})
