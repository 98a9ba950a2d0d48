import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { DocumentType } from '../documents.ts'
import type { InspectionTemplate } from '../inspection.ts'

/** Why a supplier is not simply qualified: `reject` and `condition` count, `note` is told. */
export type Reason = {
  readonly part: 'number' | 'document' | 'inspection' | 'screening' | 'owner' | 'bank' | 'consistency'
  readonly effect: 'reject' | 'condition' | 'note'
  readonly state: 'missing' | 'wrong'
  /** row of the matrix that asks for it, or `plan` */
  readonly row?: string
  readonly what: Text
  readonly remedy: Text
}

/** What decisions look things up in: document types and inspection templates by id. */
export type SupplierStandard = {
  readonly documents: ReadonlyMap<string, DocumentType>
  readonly templates: ReadonlyMap<string, InspectionTemplate>
}

/** A day on which something the decision rests on ends. */
export type End = { readonly day: Day; readonly because: Text }
/** What lacking a requirement does. */
export const EFFECT = { must: 'reject', should: 'condition' } as const
