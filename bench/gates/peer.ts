import type { About } from '@haixuan/domain/gate/binding'
import { isClass } from '@haixuan/domain/gate/binding'
import type { Market } from '@haixuan/domain/gate/market'
import type { Applies } from '@haixuan/domain/gate/rule'
import type { RuleSet } from '@haixuan/domain/gate/rule-set'
import { Engine, type NestedCondition } from 'json-rules-engine'

/** The conditions of rules as json-rules-engine takes them. Lists are compared by operators of our own, which it offers for that. */
export type Peer = {
  readonly conditions: number
  /** ids of the rules that bind a product */
  readonly run: (about: About) => Promise<readonly string[]>
}

export function peerFor(rules: RuleSet, markets: readonly Market[]): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const overlaps = (a: readonly string[] | undefined, b: readonly string[]) => a?.some((x) => b.includes(x)) ?? false
  engine.addOperator('overlaps', overlaps)
  engine.addOperator('disjoint', (a: readonly string[] | undefined, b: readonly string[]) => !overlaps(a, b))
  engine.addOperator('isClass', (a: string | null, b: readonly string[]) => a !== null && b.some((c) => isClass(a, c)))
  engine.addOperator(
    'isNoClass',
    (a: string | null, b: readonly string[]) => a === null || !b.some((c) => isClass(a, c)),
  )
  let conditions = 0
  for (const rule of rules.rules) {
    const all = conditionsOf(rule.applies, markets)
    conditions += all.length
    engine.addRule({ conditions: { all }, event: { type: rule.id } })
  }
  return {
    conditions,
    run: async (about) => {
      const { events } = await engine.run({
        market: rules.market.id,
        class: about.class ?? null,
        traits: about.traits ?? [],
        maker: about.makerEstablished ?? null,
        origin: about.origin ?? null,
        claims: about.claims ?? [],
        delivery: about.delivery ?? null,
        words: about.words ?? [],
      })
      return events.map((e) => e.type)
    },
  }
}

function conditionsOf(a: Applies | undefined, markets: readonly Market[]): NestedCondition[] {
  const found: NestedCondition[] = []
  const ask = (fact: string, operator: string, value: unknown) => found.push({ fact, operator, value })
  if (a?.class?.in) ask('class', 'isClass', a.class.in)
  if (a?.class?.not) ask('class', 'isNoClass', a.class.not)
  if (a?.traits?.any) ask('traits', 'overlaps', a.traits.any)
  if (a?.traits?.none) ask('traits', 'disjoint', a.traits.none)
  if (a?.['maker-established'])
    ask(
      'maker',
      'notIn',
      a['maker-established'].not.flatMap((id) => within(id, markets)),
    )
  if (a?.origin?.in) ask('origin', 'in', a.origin.in)
  if (a?.origin?.not) ask('origin', 'notIn', a.origin.not)
  if (a?.claim) ask('claims', 'overlaps', a.claim)
  if (a?.delivery) ask('delivery', 'in', a.delivery)
  if (a?.words) ask('words', 'overlaps', a.words)
  // a rule without conditions binds always; the engine wants one all the same
  if (found.length === 0) ask('market', 'notEqual', '')
  return found
}

/** A market, its states, and their countries: all that stands for "established in" it. */
const within = (id: string, markets: readonly Market[]): string[] =>
  [id, id.toUpperCase()].concat(
    markets.filter((m) => m.id === id || m.parent === id).flatMap((m) => [m.id, ...m.countries]),
  )
