import standard from 'virtual:standard-words'
import type { Text } from '@haixuan/domain/kernel/errors'
import { people } from './people.ts'
import { useSay } from './texts.ts'

export const { terms, clauses, markets, classes, codes, territories, pricingNeeds, indicators } = standard
const { trade, checks } = standard

/** The words of the standard in the reader's language; an id that is not known is given back as it is. */
export function useWords() {
  const say = useSay()
  const from = (all: Readonly<Record<string, Text>>) => (id: string) => (all[id] ? say(all[id]) : id)
  return {
    /** G1 · a term of the glossary: gate, role, state …; and who owes something */
    term: from({ ...people, ...terms }),
    market: from(markets),
    /** a pricing type, a way of delivery, a mode or an instrument of settlement */
    traded: from(trade),
    /** a product class */
    className: from(classes),
    /** what a check asks */
    check: from(checks),
    /** an indicator on what came back from streams (S2) */
    indicator: from(indicators),
    /** title of a clause of the standard */
    clause: (id: string) => (clauses[id] ? say(clauses[id].title) : id),
  }
}
