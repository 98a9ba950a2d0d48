import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { type Paper, papersOf } from '@haixuan/domain/select/supplier/papers/papers'
import type { SupplierStandard } from '@haixuan/domain/select/supplier/reasons/reason'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'

const looked = new WeakMap<StandardData, SupplierStandard>()

/** Document types and inspection templates of a standard by id. */
export function supplierStandardOf(standard: StandardData): SupplierStandard {
  const known = looked.get(standard)
  if (known) return known
  const made = {
    documents: new Map(standard.documents.documents.map((d) => [d.id, d])),
    templates: new Map(standard.inspections.templates.map((t) => [t.id, t])),
  }
  looked.set(standard, made)
  return made
}

/** The papers of a supplier by this standard, first the one that lapses first. */
export const papersIn = (supplier: Supplier, standard: StandardData): readonly Paper[] =>
  papersOf(supplier, supplierStandardOf(standard), standard.qualification['screening-days'])
