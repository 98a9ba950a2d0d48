import { sameDecision } from '@haixuan/domain/flow/decision'
import type { GateState, Judged } from '@haixuan/domain/gate/gate'
import type { Day } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import { type RawBuilder, sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { keepLots } from '../../supervise/quality/keep-lots.ts'
import { keepEarnings } from '../judge/earnings.ts'
import { findingsDiffer } from '../judge/findings-differ.ts'
import type { JudgedProduct } from '../judge/judge.ts'
import { keepLikenesses } from '../judge/likenesses.ts'
import { logDecisions } from '../judge/log-decisions.ts'
import { planNow } from '../judge/plan-now.ts'
import { type ProductRow, productRows } from '../judge/product-rows.ts'
import { recheckOn } from '../judge/recheck.ts'

/** The project a decision stands in, with its plan as recorded and the state of its plan gate. */
export type Standing = { readonly id: string; readonly plan: Project; readonly state: GateState }
type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
type Which = { readonly ids: readonly string[] } | { readonly supplier: string }

/**
 * Decides the gates of products again: those named, or all of a supplier. One query to read, one to write.
 * Gives the events of decisions that came out otherwise than before.
 */
export const decideProducts = async (about: With, project: Standing, which: Which): Promise<NewEvent[]> =>
  (await decideEach(about, project, which)).events

type DecidedEach = { readonly events: NewEvent[]; readonly states: ReadonlyMap<string, GateState> }

/** What becomes of the record of one product that is decided: as it is judged, and the columns that are written with it. */
export type Rewritten = {
  readonly record: Partial<Pick<ProductRow, 'listing' | 'facts'>>
  readonly columns: RawBuilder<unknown>
}

/** The same, with the states the products now stand in. */
export async function decideEach(
  about: With,
  project: Standing,
  which: Which,
  rewritten?: Rewritten,
): Promise<DecidedEach> {
  const { tx, actor, now, house } = about
  const plan = planNow(house, project.plan, now)
  const judge = house.desks.judgeOf(plan, project.state)
  const periods = house.desks.periodsFor(plan)
  await lockProducts(tx, actor.org, project.id, which)
  const read = await productRows(tx, actor.org, project.id)
    .where((w) => ('ids' in which ? w('p.id', 'in', which.ids) : w('p.supplier_id', '=', which.supplier)))
    .execute()
  const rows = rewritten ? read.map((row) => ({ ...row, ...rewritten.record })) : read
  const judged = rows.map((row) => ({ row, ...judge.judge(row) }))
  const { before, places } = await keepLikenesses(about, project.id, judge, judged)
  const events = await logDecisions(
    about,
    { id: project.id, plan },
    judged
      .filter(({ row, judgement }) => row.outcome !== judgement.id && differs(row, judgement, before))
      .map(({ row, product, judgement }) => ({
        id: row.id,
        supplier: row.supplier_id,
        claims: product.claims,
        judgement,
      })),
  )
  await saveDecisions(
    about,
    project.id,
    judged.map((each) => ({
      ...ownColumns(each),
      id: each.row.id,
      likeness: places.get(each.judgement.id) ?? each.row.likeness,
      recheck_on:
        recheckOn(plan.date as Day, periods, each.row.facts, each.row.offer, each.row.supplier, plan.waivers) ?? null,
    })),
    rewritten?.columns,
  )
  await keepEarnings(
    about,
    project.id,
    judged.map(({ row, judgement }) => ({ product: { id: row.id }, costs: judgement.costs })),
  )
  await keepLots(
    about,
    project.id,
    judged.map(({ row, product }) => ({
      product: row.id,
      supplier: row.supplier_id,
      class: product.class ?? null,
      facts: row.facts,
    })),
  )
  const turned = judged.filter(({ row, judgement }) => row.state !== judgement.decision.overall)
  await markLineup(
    tx,
    project,
    plan,
    Object.fromEntries(turned.map(({ row, judgement }) => [row.id, judgement.decision.overall])),
  )
  return { events, states: new Map(judged.map(({ row, judgement }) => [row.id, judgement.decision.overall])) }
}

type Held = Pick<ProductRow, 'decided_at' | 'likeness' | 'state' | 'gates' | 'markets'>

/** Whether a decision came out otherwise than the one that is held. */
export function differs(
  held: Held,
  { decision, findings }: JudgedProduct['judgement'],
  before: ReadonlyMap<string, readonly Judged[]>,
): boolean {
  return (
    held.decided_at === null ||
    !sameDecision(decision, { ...logged(held), findings: decision.findings }) ||
    findingsDiffer(before.get(held.likeness ?? '') ?? [], findings)
  )
}

/** What the row of a product has of how it was read. */
export const ownColumns = ({ product }: Pick<JudgedProduct, 'product'>) => ({
  class: product.class ?? null,
  confidence: product.confidence,
  theme_fit: product.themeFit.score,
  claims: product.claims,
  traits: product.traits,
})

async function saveDecisions(
  { tx, actor, now }: With,
  project: string,
  outcomes: readonly object[],
  more?: RawBuilder<unknown>,
): Promise<void> {
  if (outcomes.length === 0) return
  await sql`
    update candidate p set class = d.class, confidence = d.confidence, theme_fit = d.theme_fit, likeness = d.likeness,
      claims = d.claims, traits = d.traits, recheck_on = d.recheck_on, decided_at = ${now}${more ? sql`, ${more}` : sql``}
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as d (id text, class text, confidence real, theme_fit real,
      likeness uuid, claims jsonb, traits text[], recheck_on date)
    where p.org_id = ${actor.org} and p.project_id = ${project} and p.id = d.id
  `.execute(tx)
}

/** Tells the lineup of products that turned; that of a stream that is over stays as it went on air. */
export async function markLineup(
  tx: With['tx'],
  project: Standing,
  plan: Project,
  turned: Readonly<Record<string, GateState>>,
): Promise<void> {
  if (Object.keys(turned).length > 0 && plan.date === project.plan.date)
    await sql`select mark_lineup(${project.id}, ${JSON.stringify(turned)}::jsonb)`.execute(tx)
}

/**
 * Keeps others from recording anything of these products until the decision is written, and from deciding all that are
 * alike at once. A statement of its own: what is read after it is what was committed by then, and the log tells facts and
 * decisions in the order they were made.
 */
async function lockProducts(tx: With['tx'], org: string, project: string, which: Which): Promise<void> {
  const named = 'ids' in which ? sql`id = any (${which.ids})` : sql`supplier_id = ${which.supplier}`
  await sql`
    with held as (
      select likeness from candidate where org_id = ${org} and project_id = ${project} and ${named} order by id for update
    )
    select from likeness l where l.org_id = ${org} and l.project_id = ${project} and l.id in (select likeness from held)
    order by l.id for key share
  `.execute(tx)
}

const logged = (row: Pick<Held, 'state' | 'gates' | 'markets'>) => ({
  about: 'product',
  gates: row.gates,
  overall: row.state,
  markets: row.markets,
})
