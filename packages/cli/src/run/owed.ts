import type { Outcome } from '@haixuan/domain/flow/carry-out'

const WAIVED = {
  zh: (until: string) => `（豁免至 ${until}）`,
  en: (until: string) => ` (waived until ${until})`,
}

/** What keeps a product from release at any gate before air, the plan's and its supplier's too; each once, with its waiver (I9). */
export function owedFor(outcome: Outcome, id: string, language: 'zh' | 'en'): string[] {
  const reviewed = outcome.products.find((p) => p.product.id === id)
  if (!reviewed || reviewed.overall === 'passed') return []
  const supplier = outcome.suppliers.find((s) => s.group.id === reviewed.product.supplier)
  const findings = [
    ...outcome.planFindings.filter((f) => f.gate === 'plan'),
    ...(supplier?.findings ?? []),
    ...reviewed.findings,
  ]
  const told = findings
    .filter((f) => f.severity === 'block')
    .map((f) => `${f.what[language]}${f.waived ? WAIVED[language](f.waived.until) : ''}`)
  return [...new Set(told)]
}
