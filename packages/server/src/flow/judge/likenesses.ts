import type { Judged } from '@haixuan/domain/gate/gate'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { Judge, JudgedProduct } from './judge.ts'
import { type OutcomeRow, outcomeRow } from './outcome-row.ts'
import type { ProductRow } from './product-rows.ts'

type With = Pick<Asked, 'tx' | 'actor'>
type Each = Pick<JudgedProduct, 'judgement'> & { readonly row: ProductRow }
/** Where an outcome is kept. */
type Place = { readonly id: string; readonly outcome: string }
type Kept = {
  /** where outcomes are kept, by the outcome */
  readonly places: ReadonlyMap<string, string>
  /** the findings that products stood under which now stand otherwise, by where those are kept */
  readonly before: ReadonlyMap<string, readonly Judged[]>
}

/** Others that keep, or turn, the same outcomes at the same moment are waited for so often. */
const TRIES = 4

/** Keeps the outcomes of products that stand otherwise than they did; none of them turns before the transaction ends. */
export async function keepLikenesses(
  { tx, actor }: With,
  project: string,
  { desk }: Judge,
  judged: readonly Each[],
): Promise<Kept> {
  const moved = judged.filter(({ row, judgement }) => row.outcome !== judgement.id)
  if (moved.length === 0) return { places: new Map(), before: new Map() }
  const wanted = new Map(moved.map((each) => [each.judgement.id, each]))
  const places = await placesOf({ tx, actor }, project, [...wanted.keys()])
  for (let tries = 0; places.size < wanted.size; tries++) {
    if (tries === TRIES) throw new Error(`outcomes of ${project} are not kept`)
    const missing = () => [...wanted].filter(([outcome]) => !places.has(outcome))
    const rows = missing().map(([, { judgement, row }]) => outcomeRow(judgement, row.offer !== null))
    for (const { outcome, id } of await insertLikenesses({ tx, actor }, project, desk.readers.version, rows))
      places.set(outcome, id)
    const others = missing().map(([outcome]) => outcome)
    if (others.length === 0) break
    for (const [outcome, id] of await placesOf({ tx, actor }, project, others)) places.set(outcome, id)
  }
  const left = [...new Set(moved.flatMap(({ row }) => row.likeness || []))]
  if (left.length === 0) return { places, before: new Map() }
  const before = await tx
    .selectFrom('likeness')
    .select(['id', 'findings'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', 'in', left)
    .execute()
  return { places, before: new Map(before.map((b) => [b.id, b.findings])) }
}

async function placesOf({ tx, actor }: With, project: string, outcomes: readonly string[]) {
  // a supplier's account sees no outcome that none of its products has yet
  const kept =
    actor.supplier === undefined
      ? sql`select id, outcome from likeness where org_id = ${actor.org} and project_id = ${project}
          and outcome = any (${outcomes}::uuid[]) order by id for key share`
      : sql`select id, outcome from outcomes_kept(${project}, ${outcomes}::uuid[])`
  const { rows } = await sql<Place>`${kept}`.execute(tx)
  return new Map(rows.map(({ id, outcome }) => [outcome, id]))
}

/** Gives those that were inserted and are seen; one that another transaction keeps meanwhile is left to it. */
async function insertLikenesses(
  { tx, actor }: With,
  project: string,
  readers: string,
  rows: readonly OutcomeRow[],
): Promise<Place[]> {
  const seen = actor.supplier === undefined ? sql`returning id, outcome` : sql``
  const inserted = await sql<Place>`
    insert into likeness (org_id, project_id, id, readers, outcome, about, has_offer, findings, state, gates, markets, blocks,
      warns, owes, margin)
    select ${actor.org}, ${project}, gen_random_uuid(), ${readers}, r.outcome, r.about, r.has_offer, r.findings, r.state,
      r.gates, r.markets, r.blocks, r.warns, r.owes, r.margin
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (outcome uuid, about jsonb, has_offer boolean,
      findings jsonb, state text, gates jsonb, markets jsonb, blocks integer, warns integer, owes text[], margin real)
    order by r.outcome
    on conflict do nothing
    ${seen}
  `.execute(tx)
  return inserted.rows
}

/** Drops outcomes that no product has any more; the project must be locked. */
export async function dropUnused({ tx, actor }: With, project: string): Promise<void> {
  await sql`
    delete from likeness l where l.org_id = ${actor.org} and l.project_id = ${project} and not exists (
      select from candidate p where p.org_id = l.org_id and p.project_id = l.project_id and p.likeness = l.id)
  `.execute(tx)
}
