import type { Day } from '@haixuan/domain/kernel/day'
import { bestDocument } from '@haixuan/domain/select/supplier/documents'
import { nameOfKind } from '@haixuan/domain/select/supplier/identity'
import type { Requirements } from '@haixuan/domain/select/supplier/qualification'
import { latestInspection } from '@haixuan/domain/select/supplier/reasons/inspections'
import type { SupplierStandard } from '@haixuan/domain/select/supplier/reasons/reason'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'

type Named = { readonly name: { readonly zh: string; readonly en: string } }

/** P3 · What the matrix asks of a supplier, and whether it is held. */
export function wantedOf(supplier: Supplier, wanted: Requirements, known: SupplierStandard, day: Day) {
  const numbers = new Set(supplier.numbers.map((n) => `${n.country} ${n.kind}`))
  const named = (ids: readonly string[], all: ReadonlyMap<string, Named>) =>
    ids.map((id) => ({ id, name: { ...(all.get(id)?.name ?? { zh: id, en: id }) } }))
  return [
    ...wanted.documents.map(({ anyOf, need, row }) => {
      const best = bestDocument(supplier, anyOf, known.documents, day)
      const held = best !== undefined
      return {
        part: 'document',
        anyOf: named(anyOf, known.documents),
        need,
        row,
        held,
        state: best?.validity.state ?? null,
      } as const
    }),
    ...wanted.numbers.map(
      ({ anyOf, need, row }) =>
        ({
          part: 'number',
          anyOf: anyOf.map((id) => ({ id, name: { ...nameOfKind(id) } })),
          need,
          row,
          held: anyOf.some((k) => numbers.has(k)),
          state: null,
        }) as const,
    ),
    ...wanted.inspections.map(
      ({ anyOf, need, row }) =>
        ({
          part: 'inspection',
          anyOf: named(anyOf, known.templates),
          need,
          row,
          held: latestInspection(supplier, anyOf, known, day) !== undefined,
          state: null,
        }) as const,
    ),
  ]
}
