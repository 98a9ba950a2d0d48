import { z } from 'zod'
import type { Asked } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { because } from '../because.ts'

export const words = z.string().trim().min(2).max(2000)
export const SUGGESTION_STATES = ['made', 'accepted', 'rejected', 'effective', 'not-effective'] as const
export type SuggestionState = (typeof SUGGESTION_STATES)[number]

/** What an improvement is about, and the indicator it is to move. */
export const made = z.strictObject({
  about: z.enum(['lineup', 'product', 'supplier', 'price', 'service', 'script', 'delivery', 'other']),
  subject: z.string().max(200).optional().describe('such as the product or supplier'),
  what: words,
  why: words,
  indicator: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .describe('of the register, such as return-rate'),
  product: z.string().optional().describe('whose counts are compared; of the whole project when absent'),
})
const count = z.object({ events: z.number(), trials: z.number() })
/** A suggestion as it is kept. */
export const suggestionBody = made.extend({
  by: z.string(),
  before: count,
  decision: z
    .object({
      by: z.string(),
      at: z.string(),
      reason: z.string(),
      owner: z.string().optional(),
      due: z.string().optional(),
    })
    .optional(),
  effect: z.looseObject({ verdict: z.string(), project: z.string() }).optional(),
})
export type Suggestion = z.output<typeof suggestionBody>

/** The counts of an indicator for a project, or one product of it. @throws Problem */
export async function countsFor(
  { tx, actor, house }: Pick<Asked, 'tx' | 'actor' | 'house'>,
  project: string,
  { indicator: id, product }: Pick<Suggestion, 'indicator' | 'product'>,
): Promise<z.output<typeof count>> {
  const indicator = house.standard.risks.indicators.find((i) => i.id === id)
  if (!indicator) throw new Problem('bad-input', { field: 'indicator', why: because('indicator-unknown', { id }) })
  const row = await tx
    .selectFrom('project as p')
    .leftJoin('product_result as x', (on) =>
      on
        .onRef('x.org_id', '=', 'p.org_id')
        .onRef('x.project_id', '=', 'p.id')
        .on('x.product_id', '=', product ?? ''),
    )
    .select(['p.plan', 'x.counts'])
    .where('p.org_id', '=', actor.org)
    .where('p.id', '=', project)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('project', project) })
  const counts = (product === undefined ? row.plan.results : row.counts) ?? {}
  const [events, trials] = indicator.counts
  return { events: counts[events] ?? 0, trials: counts[trials] ?? 0 }
}

/** A suggestion locked for the rest of the transaction, at the version seen. @throws Problem */
export async function suggestionForUpdate(
  asked: Pick<Asked<{ suggestion: string }>, 'tx' | 'actor' | 'version' | 'params'>,
) {
  const { tx, actor, params } = asked
  const row = await tx
    .selectFrom('suggestion')
    .select(['id', 'version', 'project_id', 'body', 'state'])
    .where('org_id', '=', actor.org)
    .where('id', '=', params.suggestion)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('suggestion', params.suggestion) })
  await checkSeen(asked, row.id, row.version)
  return { ...row, project: row.project_id as string, body: suggestionBody.parse(row.body) }
}

/** Keeps a suggestion as it stands now; gives its event and version. */
export async function saveSuggestion(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  before: { readonly id: string; readonly version: number; readonly project: string },
  state: SuggestionState,
  body: Suggestion,
) {
  const version = before.version + 1
  await tx
    .updateTable('suggestion')
    .set({ state, version, body: JSON.stringify(body), updated_at: now })
    .where('org_id', '=', actor.org)
    .where('id', '=', before.id)
    .execute()
  const type = state === 'accepted' || state === 'rejected' ? `suggestion.${state}` : 'suggestion.measured'
  const told = { version, state, ...body }
  const event = { type, subject: before.id, clause: 'T3', project: before.project, body: told }
  return { events: [event], answer: { id: before.id, version }, version }
}
