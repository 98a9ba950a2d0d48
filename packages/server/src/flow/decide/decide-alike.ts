import { type About, binds } from '@haixuan/domain/gate/binding'
import type { MarketRule } from '@haixuan/domain/gate/rule'
import type { Day } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { keepEarnings } from '../judge/earnings.ts'
import type { Judge } from '../judge/judge.ts'
import { keepLikenesses } from '../judge/likenesses.ts'
import { logDecisions } from '../judge/log-decisions.ts'
import { planNow } from '../judge/plan-now.ts'
import { type ProductRow, productRows } from '../judge/product-rows.ts'
import { recheckOn } from '../judge/recheck.ts'
import { differs, markLineup, type Standing } from './decide-products.ts'
import { type Judged, type Pair, turnKinds } from './turn-kinds.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>

/** Outcomes of a project as they are kept, in their order. */
export type Kept = { readonly id: string; readonly about: About; readonly hasOffer: boolean }

/** The next outcomes that were read by the readers of today; those of others are decided product by product. */
export async function keptAfter(
  { tx, actor, now, house }: With,
  project: Standing,
  { supplier, after, most }: { readonly supplier?: string | undefined; readonly after: string; readonly most: number },
): Promise<Kept[]> {
  const { readers } = house.desks.for(planNow(house, project.plan, now))
  return tx
    .selectFrom('likeness')
    .select(['id', 'about', 'has_offer as hasOffer'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project.id)
    .where('readers', '=', readers.version)
    .where('id', '>', after)
    .$if(supplier !== undefined, (q) =>
      q.where('id', 'in', (e) =>
        e
          .selectFrom('candidate')
          .select('likeness as id')
          .where('org_id', '=', actor.org)
          .where('project_id', '=', project.id)
          .where('supplier_id', '=', supplier as string),
      ),
    )
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
 * not, all of them follow by the row they share, or one by one where only some of them do. Gives the events.
 */
export async function decideAlike(
  about: With,
  project: Standing,
  likenesses: readonly string[],
  supplier?: string,
): Promise<NewEvent[]> {
  if (likenesses.length === 0) return []
  const { tx, actor, now, house } = about
  const plan = planNow(house, project.plan, now)
  const judge = house.desks.judgeOf(plan, project.state)
  const samples = await samplesOf(about, project, likenesses, supplier)
  if (samples.length === 0) return []
  const rows = await productRows(tx, actor.org, project.id).where('p.id', 'in', samples).execute()
  const judged = rows.map((row): Judged => ({ row, ...judge.judge(row) }))
  const moved = judged.filter(({ row, judgement }) => row.outcome !== judgement.id)
  if (moved.length === 0) return []
  // of what several suppliers have, an account of one sees its own
  const all = supplier === undefined && actor.supplier === undefined
  const together = all ? turnTogether(judged, moved) : new Set<Judged>()
  const whole = await turnKinds(about, project.id, judge, [...together])
  const apart = await follow(
    about,
    project.id,
    judge,
    moved.filter((each) => !together.has(each)),
    supplier,
  )
  await keepEarnings(
    about,
    project.id,
    moved.map(({ row, judgement }) => ({ product: { id: row.id }, costs: judgement.costs })),
  )
  const turned = [...whole.turned, ...apart.turned]
  await markLineup(
    tx,
    project,
    plan,
    Object.fromEntries(turned.map(({ member, judgement }) => [member.id, judgement.decision.overall])),
  )
  const events = await logDecisions(
    about,
    { id: project.id, plan },
    [...whole.told, ...apart.told].map(({ member: { id, supplier, claims }, judgement }) => ({
      id,
      supplier,
      claims: claims ?? [],
      judgement,
    })),
  )
  const again = whole.stale.map(({ row }) => row.likeness)
  return [...events, ...(await decideAlike(about, project, again, supplier))]
}

/** Kinds of which all products turn alike, and to an outcome that no other turns to. */
function turnTogether(judged: readonly Judged[], moved: readonly Judged[]): ReadonlySet<Judged> {
  const states = Map.groupBy(judged, ({ row }) => row.likeness)
  const alone = moved.filter(({ row }) => states.get(row.likeness)?.length === 1)
  return new Set(new Map(alone.map((each) => [each.judgement.id, each])).values())
}

/** What products that come out the same have in common: their kind, and the gate of their supplier. */
const placeOf = ({ likeness, supplier_state }: Pick<ProductRow, 'likeness' | 'supplier_state'>) =>
  `${likeness} ${supplier_state}`

/** One product of each kind, and of each state that the gates of their suppliers are in. */
async function samplesOf({ tx, actor }: With, project: Standing, likenesses: readonly string[], supplier?: string) {
  const { rows } = await sql<{ id: string }>`
    select min(p.id) as id from candidate p
    join supplier_gate g on g.org_id = p.org_id and g.project_id = p.project_id and g.supplier_id = p.supplier_id
    where p.org_id = ${actor.org} and p.project_id = ${project.id} and p.likeness = any (${likenesses}::uuid[])
      and (${supplier ?? null}::text is null or p.supplier_id = ${supplier ?? null})
    group by p.likeness, g.state
  `.execute(tx)
  return rows.map((r) => r.id)
}

/** All products of kinds, locked. */
const membersOf = ({ tx, actor }: With, project: string, kinds: readonly string[], supplier: string | undefined) =>
  tx
    .selectFrom('candidate as p')
    .innerJoin('supplier_gate as g', (on) =>
      on
        .onRef('g.org_id', '=', 'p.org_id')
        .onRef('g.project_id', '=', 'p.project_id')
        .onRef('g.supplier_id', '=', 'p.supplier_id'),
    )
    .select(['p.id', 'p.supplier_id as supplier', 'p.likeness', 'p.claims', 'g.state as supplier_state'])
    .where('p.org_id', '=', actor.org)
    .where('p.project_id', '=', project)
    .where('p.likeness', 'in', kinds)
    .$if(supplier !== undefined, (q) => q.where('p.supplier_id', '=', supplier as string))
    .orderBy('p.id')
    .forUpdate('p')
    .execute()

/** Takes products that are alike over to a new outcome, one by one: those of a supplier, or of suppliers in one state. */
async function follow(
  about: With,
  project: string,
  judge: Judge,
  moved: readonly Judged[],
  supplier: string | undefined,
): Promise<{ readonly told: readonly Pair[]; readonly turned: readonly Pair[] }> {
  if (moved.length === 0) return { told: [], turned: [] }
  const { tx, actor, now, house } = about
  const { plan } = judge
  const { before, places } = await keepLikenesses(about, project, judge, moved)
  const byPlace = new Map(moved.map((each) => [placeOf(each.row), each]))
  const kinds = moved.map(({ row }) => row.likeness)
  const pairs = (await membersOf(about, project, kinds, supplier)).flatMap((member) => {
    const each = byPlace.get(placeOf(member))
    return each ? [{ member, row: each.row, judgement: each.judgement }] : []
  })
  const due = (...records: readonly unknown[]) =>
    recheckOn(plan.date as Day, house.desks.periodsFor(plan), ...records) ?? null
  const outcomes = moved.map(({ row, judgement }) => ({
    place: placeOf(row),
    likeness: places.get(judgement.id),
    recheck_on: due(row.facts, row.offer, plan.waivers),
  }))
  // what a supplier's papers name is due for each of its products
  const suppliers = await tx
    .selectFrom('supplier')
    .select(['id', 'body'])
    .where('org_id', '=', actor.org)
    .where('id', 'in', [...new Set(pairs.map(({ member }) => member.supplier)), ''])
    .execute()
  const own = Object.fromEntries(suppliers.map(({ id, body }) => [id, due(body)]))
  const members = pairs.map(({ member }) => ({ id: member.id, place: placeOf(member) }))
  await sql`
    update candidate p set likeness = d.likeness, decided_at = ${now},
      recheck_on = least(d.recheck_on, (${JSON.stringify(own)}::jsonb ->> p.supplier_id)::date)
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m (id text, place text),
      jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as d (place text, likeness uuid, recheck_on date)
    where p.org_id = ${actor.org} and p.project_id = ${project} and p.id = m.id and d.place = m.place
  `.execute(tx)
  return {
    told: pairs.filter(({ row, judgement }) => differs(row, judgement, before)),
    turned: pairs.filter(({ row, judgement }) => row.state !== judgement.decision.overall),
  }
}
