import { toOperator } from '@haixuan/domain/kernel/reason'
import { knownKinds } from '@haixuan/domain/select/supplier/identity'
import type { PlacedFiles } from './files.ts'

/** The qualification matrix asks only for documents, numbers, templates and classes that exist. @throws BadInput with file and line */
export function checkQualification(files: PlacedFiles): void {
  const { qualification, documents, inspections } = files
  const types = new Set(documents.value.documents.map((d) => d.id))
  const templates = new Set(inspections.value.templates.map((t) => t.id))
  const kinds = new Set(knownKinds())
  const expect = (known: ReadonlySet<string>, named: readonly string[], path: readonly PropertyKey[], list: string) => {
    for (const id of named) if (!known.has(id)) throw qualification.bad(path, toOperator(`${list} has no ${id}`))
  }
  qualification.value.rows.forEach((row, i) => {
    row.documents.forEach((d, j) => {
      expect(types, d['any-of'], ['rows', i, 'documents', j], 'documents.yaml')
    })
    row.numbers.forEach((n, j) => {
      expect(kinds, n['any-of'], ['rows', i, 'numbers', j], 'the identity numbers')
    })
    if (row.inspection) expect(templates, row.inspection['any-of'], ['rows', i, 'inspection'], 'inspections.yaml')
  })
  documents.value.documents.forEach((d, i) => {
    for (const id of d['counts-as'] ?? [])
      if (!types.has(id)) throw documents.bad(['documents', i, 'counts-as'], toOperator(`documents.yaml has no ${id}`))
  })
}
