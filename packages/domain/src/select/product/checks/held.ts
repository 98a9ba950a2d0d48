import { holdsFact } from '../../../gate/fact.ts'
import type { MarketRule } from '../../../gate/rule.ts'
import { certificateHolds, marketsOf, type ProductCase } from '../product-case.ts'

export type Held = 'held' | 'missing' | 'wrong'

/** Whether evidence of a type is held and covers the product; `wrong` when what is held does not cover or has lapsed. */
export function evidenceHeld(about: ProductCase, type: string): Held {
  const facts = about.product.facts
  const all = (facts?.certificates ?? []).filter((c) => c.type === type)
  if (all.some((c) => certificateHolds(c, facts?.model, marketsOf(about), about.asOf))) return 'held'
  return all.length > 0 ? 'wrong' : 'missing'
}

/** Whether product.… or plan.… is recorded; facts of suppliers and offers are asked at their own gates. */
export function factHeld({ product, plan }: ProductCase, path: string): boolean {
  const [kind, ...steps] = path.split('.')
  const record = kind === 'product' ? { ...product.listing, ...product.facts } : kind === 'plan' ? plan : undefined
  return record === undefined || holdsFact(record, steps.join('.'))
}

export function labelsMissing(
  about: ProductCase,
  statements: readonly string[],
  languages?: readonly string[],
): string[] {
  const held = about.product.facts?.labels ?? []
  return statements.filter(
    (statement) =>
      !held.some(
        (l) => l.statement === statement && (!languages || l.language === undefined || languages.includes(l.language)),
      ),
  )
}

type Needs = NonNullable<MarketRule['requires']>
/** Whether what a rule asks is held. */
export function requirementHeld(about: ProductCase, needs: Needs): Held {
  if ('certificate' in needs) return evidenceHeld(about, needs.certificate)
  if ('label' in needs) return labelsMissing(about, needs.label, needs.language).length === 0 ? 'held' : 'missing'
  if ('fact' in needs) return factHeld(about, needs.fact) ? 'held' : 'missing'
  return 'missing'
}

export const rulesOf = (about: ProductCase) => about.rules.rulesFor(about.about)
