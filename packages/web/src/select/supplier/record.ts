import type { Answer } from '../../client/operations.ts'

export type Supplier = Answer<'supplier.get'>
export type Review = Answer<'supplier.review'>
