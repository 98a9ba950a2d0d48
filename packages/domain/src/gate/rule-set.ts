import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { z } from 'zod'
import { covers, type Day } from '../kernel/day.ts'
import { BadInput } from '../kernel/errors.ts'
import { canonicalBytes } from '../kernel/log/canonical-json.ts'
import { because } from './because.ts'
import { type About, binds, isClass, specificity } from './binding.ts'
import type { Market } from './market.ts'
import { tightenedBy } from './pack.ts'
import type { MarketRule, values } from './rule.ts'

export type Values = z.infer<typeof values>

/** A parameter as it stands for a product: each key from the most specific rule that sets it. */
export type Parameter = {
  readonly values: Values
  /** the most specific rule that sets any of it, and its source */
  readonly rule: string
  readonly source: string
  /** the rule each key comes from, and the source of that rule */
  readonly rules: Readonly<Record<string, string>>
  readonly sources: Readonly<Record<string, string>>
}

/** The rules of a market and its parents in force on one day. */
export type RuleSet = {
  readonly market: Market
  readonly asOf: Day
  /** parents first, then by id */
  readonly rules: readonly MarketRule[]
  /** every word that a rule's `applies.words` looks for, sorted */
  readonly words: readonly string[]
  /** SHA-256, hex, of the rules' canonical JSON: the version of the rule set */
  readonly hash: string
  readonly rulesFor: (about: About) => readonly MarketRule[]
  readonly parameter: (name: string, about?: About) => Parameter | undefined
}

/** "Regulation (EU) 2023/988, 16(1)"; a rule of an organisation's own names its pack first. */
export const cite = ({ source, pack }: Pick<MarketRule, 'source' | 'pack'>): string => {
  const act = source.article ? `${source.act}, ${source.article}` : source.act
  return pack ? `${pack.name}: ${act}` : act
}

/** What a finding takes from the rule behind it. */
export const behind = (r: MarketRule) => ({
  rule: r.id,
  source: cite(r),
  severity: r.severity,
  statutory: r.statutory,
  remedy: r.remedy,
  owner: r.owner,
  clause: r.clause,
})

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The market and its parents, the market first. @throws BadInput when a market is not in markets.yaml */
export function lineageOf(markets: readonly Market[], id: string): readonly Market[] {
  const known = new Map(markets.map((m) => [m.id, m]))
  const line: Market[] = []
  for (let next: string | undefined = id; next !== undefined; next = line.at(-1)?.parent) {
    const found = known.get(next)
    if (!found)
      throw new BadInput(because('no-such-market', { next, all: [...known.keys()].sort() }), {
        field: 'market',
      })
    if (line.includes(found)) throw new BadInput(because('market-circular', { id }), { field: 'market' })
    line.push(found)
  }
  return line
}

/** Every rule in force for a market on a day, its parents' first; with a class, only those that can bind it. @throws BadInput */
export function rulesInForce(
  rules: readonly MarketRule[],
  markets: readonly Market[],
  on: { readonly market: string; readonly asOf: Day; readonly class?: string | undefined },
): readonly MarketRule[] {
  const line = lineageOf(markets, on.market).map((m) => m.id)
  const cls = on.class
  const bindsClass = ({ applies }: MarketRule) =>
    cls === undefined ||
    (!(applies?.class?.in && !applies.class.in.some((c) => isClass(cls, c))) &&
      !applies?.class?.not?.some((c) => isClass(cls, c)))
  return rules
    .filter((r) => line.includes(r.market) && covers(r['in-force'], on.asOf) && bindsClass(r))
    .sort((a, b) => line.indexOf(b.market) - line.indexOf(a.market) || byId(a, b))
}

/** Builds the rule set of a market as of a day. Look-ups are remembered per key. @throws BadInput when the market is unknown */
export function ruleSetFor(
  rules: readonly MarketRule[],
  markets: readonly Market[],
  market: string,
  asOf: Day,
): RuleSet {
  const line = lineageOf(markets, market)
  const known = new Map(markets.map((m) => [m.id, m]))
  const inForce = rulesInForce(rules, markets, { market, asOf })
  const setters = new Map<string, MarketRule[]>()
  for (const r of inForce)
    for (const name of Object.keys(r.sets ?? {})) setters.set(name, [...(setters.get(name) ?? []), r])

  const bound = new Map<string, readonly MarketRule[]>()
  const parameters = new Map<string, Parameter | undefined>()
  const words = [...new Set(inForce.flatMap((r) => r.applies?.words ?? []))].sort()
  const wanted = new Set(words)
  let hash: string | undefined

  const keyOf = (a: About) => {
    const found = a.words?.filter((w) => wanted.has(w)).sort()
    return [a.class, a.traits?.toSorted(), a.makerEstablished, a.origin, a.claims?.toSorted(), a.delivery, found].join(
      '|',
    )
  }
  const remember = <T>(memory: Map<string, T>, key: string, make: () => T): T => {
    if (!memory.has(key)) memory.set(key, make())
    return memory.get(key) as T
  }
  const rank = (r: MarketRule) => -line.findIndex((m) => m.id === r.market)
  const parameterOf = (name: string, about: About): Parameter | undefined => {
    const all = (setters.get(name) ?? [])
      .filter((r) => binds(r.applies, about, known))
      .map((r) => ({ r, weight: [rank(r), ...specificity(r.applies, about)] }))
      .sort((a, b) => compare(a.weight, b.weight) || byId(a.r, b.r))
    const found = all.filter(({ r }) => !r.pack)
    let last = found.at(-1)?.r
    if (!last) return undefined
    const values: Values = {}
    const from: Record<string, string> = {}
    const sources: Record<string, string> = {}
    for (const { r } of found)
      for (const [key, value] of Object.entries(r.sets?.[name] ?? {})) {
        values[key] = value
        from[key] = r.id
        sources[key] = cite(r)
      }
    for (const { r } of all)
      for (const [key, value] of tightenedBy(r, name, values)) {
        values[key] = value
        from[key] = r.id
        sources[key] = cite(r)
        last = r
      }
    return { values, rule: last.id, source: cite(last), rules: from, sources }
  }

  return {
    market: line[0]!,
    asOf,
    rules: inForce,
    words,
    get hash() {
      hash ??= bytesToHex(sha256(canonicalBytes({ market, rules: inForce })))
      return hash
    },
    rulesFor: (about) => remember(bound, keyOf(about), () => inForce.filter((r) => binds(r.applies, about, known))),
    parameter: (name, about = {}) => remember(parameters, `${name}|${keyOf(about)}`, () => parameterOf(name, about)),
  }
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0)
  return 0
}

/** What changes for a market between two days: rules that begin, end, or stand in another form under the same id. @throws BadInput */
export function difference(
  rules: readonly MarketRule[],
  markets: readonly Market[],
  market: string,
  before: Day,
  after: Day,
): {
  readonly begins: readonly MarketRule[]
  readonly ends: readonly MarketRule[]
  readonly changes: readonly { readonly id: string; readonly before: MarketRule; readonly after: MarketRule }[]
} {
  const then = new Map(rulesInForce(rules, markets, { market, asOf: before }).map((r) => [r.id, r]))
  const now = new Map(rulesInForce(rules, markets, { market, asOf: after }).map((r) => [r.id, r]))
  return {
    begins: [...now.values()].filter((r) => !then.has(r.id)),
    ends: [...then.values()].filter((r) => !now.has(r.id)),
    changes: [...then.values()].flatMap((r) => {
      const next = now.get(r.id)
      return next && next !== r ? [{ id: r.id, before: r, after: next }] : []
    }),
  }
}
