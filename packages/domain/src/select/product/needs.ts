import { streamDuty } from '../../gate/fact.ts'
import type { MarketRule } from '../../gate/rule.ts'
import { cite } from '../../gate/rule-set.ts'
import type { Owner, Severity } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import { type Held, labelsMissing, requirementHeld, rulesOf } from './checks/held.ts'
import { certificateHolds, marketsOf, type ProductCase } from './product-case.ts'

type Named = { readonly id: string; readonly name: Text }
type Asked = {
  readonly rule: string
  readonly title: Text
  readonly source: string
  readonly severity: Severity
  readonly statutory: boolean
  readonly owner: Owner
  readonly held: Held
}
/** I3 · What the law of one market asks to hold, to show and to know of a product, and what of it is there. */
export type MarketNeeds = {
  readonly market: string
  readonly certificates: readonly (Asked & {
    readonly type: Named
    /** places, in what is recorded, of the certificates that cover it */
    readonly by: readonly number[]
  })[]
  readonly labels: readonly (Asked & {
    /** languages of which one is wanted */
    readonly languages: readonly string[]
    readonly statements: readonly (Named & { readonly held: boolean })[]
  })[]
  readonly facts: readonly (Asked & { readonly fact: string })[]
}

/** Reads the rules that bind a product in its market, those that are met as well as those that are not. */
export function marketNeeds(about: ProductCase): MarketNeeds {
  const needs = { certificates: [], labels: [], facts: [] } as {
    -readonly [K in 'certificates' | 'labels' | 'facts']: MarketNeeds[K][number][]
  }
  for (const rule of rulesOf(about)) {
    const wants = rule.requires
    if (!wants) continue
    const asked = askedBy(rule, requirementHeld(about, wants))
    if ('certificate' in wants) {
      const type = { id: wants.certificate, name: about.nameOf('evidence', wants.certificate) }
      needs.certificates.push({ ...asked, type, by: covering(about, wants.certificate) })
    } else if ('label' in wants) {
      const missing = labelsMissing(about, wants.label, wants.language)
      const statements = wants.label.map((id) => ({
        id,
        name: about.nameOf('label', id),
        held: !missing.includes(id),
      }))
      needs.labels.push({ ...asked, languages: wants.language ?? [], statements })
    } else if ('fact' in wants && wants.fact.startsWith('product.') && !streamDuty(rule))
      needs.facts.push({ ...asked, fact: wants.fact })
  }
  return { market: about.market, ...needs }
}

const askedBy = (rule: MarketRule, held: Held): Asked => ({
  rule: rule.id,
  title: rule.title,
  source: cite(rule),
  severity: rule.severity,
  statutory: rule.statutory,
  owner: rule.owner,
  held,
})

function covering(about: ProductCase, type: string): number[] {
  const { facts } = about.product
  return (facts?.certificates ?? []).flatMap((c, place) =>
    c.type === type && certificateHolds(c, facts?.model, marketsOf(about), about.asOf) ? [place] : [],
  )
}
