import type { MarketRule } from './rule.ts'

/** Whether a record holds anything at a dotted path such as responsible-person.eu. */
export function holdsFact(record: object, path: string): boolean {
  let at: unknown = record
  for (const step of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[step]
  return at !== undefined && at !== null && at !== '' && !(Array.isArray(at) && at.length === 0)
}

const PLAN = 'plan.'

/** The path within the plan that a rule asks of every stream; undefined when it asks of products, or only of some. */
export const streamDuty = ({ requires, applies }: MarketRule): string | undefined =>
  requires && 'fact' in requires && requires.fact.startsWith(PLAN) && !applies
    ? requires.fact.slice(PLAN.length)
    : undefined
