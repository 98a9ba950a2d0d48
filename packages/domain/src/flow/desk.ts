import { lineageOf, type RuleSet, ruleSetFor } from '../gate/rule-set.ts'
import { GATES, ROLES, STAGES } from '../gate/words.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/errors.ts'
import type { Project } from '../plan/project.ts'
import { compileThemes } from '../plan/theme-fit/compile-themes.ts'
import type { RoleNames } from '../select/lineup/limit-name.ts'
import { compileLexicons } from '../select/product/claims/matcher.ts'
import { compileClasses } from '../select/product/classify/classifier.ts'
import type { ProductCase } from '../select/product/product-case.ts'
import { compileSignals } from '../select/product/signals/compile-signals.ts'
import { authorisationFor } from '../select/supplier/authorisation.ts'
import { nameKey } from '../select/supplier/names/name-key.ts'
import type { SupplierStandard } from '../select/supplier/reasons/reason.ts'
import type { Readers } from './review-product.ts'
import type { StandardData } from './standard-data.ts'
import type { SupplierGroup } from './supplier-groups.ts'

/** The standard made ready for one project: the law of its markets on the day of its stream, and the readers of texts. */
export type Desk = {
  readonly standard: StandardData
  readonly markets: readonly RuleSet[]
  readonly readers: Readers
  readonly nameOf: ProductCase['nameOf']
  readonly nameKey: (name: string) => string
  readonly supplierStandard: SupplierStandard
  readonly roleNames: RoleNames
  /** words of gates, roles and stages that the glossary lacks (G1) */
  readonly undefinedTerms: readonly string[]
  readonly authorised: (group: SupplierGroup, brand: string, day: Day) => boolean
  readonly pricing: StandardData['pricing']
  readonly delivery: StandardData['delivery']
  readonly settlement: StandardData['settlement']
  readonly contracts: StandardData['contracts']
  readonly afterSales: StandardData['after-sales']
}

/** Makes the desk of a project. @throws BadInput when a market of the plan is unknown */
export function makeDesk(standard: StandardData, plan: Project): Desk {
  const asOf = plan.date as Day
  const markets = plan.markets.map((id) => ruleSetFor(standard.rules, standard.markets, id, asOf))
  const { matcher, classifier, signals } = compiled(standard)
  const market = plan.markets.length === 1 ? plan.markets[0] : undefined
  const names = {
    evidence: named(standard.evidence.evidence),
    label: named(standard.labels.labels),
    class: named(standard.classes.flatMap((f) => f.classes)),
    document: named(standard.documents.documents),
  }
  return {
    standard,
    markets,
    readers: {
      classify: classifier.classify,
      signals: signals.find,
      themeFit: compileThemes(standard.themes, standard.classes, plan),
      claims: (text, about) => matcher.find(text, { languages: [about.language], class: about.class, market }),
      words: wordsIn([...new Set(markets.flatMap((m) => m.words))].sort()),
    },
    nameOf: (kind, id) => names[kind].get(id) ?? { zh: id, en: id },
    nameKey,
    supplierStandard: {
      documents: new Map(standard.documents.documents.map((d) => [d.id, d])),
      templates: new Map(standard.inspections.templates.map((t) => [t.id, t])),
    },
    roleNames: Object.fromEntries(standard.roles.roles.map((r) => [r.id, r.name])) as RoleNames,
    undefinedTerms: undefinedTerms(standard),
    authorised: ({ supplier }, brand, day) =>
      supplier !== undefined &&
      plan.markets.every((id) => {
        const line = lineageOf(standard.markets, id).map((m) => m.id)
        return authorisationFor(brand, supplier, line, 'livestream', day).ok
      }),
    pricing: standard.pricing,
    delivery: standard.delivery,
    settlement: standard.settlement,
    contracts: standard.contracts,
    afterSales: standard['after-sales'],
  }
}

type Compiled = {
  readonly matcher: ReturnType<typeof compileLexicons>
  readonly classifier: ReturnType<typeof compileClasses>
  readonly signals: ReturnType<typeof compileSignals>
}
const compiledOf = new WeakMap<StandardData, Compiled>()

/** The readers that hang on the standard alone, compiled once however many projects are carried out by it. */
function compiled(standard: StandardData): Compiled {
  const known = compiledOf.get(standard)
  if (known) return known
  const made = {
    matcher: compileLexicons(standard.lexicons, standard.figures),
    classifier: compileClasses(standard.classes, standard.traits),
    signals: compileSignals(standard.brands, standard.signals, standard.lexicons),
  }
  compiledOf.set(standard, made)
  return made
}

const named = (all: readonly { readonly id: string; readonly name: Text }[]) => new Map(all.map((n) => [n.id, n.name]))

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** Which of the words a text holds; Latin words as whole words. */
function wordsIn(words: readonly string[]): (text: string) => readonly string[] {
  const patterns = words.map((word) => {
    const escaped = fold(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const latin = /^[\p{Script=Latin}\p{N}]/u.test(word)
    return { word, pattern: new RegExp(latin ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped, 'u') }
  })
  return (text) => {
    const folded = fold(text)
    return patterns.filter(({ pattern }) => pattern.test(folded)).map(({ word }) => word)
  }
}

function undefinedTerms({ glossary }: StandardData): string[] {
  const known = new Set(glossary.terms.map((t) => t.id))
  return [...GATES, ...ROLES, ...STAGES].filter((word) => !known.has(word))
}
