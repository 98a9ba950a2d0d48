import type { Market } from './market.ts'
import type { Applies } from './rule.ts'
import type { ClaimKind, Trait } from './words.ts'

/** What is known of a product when rules are looked up; what is not known binds no rule that asks for it. */
export type About = {
  /** id of classes.yaml; absent when not sure */
  readonly class?: string | undefined
  readonly traits?: readonly Trait[] | undefined
  /** where the maker is established: ISO 3166-1 country (DE) or market id (eu) */
  readonly makerEstablished?: string | undefined
  /** where the goods come from: ISO 3166-1 country */
  readonly origin?: string | undefined
  /** kinds of claims found in its texts */
  readonly claims?: readonly ClaimKind[] | undefined
  /** delivery mode, id of delivery.yaml */
  readonly delivery?: string | undefined
  /** those of the rule set's words that its texts hold */
  readonly words?: readonly string[] | undefined
}

/** Whether class `id` is `of` or one of its children, such as cosmetics.sunscreen of cosmetics. */
export const isClass = (id: string, of: string): boolean => id === of || id.startsWith(`${of}.`)

const established = (where: string, id: string, markets: ReadonlyMap<string, Market>): boolean =>
  where.toLowerCase() === id ||
  markets.get(where)?.parent === id ||
  (markets.get(id)?.countries.includes(where) ?? false)

/** Whether a rule with these conditions binds. No conditions bind always. */
export function binds(a: Applies | undefined, about: About, markets: ReadonlyMap<string, Market>): boolean {
  if (!a) return true
  const cls = about.class
  if (a.class?.in && !(cls !== undefined && a.class.in.some((c) => isClass(cls, c)))) return false
  if (a.class?.not && cls !== undefined && a.class.not.some((c) => isClass(cls, c))) return false
  if (a.traits?.any && !a.traits.any.some((t) => about.traits?.includes(t))) return false
  if (a.traits?.none?.some((t) => about.traits?.includes(t))) return false
  const maker = about.makerEstablished
  if (maker !== undefined && a['maker-established']?.not.some((m) => established(maker, m, markets))) return false
  if (a.origin?.in && !(about.origin !== undefined && a.origin.in.includes(about.origin))) return false
  if (about.origin !== undefined && a.origin?.not?.includes(about.origin)) return false
  if (a.claim && !a.claim.some((c) => about.claims?.includes(c))) return false
  if (a.delivery && !(about.delivery !== undefined && a.delivery.includes(about.delivery))) return false
  if (a.words && !a.words.some((w) => about.words?.includes(w))) return false
  return true
}

/** How particular conditions are, most weighty first: class and its depth, origin, delivery, traits, maker, claim, words. */
export function specificity(a: Applies | undefined, about?: About): readonly number[] {
  const cls = about?.class
  const named = a?.class?.in?.filter((c) => cls === undefined || isClass(cls, c)).map((c) => c.split('.').length + 1)
  return [
    named?.length ? Math.max(...named) : a?.class ? 1 : 0,
    a?.origin?.in ? 2 : a?.origin ? 1 : 0,
    a?.delivery ? 1 : 0,
    a?.traits ? 1 : 0,
    a?.['maker-established'] ? 1 : 0,
    a?.claim ? 1 : 0,
    a?.words ? 1 : 0,
  ]
}

const disjoint = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined, same = (x: T, y: T) => x === y) =>
  a !== undefined && b !== undefined && !a.some((x) => b.some((y) => same(x, y)))
const within = <T>(a: readonly T[] | undefined, not: readonly T[] | undefined, same = (x: T, y: T) => x === y) =>
  a?.every((x) => not?.some((y) => same(x, y))) ?? false

/** Whether one product could meet both conditions as far as class, origin, traits and delivery show. */
export function canMeet(a: Applies = {}, b: Applies = {}): boolean {
  const kin = (x: string, y: string) => isClass(x, y) || isClass(y, x)
  return !(
    disjoint(a.class?.in, b.class?.in, kin) ||
    within(a.class?.in, b.class?.not, isClass) ||
    within(b.class?.in, a.class?.not, isClass) ||
    disjoint(a.origin?.in, b.origin?.in) ||
    within(a.origin?.in, b.origin?.not) ||
    within(b.origin?.in, a.origin?.not) ||
    disjoint(a.delivery, b.delivery) ||
    within(a.traits?.any, b.traits?.none) ||
    within(b.traits?.any, a.traits?.none)
  )
}
