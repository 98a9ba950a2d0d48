import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { About } from '../gate/binding.ts'
import type { MarketRule } from '../gate/rule.ts'
import { lineageOf, type RuleSet, ruleSetFor } from '../gate/rule-set.ts'
import { GATES, ROLES, STAGES } from '../gate/words.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/errors.ts'
import { canonicalBytes } from '../kernel/log/canonical-json.ts'
import type { Project } from '../plan/project.ts'
import { compileThemes } from '../plan/theme-fit/compile-themes.ts'
import type { RoleNames } from '../select/lineup/limit-name.ts'
import { type ForbiddenFinder, forbiddenWordsOf } from '../select/product/claims/forbidden-words.ts'
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
  /** what the rules of these markets may ask of a listing, whenever they are in force */
  readonly asked: readonly string[]
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
  const { matcher, classifier, signals, forbidden, texts } = compiled(standard)
  const words = wordsOf(standard, plan.markets)
  let version: string | undefined
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
      words: wordsIn(words),
      forbidden,
      get version() {
        version ??= hashOf([
          texts(),
          plan.theme,
          plan['theme-classes'] ?? null,
          market ?? null,
          words,
          askedOf(standard, plan.markets),
        ])
        return version
      },
    },
    nameOf: (kind, id) => names[kind].get(id) ?? { zh: id, en: id },
    asked: askedOf(standard, plan.markets),
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

/** The rules of a desk's markets that forbid words of a product, each once however many markets it binds in. */
export const forbiddingRules = ({ markets }: Pick<Desk, 'markets'>, about: About): MarketRule[] => [
  ...new Map(
    markets
      .flatMap((market) => market.rulesFor(about))
      .filter(({ forbids }) => forbids && 'words' in forbids)
      .map((rule) => [rule.id, rule]),
  ).values(),
]

type Compiled = {
  readonly matcher: ReturnType<typeof compileLexicons>
  readonly classifier: ReturnType<typeof compileClasses>
  readonly signals: ReturnType<typeof compileSignals>
  readonly forbidden: ForbiddenFinder
  /** the version of what they were compiled from */
  readonly texts: () => string
}
const compiledOf = new WeakMap<StandardData['lexicons'], { readonly of: readonly unknown[]; readonly made: Compiled }>()

/**
 * The readers that hang on the standard alone, compiled once however many projects are carried out by it, and however many
 * organisations have rules of their own beside the same words.
 */
function compiled(standard: StandardData): Compiled {
  let version: string | undefined
  const { lexicons, figures, classes, traits, brands, signals, themes } = standard
  const of = [figures, classes, traits, brands, signals, themes]
  const known = compiledOf.get(lexicons)
  if (known?.of.every((part, i) => part === of[i])) return known.made
  const made = {
    texts: () => {
      version ??= hashOf({ lexicons, figures, classes, traits, brands, signals, themes })
      return version
    },
    matcher: compileLexicons(standard.lexicons, standard.figures),
    classifier: compileClasses(classes, traits),
    forbidden: forbiddenWordsOf(lexicons),
    signals: compileSignals(standard.brands, standard.signals, standard.lexicons),
  }
  compiledOf.set(lexicons, { of, made })
  return made
}

const hashOf = (part: unknown): string => bytesToHex(sha256(canonicalBytes(JSON.parse(JSON.stringify(part)))))

/** Every rule of these markets, whenever it is in force. */
function rulesEver({ rules, markets }: StandardData, of: readonly string[]): MarketRule[] {
  const line = new Set(of.flatMap((id) => lineageOf(markets, id).map((m) => m.id)))
  return rules.filter((r) => line.has(r.market))
}

const wordsOf = (standard: StandardData, markets: readonly string[]): string[] =>
  [...new Set(rulesEver(standard, markets).flatMap((r) => r.applies?.words ?? []))].sort()

const OF_PRODUCT = 'product.'
const askedOf = (standard: StandardData, markets: readonly string[]): string[] => {
  const needs = rulesEver(standard, markets).flatMap((r) => [r.requires, r.forbids?.unless])
  const facts = needs.flatMap((need) => (need && 'fact' in need && need.fact.startsWith(OF_PRODUCT) ? [need.fact] : []))
  return [...new Set(facts.map((fact) => fact.slice(OF_PRODUCT.length)))].sort()
}

const named = (all: readonly { readonly id: string; readonly name: Text }[]) => new Map(all.map((n) => [n.id, n.name]))

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** Which of the words a text holds; Latin words as whole words. */
function wordsIn(words: readonly string[]): (text: string) => readonly string[] {
  const patterns = words.map((word) => {
    const folded = fold(word)
    const escaped = folded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const latin = /^[\p{Script=Latin}\p{N}]/u.test(word)
    return {
      word,
      folded,
      pattern: new RegExp(latin ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped, 'u'),
    }
  })
  return (text) => {
    const folded = fold(text)
    return patterns.filter((p) => folded.includes(p.folded) && p.pattern.test(folded)).map(({ word }) => word)
  }
}

function undefinedTerms({ glossary }: StandardData): string[] {
  const known = new Set(glossary.terms.map((t) => t.id))
  return [...GATES, ...ROLES, ...STAGES].filter((word) => !known.has(word))
}
