import { toOperator } from '@haixuan/domain/kernel/reason'
import type { PlacedFiles } from './files.ts'

/** Brands, signals and themes name only classes and evidence that exist. @throws BadInput with file and line */
export function checkProductWords({ brands, signals, themes, classes, evidence, documents }: PlacedFiles): void {
  const classIds = new Set(classes.flatMap((file) => file.value.classes.map((c) => c.id)))
  const proofs = new Set([...evidence.value.evidence.map((e) => e.id), ...documents.value.documents.map((d) => d.id)])
  type File = { readonly bad: (typeof signals)['bad'] }
  const expectClasses = (file: File, named: readonly string[] | undefined, path: readonly PropertyKey[]) => {
    named?.forEach((id, i) => {
      if (!classIds.has(id)) throw file.bad([...path, i], toOperator(`the classes have no ${id}`))
    })
  }

  brands.value.brands.forEach((b, i) => {
    expectClasses(brands, b.classes, ['brands', i, 'classes'])
  })
  for (const list of ['devices', 'classes'] as const)
    expectClasses(signals, signals.value['compatible-use'][list], ['compatible-use', list])
  signals.value.signals.forEach((s, i) => {
    if (s.needs !== undefined && !proofs.has(s.needs))
      throw signals.bad(['signals', i, 'needs'], toOperator(`neither evidence.yaml nor documents.yaml has ${s.needs}`))
    if (!('words' in s)) return
    for (const list of ['in', 'not'] as const)
      expectClasses(signals, s.classes?.[list], ['signals', i, 'classes', list])
  })
  themes.value.themes.forEach((t, i) => {
    for (const id of Object.keys(t.classes))
      if (!classIds.has(id)) throw themes.bad(['themes', i, 'classes', id], toOperator(`the classes have no ${id}`))
  })
}
