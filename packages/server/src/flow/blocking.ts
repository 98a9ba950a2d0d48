import { OWNERS } from '@haixuan/domain/gate/words'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { gateState } from '../platform/http/schemas.ts'

export const clauseId = z.string().regex(/^[A-Z]\d$/)
export const checkId = z.string().regex(/^[a-z-]+(\.[a-z-]+)+$/)

/** Which findings that hold a gate are asked for; what is left out may be anything. */
export const blockingFilter = {
  clause: clauseId.optional().describe('with a finding of this clause that holds a gate'),
  clauseState: gateState
    .optional()
    .describe('with `clause`: where it stands by its findings alone, at the `gate` that is named'),
  check: checkId.optional().describe('with a finding of this check that holds a gate'),
  owner: z.enum(OWNERS).optional().describe('with a finding of this owner that holds a gate'),
}
type Blocking = {
  readonly [key in 'clause' | 'check' | 'owner' | 'gate']?: string | undefined
} & { readonly clauseState?: z.output<typeof gateState> | undefined }

/**
 * F1 · Whether findings hold one that blocks, is not waived, and is what is asked for: all of it in the same finding.
 * With a state of a clause, whether the clause stands so: open by a recorded fact, provisional by what is missing or
 * waived, else passed.
 */
export function holdsBlocking(
  findings: RawBuilder<unknown>,
  { clause, clauseState, check, owner, gate }: Blocking,
): RawBuilder<boolean> {
  if (clause === undefined || clauseState === undefined) {
    const own = conditions({ clause, check, owner })
    return own === '' ? sql<boolean>`true` : unwaived(findings, own)
  }
  const at = conditions({ clause, gate })
  const open = unwaived(findings, ` && @.state == "wrong"${at}`)
  const any = holds(findings, at)
  const stands = { open, conditional: sql<boolean>`(${any} and not ${open})`, passed: sql<boolean>`not ${any}` }
  const rest = conditions({ check, owner })
  return rest === '' ? stands[clauseState] : sql<boolean>`(${stands[clauseState]} and ${unwaived(findings, rest)})`
}

const conditions = (of: Readonly<Record<string, string | undefined>>) =>
  Object.entries(of)
    .flatMap(([key, value]) => (value === undefined ? [] : [` && @.${key} == ${JSON.stringify(value)}`]))
    .join('')
const unwaived = (findings: RawBuilder<unknown>, more: string) => holds(findings, ` && !exists(@.waived)${more}`)
const holds = (findings: RawBuilder<unknown>, more: string) =>
  sql<boolean>`(${findings} @? ${`$[*] ? (@.severity == "block"${more})`}::jsonpath)`

/** The same of the findings that products with outcome `l` share. */
export function holdsAlike({ clause, clauseState, check, owner, gate }: Blocking): RawBuilder<boolean> {
  const which = (asked: Readonly<Record<string, string | undefined>>) =>
    Object.entries(asked).flatMap(([column, value]) =>
      value === undefined ? [] : sql`k.${sql.ref(column)} = ${value}`,
    )
  const holding = (...pieces: readonly RawBuilder<unknown>[]) => sql<boolean>`exists (
    select from alike_finding k where ${sql.join([OF_OUTCOME, ...pieces], sql` and `)})`
  if (clause === undefined || clauseState === undefined) {
    const own = which({ clause, check, owner })
    return own.length === 0 ? sql<boolean>`true` : holding(UNWAIVED, ...own)
  }
  const at = which({ clause, gate })
  const open = holding(UNWAIVED, sql`k.wrong`, ...at)
  const any = holding(...at)
  const stands = { open, conditional: sql<boolean>`(${any} and not ${open})`, passed: sql<boolean>`not ${any}` }
  const rest = which({ check, owner })
  return rest.length === 0
    ? stands[clauseState]
    : sql<boolean>`(${stands[clauseState]} and ${holding(UNWAIVED, ...rest)})`
}
const OF_OUTCOME = sql`k.org_id = l.org_id and k.project_id = l.project_id and k.likeness = l.id`
const UNWAIVED = sql`not k.waived`
