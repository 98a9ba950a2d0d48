import { type AfterSalesCase, afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { CASE_DECIDED, decideCase } from '@haixuan/domain/improve/after-sales/decide-case'
import type { RefundDecision } from '@haixuan/domain/improve/after-sales/decide-refund'
import { addDays, type Day } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import type { House } from '../../house.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import type { CaseSteps } from '../../platform/database/tables/improve.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { returnedIn, withReturned } from './case-record.ts'

/**
 * `open` until decided; then `owed` money, `to-mend` (repair, replace, exchange) or `refused`; `refund-asked` while a second
 * person has to agree; `refunded`; `closed`.
 */
export const CASE_STATES = ['open', 'owed', 'to-mend', 'refused', 'refund-asked', 'refunded', 'closed'] as const
export type CaseState = (typeof CASE_STATES)[number]

export type StoredCase = {
  readonly id: string
  readonly version: number
  readonly project: string | null
  readonly product: string | null
  readonly supplier: string | undefined
  readonly body: AfterSalesCase
  readonly decision: RefundDecision | null
  readonly state: CaseState
  readonly due: string | null
  readonly orderLookup: Buffer | null
  readonly steps: CaseSteps
}

/** A case locked for the rest of the transaction, at the version seen. @throws Problem */
export async function caseForUpdate(asked: Pick<Asked, 'tx' | 'actor' | 'version'>, id: string): Promise<StoredCase> {
  const { tx, actor } = asked
  const row = await tx
    .selectFrom('after_sales_case')
    .select(['id', 'version', 'project_id', 'product_id', 'body', 'decision', 'state', 'due', 'order_lookup', 'steps'])
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('case', id) })
  await checkSeen(asked, id, row.version)
  const { project_id, product_id, order_lookup, ...rest } = row
  return {
    ...rest,
    project: project_id,
    product: product_id,
    supplier: row.body.supplier?.id,
    body: afterSalesCase.parse(row.body),
    state: row.state as CaseState,
    orderLookup: order_lookup,
  }
}

export async function saveCase({ tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>, c: StoredCase): Promise<void> {
  await tx
    .updateTable('after_sales_case')
    .set({
      version: c.version,
      body: JSON.stringify(c.body),
      decision: c.decision === null ? null : JSON.stringify(c.decision),
      total_minor: c.decision?.total.minor ?? 0,
      state: c.state,
      due: c.due,
      steps: JSON.stringify(c.steps),
      updated_at: now,
    })
    .where('org_id', '=', actor.org)
    .where('id', '=', c.id)
    .execute()
}

/** An event of a case, where it belongs. */
export const caseEvent = (
  c: Pick<StoredCase, 'id' | 'project' | 'supplier'>,
  type: string,
  body: object,
): NewEvent => ({
  type,
  subject: c.id,
  clause: 'T4',
  body,
  project: c.project ?? undefined,
  supplier: c.supplier,
})

/** What former cases of the same order took back; whoever decides on that order next waits. */
export async function formerReturns(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  c: Pick<StoredCase, 'id' | 'orderLookup'>,
): Promise<ReadonlyMap<string, number>> {
  if (c.orderLookup === null) return new Map()
  const order = `${actor.org} order ${c.orderLookup.toString('hex')}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${order}, 0))`.execute(tx)
  const rows = await tx
    .selectFrom('after_sales_case')
    .select('body')
    .where('org_id', '=', actor.org)
    .where('order_lookup', '=', c.orderLookup)
    .where('id', '<>', c.id)
    .where(sql<boolean>`decision -> 'eligible' = 'true' and decision ->> 'remedy' in ('refund', 'exchange')`)
    .where(sql<boolean>`coalesce(steps -> 'closed' ->> 'outcome', '') <> 'withdrawn-by-buyer'`)
    .execute()
  return returnedIn(rows.map((r) => r.body))
}

/** Decides a case on the law of the day of the order, and says what is to be done next and by when. */
export async function decideStored(
  asked: Pick<Asked, 'tx' | 'actor' | 'house'>,
  before: StoredCase,
): Promise<{ readonly after: StoredCase; readonly event: NewEvent }> {
  const body = withReturned(before.body, await formerReturns(asked, before))
  const decision = decideCase(body, asked.house.standard)
  const state = stateAfter(decision)
  const after: StoredCase = {
    ...before,
    version: before.version + 1,
    decision,
    state,
    due:
      state === 'owed' ? (decision.refundBy ?? null) : state === 'to-mend' ? answerBy(before.body, asked.house) : null,
    // who asked for a refund asked for the amount decided before
    steps: {},
  }
  const told = { case: body, decision, standard: asked.house.desks.standardHash }
  return { after, event: caseEvent(after, CASE_DECIDED, told) }
}

function stateAfter(decision: RefundDecision): CaseState {
  if (!decision.eligible) return 'refused'
  return decision.total.minor > 0 ? 'owed' : 'to-mend'
}

/** By when a buyer is answered where no law sets the day: within the days to refund that the standard gives. */
export const answerBy = (c: AfterSalesCase, { standard }: Pick<House, 'standard'>): Day =>
  addDays(c.case.requested as Day, standard['after-sales']['refund-days'].days)
