import { OWNERS } from '@haixuan/domain/gate/words'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

/** Which findings that hold a gate are asked for; what is left out may be anything. */
export const blockingFilter = {
  clause: z
    .string()
    .regex(/^[A-Z]\d$/)
    .optional()
    .describe('with a finding of this clause that holds a gate'),
  check: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)+$/)
    .optional()
    .describe('with a finding of this check that holds a gate'),
  owner: z.enum(OWNERS).optional().describe('with a finding of this owner that holds a gate'),
}
export type Blocking = { readonly [key in 'clause' | 'check' | 'owner']?: string | undefined } & {
  readonly gate?: string | undefined
}

/** F1 · Whether findings hold one that blocks, is not waived, and is what is asked for: all of it in the same finding. */
export function holdsBlocking(findings: RawBuilder<unknown>, of: Blocking): RawBuilder<boolean> {
  const asked = (['clause', 'check', 'owner', 'gate'] as const).flatMap((key) =>
    of[key] === undefined ? [] : [` && @.${key} == ${JSON.stringify(of[key])}`],
  )
  if (asked.length === 0) return sql<boolean>`true`
  const path = `$[*] ? (@.severity == "block" && !exists(@.waived)${asked.join('')})`
  return sql<boolean>`${findings} @? ${path}::jsonpath`
}
