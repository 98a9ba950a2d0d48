import { planAsOf } from '@haixuan/domain/flow/as-of'
import { leastMarginRate } from '@haixuan/domain/flow/candidates'
import { sameDecision } from '@haixuan/domain/flow/decision'
import type { GateState, Judged } from '@haixuan/domain/gate/gate'
import { type Day, dayOf } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import { sql } from 'kysely'
import type { Asked } from '../platform/commands/command.ts'
import type { NewEvent } from '../platform/events/append.ts'
import { decided } from './decided.ts'
import { keepEarnings } from './earnings.ts'
import { findingsDiffer } from './findings-differ.ts'
import { productRows, reviewRow } from './product-rows.ts'
import { recheckOn } from './recheck.ts'

/** The project a decision stands in, with its plan as recorded and the state of its plan gate. */
export type Standing = { readonly id: string; readonly plan: Project; readonly state: GateState }
type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
type Which = { readonly ids: readonly string[] } | { readonly supplier: string }

/** Roles that owe something for what is not waived, in the order of the words. */
export const owesOf = (findings: readonly Judged[]): string[] => [
  ...new Set(findings.filter((f) => f.severity === 'block' && !f.waived).map((f) => f.owner)),
]

/**
 * Decides the gates of products again: those named, or all of a supplier. One query to read, one to write.
 * Gives the events of decisions that came out otherwise than before.
 */
export async function decideProducts(
  { tx, actor, now, house }: With,
  project: Standing,
  which: Which,
): Promise<NewEvent[]> {
  const plan = planAsOf(project.plan, dayOf(now))
  const desk = house.desks.for(plan)
  const periods = house.desks.periodsFor(plan)
  await lockProducts(tx, actor.org, project.id, which)
  const rows = await productRows(tx, actor.org, project.id)
    .where((w) => ('ids' in which ? w('p.id', 'in', which.ids) : w('p.supplier_id', '=', which.supplier)))
    .execute()
  const events: NewEvent[] = []
  const turned: Record<string, GateState> = {}
  const weighed: Parameters<typeof keepEarnings>[2][number][] = []
  const outcomes = rows.map((row) => {
    const { decision, findings, product, costs } = reviewRow(row, plan, desk, project.state)
    weighed.push({ product: { id: row.id }, costs })
    if (
      row.decided_at === null ||
      !sameDecision(decision, { ...logged(row), findings: decision.findings }) ||
      findingsDiffer(row.findings, findings)
    )
      events.push({
        type: 'gate.decided',
        subject: row.id,
        clause: 'I3',
        body: decided(decision, plan, house.desks),
        project: project.id,
        supplier: row.supplier_id,
      })
    if (row.state !== decision.overall) turned[row.id] = decision.overall
    return {
      id: row.id,
      class: product.class ?? null,
      confidence: product.confidence,
      theme_fit: product.themeFit.score,
      margin: leastMarginRate(costs) ?? null,
      state: decision.overall,
      gates: decision.gates,
      markets: decision.markets ?? {},
      findings,
      blocks: findings.filter((f) => f.severity === 'block' && !f.waived).length,
      warns: findings.filter((f) => f.severity === 'warn').length,
      owes: owesOf(findings),
      claims: product.claims,
      traits: product.traits,
      recheck_on: recheckOn(plan.date as Day, periods, row.facts, row.offer, row.supplier, plan.waivers) ?? null,
    }
  })
  if (outcomes.length > 0)
    await sql`
      update product p set class = d.class, confidence = d.confidence, theme_fit = d.theme_fit,
        margin = d.margin, state = d.state,
        gates = d.gates, markets = d.markets, findings = d.findings, blocks = d.blocks, warns = d.warns, owes = d.owes,
        claims = d.claims, traits = d.traits, recheck_on = d.recheck_on, decided_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as d (id text, class text, confidence real, theme_fit real,
        margin real, state text, gates jsonb, markets jsonb, findings jsonb, blocks integer, warns integer, owes text[], claims jsonb,
        traits text[], recheck_on date)
      where p.org_id = ${actor.org} and p.project_id = ${project.id} and p.id = d.id
    `.execute(tx)
  await keepEarnings({ tx, actor }, project.id, weighed)
  // the lineup of a stream that is over stays as it went on air
  if (Object.keys(turned).length > 0 && plan.date === project.plan.date)
    await sql`select mark_lineup(${project.id}, ${JSON.stringify(turned)}::jsonb)`.execute(tx)
  return events
}

/**
 * Keeps others from recording anything of these products until the decision is written. A statement of its own: what is
 * read after it is what was committed by then, and the log tells facts and decisions in the order they were made.
 */
async function lockProducts(tx: With['tx'], org: string, project: string, which: Which): Promise<void> {
  await tx
    .selectFrom('product')
    .select('id')
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .where((w) => ('ids' in which ? w('id', 'in', which.ids) : w('supplier_id', '=', which.supplier)))
    .orderBy('id')
    .forUpdate()
    .execute()
}

const logged = (row: { state: GateState; gates: object; markets: object }) => ({
  about: 'product',
  gates: row.gates,
  overall: row.state,
  markets: row.markets,
})
