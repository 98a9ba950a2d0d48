import { mentionedIn } from '@haixuan/domain/flow/likeness'
import { sql } from 'kysely'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { type StepAsked, type Stepped, taskKind } from '../../platform/jobs/task-kind.ts'
import { dropUnused } from '../judge/likenesses.ts'
import { planNow } from '../judge/plan-now.ts'
import { decideAlike, type Kept, keptAfter, touchedBy } from './decide-alike.ts'
import { decideProducts, type Standing } from './decide-products.ts'
import { decideSuppliersAlone } from './decide-suppliers.ts'

const input = z.strictObject({
  project: z.string(),
  supplier: z.string().optional(),
  rules: z.array(z.string()).optional(),
})
type Part = z.output<typeof input>

const SUPPLIERS_AT_ONCE = 200
const PRODUCTS_AT_ONCE = 500
const KINDS_AT_ONCE = 500
/** Looked through at once for those that rules bind. */
const KINDS_LOOKED_THROUGH = 20_000

type Place = {
  readonly of: 'suppliers' | 'products' | 'alike'
  readonly after: string
  readonly done: number
  /** how much there was to do when it began: counted once, not at every step */
  readonly size?: number
}
const FIRST_KIND = '00000000-0000-0000-0000-000000000000'
const BEGINNING: Place = { of: 'suppliers', after: '', done: 0 }

const PHASES = { suppliers: suppliersAfter, products: productsAfter, alike: alikeAfter }

/**
 * P5 · Decides every supplier of a project again, or one, then the products, in batches that let commands in between: each
 * that was read otherwise than it would be today, and of those that are alike one for all.
 */
export const decideProject = taskKind({
  name: 'project.decide',
  input,
  async run({ step, place, input, house }) {
    let at = (place as Place | null) ?? BEGINNING
    const ofProducts = input.rules !== undefined && !asksSuppliers(house, input.rules)
    if (place === null && ofProducts) at = { of: 'products', after: '', done: 0 }
    for (let ended = false; !ended; )
      await step(async (asked) => {
        // shared, so that what is decided is decided under the plan as it stands
        const project = await projectFor(asked, input.project, 'share')
        const batch = await PHASES[at.of](asked, project, input, at)
        const size = at.size ?? (await sizeOf(asked, input))
        ended = batch.ended
        at = { ...batch.place, size }
        return { ...batch.stepped, done: at.done, place: at, of: size }
      })
    await step(async (asked) => {
      // no command of the project is under way while outcomes that no product has go
      const { id } = await projectFor(asked, input.project, 'update')
      await dropUnused(asked, id)
      return {}
    })
    return { decided: at.done }
  },
})

const asksSuppliers = ({ standard }: StepAsked['house'], rules: readonly string[]): boolean =>
  standard.rules.some(
    ({ id, requires }) =>
      rules.includes(id) &&
      requires &&
      ('document' in requires || ('fact' in requires && requires.fact.startsWith('supplier.'))),
  )

type Batch = { readonly stepped: Stepped; readonly place: Place; readonly ended: boolean }

async function suppliersAfter(
  asked: StepAsked,
  project: Standing,
  { supplier }: Part,
  { after, done }: Place,
): Promise<Batch> {
  const rows = await asked.tx
    .selectFrom('supplier_gate')
    .select('supplier_id as id')
    .where('org_id', '=', asked.actor.org)
    .where('project_id', '=', project.id)
    .where('supplier_id', '>', after)
    .$if(supplier !== undefined, (q) => q.where('supplier_id', '=', supplier as string))
    .orderBy('supplier_id')
    .limit(SUPPLIERS_AT_ONCE)
    .execute()
  const { events } = await decideSuppliersAlone(
    asked,
    project,
    rows.map((r) => r.id),
  )
  const last = rows.length < SUPPLIERS_AT_ONCE
  const place: Place = last
    ? { of: 'products', after: '', done: done + rows.length }
    : { of: 'suppliers', after: rows.at(-1)!.id, done: done + rows.length }
  return { stepped: { events }, place, ended: false }
}

/** Products that the readers of today have not read, and those that the plan tells apart by name. */
async function productsAfter(
  asked: StepAsked,
  project: Standing,
  { supplier }: Part,
  { after, done }: Place,
): Promise<Batch> {
  const { tx, actor, now, house } = asked
  const plan = planNow(house, project.plan, now)
  const { version } = house.desks.for(plan).readers
  const unread = await tx
    .selectFrom('likeness')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project.id)
    .where('readers', '<>', version)
    .execute()
  const mentioned = sql`p.id = any (${[...mentionedIn(plan)]})`
  const { rows } = await sql<{ id: string }>`
    select p.id from candidate p
    where p.org_id = ${actor.org} and p.project_id = ${project.id} and p.id > ${after}
      and (${supplier ?? null}::text is null or p.supplier_id = ${supplier ?? null})
      and ${unread.length === 0 ? mentioned : sql`(p.likeness = any (${unread.map((l) => l.id)}::uuid[]) or ${mentioned})`}
    order by p.id limit ${PRODUCTS_AT_ONCE}
  `.execute(tx)
  const ids = rows.map((r) => r.id)
  const events = ids.length === 0 ? [] : await decideProducts(asked, project, { ids })
  const last = ids.length < PRODUCTS_AT_ONCE
  const place: Place = last
    ? { of: 'alike', after: FIRST_KIND, done: done + ids.length }
    : { of: 'products', after: ids.at(-1)!, done: done + ids.length }
  return { stepped: { events }, place, ended: false }
}

async function alikeAfter(
  asked: StepAsked,
  project: Standing,
  { supplier, rules }: Part,
  { after, done, size = 0 }: Place,
): Promise<Batch> {
  const most = rules ? KINDS_LOOKED_THROUGH : KINDS_AT_ONCE
  const kept = await keptAfter(asked, project, { supplier, after, most })
  const named = new Set(rules)
  const touched = rules
    ? kept.filter(
        touchedBy(
          asked.house.standard.rules.filter((r) => named.has(r.id)),
          asked.house,
        ),
      )
    : kept
  const ids = touched.map((k) => k.id)
  const events: NewEvent[] = []
  for (let at = 0; at < ids.length; at += KINDS_AT_ONCE)
    events.push(...(await decideAlike(asked, project, ids.slice(at, at + KINDS_AT_ONCE), supplier)))
  const ended = kept.length < most
  const place: Place = {
    of: 'alike',
    after: kept.at(-1)?.id ?? after,
    done: ended ? size : Math.min(size, done + (await countAlike(asked, project, kept))),
  }
  return { stepped: { events }, place, ended }
}

async function countAlike({ tx, actor }: StepAsked, project: Standing, kept: readonly Kept[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(n), 0)::int as count from alike_count where org_id = ${actor.org} and project_id = ${project.id}
      and supplier_id = '' and likeness = any (${kept.map((k) => k.id)}::uuid[])
  `.execute(tx)
  return rows[0]!.count
}

async function sizeOf({ tx, actor }: StepAsked, { project, supplier }: Part): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select coalesce(sum(n), 0) from alike_count
        where org_id = ${actor.org} and project_id = ${project} and supplier_id = ${supplier ?? ''})::int
      + (select count(*) from supplier_gate where org_id = ${actor.org} and project_id = ${project}
        and (${supplier ?? null}::text is null or supplier_id = ${supplier ?? null}))::int as count
  `.execute(tx)
  return rows[0]!.count
}
