import type { Answer } from '../../client/operations.ts'
import type { Cure } from './forms/cure.tsx'

/** What a section of a product's page is given. */
export type OfProduct = {
  readonly project: string
  readonly product: Answer<'product.get'>
  readonly review: Answer<'product.review'> | undefined
  readonly cure: (cure: Cure) => void
}
