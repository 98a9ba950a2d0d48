import type { Day } from '@haixuan/domain/kernel/day'
import type { FieldClaim } from '@haixuan/domain/select/product/product-case'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { Judge, JudgedProduct } from '../judge/judge.ts'
import { outcomeRow } from '../judge/outcome-row.ts'
import type { ProductRow } from '../judge/product-rows.ts'
import { recheckOn } from '../judge/recheck.ts'
import { differs } from './decide-products.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
/** One product of those that are alike, judged for all of them. */
export type Judged = JudgedProduct & { readonly row: ProductRow }
type Member = {
  readonly id: string
  readonly supplier: string
  readonly likeness: string
  /** only of those whose findings say where words stand */
  readonly claims: readonly FieldClaim[] | null
}
export type Pair = { readonly member: Member; readonly judgement: JudgedProduct['judgement'] }
type Turned = {
  /** whose decision came out otherwise */
  readonly told: readonly Pair[]
  /** whose state did */
  readonly turned: readonly Pair[]
  /** alike to others by now than they were when they were judged: to be judged again */
  readonly stale: readonly Judged[]
}

/**
 * Turns what all products of a kind came out with, in the row they share: none of their own is written. Each kind must be
 * of one outcome that no other here has.
 */
export async function turnKinds(about: With, project: string, judge: Judge, all: readonly Judged[]): Promise<Turned> {
  const { tx, actor, now, house } = about
  if (all.length === 0) return { told: [], turned: [], stale: [] }
  const ids = all.map(({ row }) => row.likeness)
  const outcomes = all.map(({ judgement }) => judgement.id)
  const held = await tx
    .selectFrom('likeness')
    .select(['id', 'outcome', 'findings'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where((w) => w.or([w('id', 'in', ids), w('outcome', 'in', outcomes)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  const standing = new Map(held.map((l) => [l.id, l]))
  const kinds = all.filter(({ row }) => standing.get(row.likeness)?.outcome === row.outcome)
  const stale = all.filter((each) => !kinds.includes(each))
  if (kinds.length === 0) return { told: [], turned: [], stale }
  const byKind = new Map(kinds.map((each) => [each.row.likeness, each]))
  // whoever records something of a product holds its kind, so that these are all, and stay it
  const members = await membersOf(about, project, kinds)
  const pairs = members.map((member): Pair & { row: ProductRow } => ({ member, ...byKind.get(member.likeness)! }))
  const before = new Map(held.map((l) => [l.id, l.findings]))
  const otherwise = new Set(kinds.filter(({ row, judgement }) => differs(row, judgement, before)).map((k) => k.row))
  await takeIn(about, project, kinds, held)
  const due = ({ row }: Judged) =>
    recheckOn(judge.plan.date as Day, house.desks.periodsFor(judge.plan), row.facts, row.offer, judge.plan.waivers)
  const rows = kinds.map((each) => ({
    id: each.row.likeness,
    ...outcomeRow(each.judgement, each.row.offer !== null),
    recheck_on: due(each) ?? null,
  }))
  await sql`
    update likeness l set outcome = r.outcome, about = r.about, has_offer = r.has_offer, findings = r.findings,
      state = r.state, gates = r.gates, markets = r.markets, blocks = r.blocks, warns = r.warns, owes = r.owes,
      margin = r.margin, recheck_on = r.recheck_on, decided_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, outcome uuid, about jsonb, has_offer boolean,
      findings jsonb, state text, gates jsonb, markets jsonb, blocks integer, warns integer, owes text[], margin real,
      recheck_on date)
    where l.org_id = ${actor.org} and l.project_id = ${project} and l.id = r.id
  `.execute(tx)
  return {
    told: pairs.filter(({ row }) => otherwise.has(row)),
    turned: pairs.filter(({ row, judgement }) => row.state !== judgement.decision.overall),
    stale,
  }
}

/** All products of kinds, in the order of their ids. */
async function membersOf({ tx, actor }: With, project: string, kinds: readonly Judged[]): Promise<Member[]> {
  const ids = kinds.map(({ row }) => row.likeness)
  const spoken = kinds.filter(({ judgement }) => judgement.brief.spans).map(({ row }) => row.likeness)
  // without claims an index tells it all
  const claims = spoken.length === 0 ? sql`null` : sql`case when likeness = any (${spoken}::uuid[]) then claims end`
  const { rows } = await sql<Member>`
    select id, supplier_id as supplier, likeness, ${claims} as claims
    from candidate where org_id = ${actor.org} and project_id = ${project} and likeness = any (${ids}::uuid[])
  `.execute(tx)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Products that came to the new outcome by themselves, as they were decided before the others, join them. */
async function takeIn(
  { tx, actor }: With,
  project: string,
  kinds: readonly Judged[],
  held: readonly { readonly id: string; readonly outcome: string }[],
): Promise<void> {
  const places = new Map(kinds.map(({ row, judgement }) => [judgement.id, row.likeness]))
  const joining = held.flatMap(({ id, outcome }) => (places.has(outcome) ? [{ id, to: places.get(outcome) }] : []))
  if (joining.length === 0) return
  await sql`
    update candidate c set likeness = j.to
    from jsonb_to_recordset(${JSON.stringify(joining)}::jsonb) as j (id uuid, "to" uuid)
    where c.org_id = ${actor.org} and c.project_id = ${project} and c.likeness = j.id
  `.execute(tx)
  await sql`
    delete from likeness where org_id = ${actor.org} and project_id = ${project} and id = any (${joining.map((j) => j.id)}::uuid[])
  `.execute(tx)
}
