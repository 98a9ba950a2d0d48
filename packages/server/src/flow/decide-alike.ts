import { planAsOf } from '@haixuan/domain/flow/as-of'
import { ownLogged } from '@haixuan/domain/flow/likeness'
import { type About, binds } from '@haixuan/domain/gate/binding'
import type { MarketRule } from '@haixuan/domain/gate/rule'
import { type Day, dayOf } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import type { Asked } from '../platform/commands/command.ts'
import type { NewEvent } from '../platform/events/append.ts'
import { decisionOf, differs, markLineup, outcomeColumns, type Standing } from './decide-products.ts'
import { decided } from './decided.ts'
import { keepEarnings } from './earnings.ts'
import type { Judge, JudgedProduct } from './judge.ts'
import { keepLikenesses } from './likenesses.ts'
import { type ProductRow, productRows } from './product-rows.ts'
import { recheckOn } from './recheck.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
type Judged = JudgedProduct & { readonly row: ProductRow }

/** Outcomes of a project as they are kept, in their order. */
export type Kept = { readonly id: string; readonly about: About; readonly hasOffer: boolean }

/** The next outcomes that were read by the readers of today; those of others are decided product by product. */
export async function keptAfter(
  { tx, actor, now, house }: With,
  project: Standing,
  { supplier, after, most }: { readonly supplier?: string | undefined; readonly after: string; readonly most: number },
): Promise<Kept[]> {
  const { readers } = house.desks.for(planAsOf(project.plan, dayOf(now)))
  return tx
    .selectFrom('likeness')
    .select(['id', 'about', 'has_offer as hasOffer'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project.id)
    .where('readers', '=', readers.version)
    .where('id', '>', after)
    .$if(supplier !== undefined, (q) => q.where('supplier_id', '=', supplier as string))
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Whether rules may decide an outcome: they bind, or set what an offer is counted by. */
export const touchedBy = (rules: readonly MarketRule[], house: With['house']): ((kept: Kept) => boolean) => {
  const markets = new Map(house.standard.markets.map((m) => [m.id, m]))
  const sets = rules.some((r) => r.sets !== undefined)
  return ({ about, hasOffer }) => (sets && hasOffer) || rules.some((r) => binds(r.applies, about, markets))
}

/**
 * Decides products again by one of each that are alike: where it comes out as before, nothing is written; where it does
 * not, all of them follow. Gives the events.
 */
export async function decideAlike(about: With, project: Standing, likenesses: readonly string[]): Promise<NewEvent[]> {
  if (likenesses.length === 0) return []
  const { tx, actor, now, house } = about
  const plan = planAsOf(project.plan, dayOf(now))
  const judge = house.desks.judgeOf(plan, project.state)
  const samples = await samplesOf(about, project, likenesses)
  if (samples.length === 0) return []
  const rows = await productRows(tx, actor.org, project.id).where('p.id', 'in', samples).execute()
  const moved = rows
    .map((row): Judged => ({ row, ...judge.judge(row) }))
    .filter(({ row, judgement }) => row.likeness !== judgement.id)
  if (moved.length === 0) return []
  const before = await keepLikenesses(about, project.id, judge, moved)
  const byBefore = new Map(moved.map((each) => [each.row.likeness, each]))
  const members = await tx
    .selectFrom('product')
    .select(['id', 'supplier_id', 'likeness', 'claims', 'state', 'gates', 'markets', 'decided_at'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project.id)
    .where('likeness', 'in', [...byBefore.keys()] as string[])
    .orderBy('id')
    .forUpdate()
    .execute()
  const pairs = members.map((member) => ({ member, judgement: byBefore.get(member.likeness)!.judgement }))
  await follow(about, project.id, judge, moved)
  await keepEarnings(
    about,
    project.id,
    moved.map(({ row, judgement }) => ({ product: { id: row.id }, costs: judgement.costs })),
  )
  const turned = pairs.filter(({ member, judgement }) => member.state !== judgement.decision.overall)
  await markLineup(
    tx,
    project,
    plan,
    Object.fromEntries(turned.map(({ member, judgement }) => [member.id, judgement.decision.overall])),
  )
  return pairs
    .filter(({ member, judgement }) => differs(member, judgement, before))
    .map(({ member, judgement: { decision } }) => {
      const own = { ...decision, findings: ownLogged(decision.findings, member) }
      return decisionOf(member, decided(own, plan, house.desks), project.id)
    })
}

/** One product of each kind. */
async function samplesOf({ tx, actor }: With, project: Standing, likenesses: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${likenesses}::uuid[]) l (id), lateral (
      select id from product where org_id = ${actor.org} and project_id = ${project.id} and likeness = l.id limit 1) p
  `.execute(tx)
  return rows.map((r) => r.id)
}

/** Takes all products that are alike over to the new outcome. */
async function follow({ tx, actor, now, house }: With, project: string, { plan }: Judge, moved: readonly Judged[]) {
  const periods = house.desks.periodsFor(plan)
  const outcomes = moved.map(({ row, judgement }) => ({
    ...outcomeColumns(judgement),
    was: row.likeness,
    recheck_on: recheckOn(plan.date as Day, periods, row.facts, row.offer, row.supplier, plan.waivers) ?? null,
  }))
  await sql`
    update product p set state = d.state, gates = d.gates, markets = d.markets, likeness = d.likeness, blocks = d.blocks,
      warns = d.warns, owes = d.owes, margin = d.margin, recheck_on = d.recheck_on, decided_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as d (was uuid, state text, gates jsonb, markets jsonb,
      likeness uuid, blocks integer, warns integer, owes text[], margin real, recheck_on date)
    where p.org_id = ${actor.org} and p.project_id = ${project} and p.likeness = d.was
  `.execute(tx)
}
