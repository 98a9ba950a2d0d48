import { lineageOf } from '@haixuan/domain/gate/rule-set'
import { addDays, type Day, dayOf } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import { sql } from 'kysely'
import type { House } from '../../house.ts'
import { projectFor } from '../../plan/project/store.ts'
import { streamOver } from '../../plan/project/stream-over.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { asSystem, inScope } from '../../platform/database/scope.ts'
import { appendEvents, type NewEvent } from '../../platform/events/append.ts'
import type { StepAsked } from '../../platform/jobs/task-kind.ts'
import { decideLater, hasMore } from '../decide/decide-all.ts'
import { decidePlanGate } from '../decide/decide-plan.ts'
import { decideProducts } from '../decide/decide-products.ts'
import { decideSuppliersAlone } from '../decide/decide-suppliers.ts'
import { findingsDiffer } from '../judge/findings-differ.ts'
import { houseFor, rulesHeld, todayIn } from '../own-house.ts'

const PRODUCTS_AT_ONCE = 500

/** What was decided again by time alone. */
export type Rechecked = { readonly plans: number; readonly suppliers: number; readonly products: number }
/** Where something is due, and the day it is there. */
type Where = { readonly org: string; readonly project: string; readonly today: Day }

/**
 * Decides again what time may have changed, in every organisation: a paper that lapsed, the stream that is over, a rule
 * of a market that begins or ends. What one day asks for is done once, however often it runs; a fault in one project,
 * told to `onError`, leaves the others alone.
 */
export async function recheckDue(house: House, onError: (error: unknown) => void): Promise<Rechecked> {
  const counted = { plans: 0, suppliers: 0, products: 0 }
  const each = async (all: readonly Where[], count: keyof Rechecked, decide: (at: Where) => Promise<number>) => {
    for (const at of all)
      try {
        counted[count] += await decide(at)
      } catch (error) {
        onError(error)
      }
  }
  await each(await projectsPast(house), 'plans', (at) => recheckPlan(house, at))
  await each(await projectsDue(house, 'supplier_gate'), 'suppliers', (at) => recheckSuppliers(house, at))
  await each(await projectsDue(house, 'candidate'), 'products', (at) => recheckProducts(house, at))
  return counted
}

/** Open projects whose stream is over, which the day has not been told of. */
const projectsPast = (house: House): Promise<Where[]> =>
  asSystem(house.db, async (tx) => {
    const { rows } = await sql<Where>`
      select p.org_id as org, p.id as project, d.today::text as today
      from organisation o cross join lateral (select ${todayIn(house)} as today) d
        join project p on p.org_id = o.id and p.closed_at is null
      where ${streamOver('p', { day: sql`d.today`, now: house.clock() })} and (p.rechecked_on is null or p.rechecked_on < d.today)
    `.execute(tx)
    return rows
  })

const projectsDue = (house: House, table: 'supplier_gate' | 'candidate'): Promise<Where[]> =>
  asSystem(house.db, async (tx) => {
    // nowhere on earth is it a later day
    const due = (of: 'supplier_gate' | 'candidate' | 'likeness') =>
      sql`select org_id, project_id, recheck_on from ${sql.table(of)} where recheck_on <= ${addDays(dayOf(house.clock()), 1)}`
    const { rows } = await sql<Where>`
      select distinct t.org_id as org, t.project_id as project, d.today::text as today
      from (${table === 'candidate' ? sql`${due(table)} union ${due('likeness')}` : due(table)}) t
        join organisation o on o.id = t.org_id cross join lateral (select ${todayIn(house)} as today) d
        join project p on p.org_id = t.org_id and p.id = t.project_id and p.closed_at is null
      where t.recheck_on <= d.today
    `.execute(tx)
    return rows
  })

/** Decides the plan gate as of today. Where every gate may come out otherwise, all of the project falls due. */
const recheckPlan = (house: House, { org, project, today }: Where): Promise<number> =>
  step(house, org, async (asked) => {
    const { tx } = asked
    const { id, plan, state } = await projectFor(asked, project, 'update')
    const before = await tx
      .selectFrom('project')
      .select(['findings', 'rechecked_on as on'])
      .where('org_id', '=', org)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { project: after, findings, event } = await decidePlanGate(asked, id, plan)
    const differs = state !== after.state || findingsDiffer(before.findings, findings)
    const rules =
      state !== after.state || before.on === null ? undefined : turnedRules(asked.house, plan, before.on, today)
    if (rules?.length === 0) {
      // nothing of the law is otherwise
    } else if (await hasMore(asked, { project: id }))
      await decideLater(asked, { project: id, ...(rules ? { rules } : {}) })
    else {
      await tx
        .updateTable('supplier_gate')
        .set({ recheck_on: today })
        .where('org_id', '=', org)
        .where('project_id', '=', id)
        .execute()
      await tx
        .updateTable('candidate')
        .set({ recheck_on: today })
        .where('org_id', '=', org)
        .where('project_id', '=', id)
        .execute()
    }
    await tx
      .updateTable('project')
      .set({ rechecked_on: today })
      .where('org_id', '=', org)
      .where('id', '=', id)
      .execute()
    return { events: differs ? [event] : [], count: 1 }
  })

/** The rules of the plan's markets that begin or end after `from`, up to and on `to`. */
function turnedRules({ standard }: House, plan: Project, from: string, to: Day): string[] {
  const markets = new Set(plan.markets.flatMap((id) => lineageOf(standard.markets, id).map((m) => m.id)))
  return standard.rules
    .filter(
      ({ market, 'in-force': { from: begins, until: ends } }) =>
        markets.has(market) && [begins, ends].some((day) => day !== undefined && day > from && day <= to),
    )
    .map((r) => r.id)
}

/** Decides the suppliers that are due; the products of one whose gate turned fall due with it. */
async function recheckSuppliers(house: House, { org, project, today }: Where): Promise<number> {
  const due = await asSystem(house.db, (tx) =>
    tx
      .selectFrom('supplier_gate')
      .select('supplier_id as id')
      .where('org_id', '=', org)
      .where('project_id', '=', project)
      .where('recheck_on', '<=', today)
      .orderBy('supplier_id')
      .execute(),
  )
  let count = 0
  for (const { id } of due)
    count += await step(house, org, async (asked) => {
      const { events, turned } = await decideSuppliersAlone(asked, await projectFor(asked, project, 'share'), [id])
      const part = { project, supplier: id }
      if (turned.length > 0 && (await hasMore(asked, part))) await decideLater(asked, part)
      else if (turned.length > 0)
        await asked.tx
          .updateTable('candidate')
          .set({ recheck_on: today })
          .where('org_id', '=', org)
          .where('project_id', '=', project)
          .where('supplier_id', '=', id)
          .execute()
      return { events, count: 1 }
    })
  return count
}

async function recheckProducts(house: House, { org, project, today }: Where): Promise<number> {
  let count = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    count += await step(house, org, async (asked) => {
      const standing = await projectFor(asked, project, 'share')
      const { rows } = await sql<{ id: string }>`
        select id from candidate where org_id = ${org} and project_id = ${project} and id > ${from}
          and (recheck_on <= ${today} or likeness = any (array(select id from likeness
            where org_id = ${org} and project_id = ${project} and recheck_on <= ${today})))
        order by id limit ${PRODUCTS_AT_ONCE}
      `.execute(asked.tx)
      const ids = rows.map((r) => r.id)
      after = ids.length < PRODUCTS_AT_ONCE ? undefined : ids.at(-1)
      return { events: ids.length === 0 ? [] : await decideProducts(asked, standing, { ids }), count: ids.length }
    })
  }
  // each product has a day of its own by now
  await asSystem(house.db, (tx) =>
    tx
      .updateTable('likeness')
      .set({ recheck_on: null })
      .where('org_id', '=', org)
      .where('project_id', '=', project)
      .where('recheck_on', '<=', today)
      .execute(),
  )
  return count
}

/** One transaction of the house itself in an organisation, with its events. */
async function step(
  house: House,
  org: string,
  work: (asked: StepAsked) => Promise<{ readonly events: readonly NewEvent[]; readonly count: number }>,
): Promise<number> {
  const actor: Actor = { org, user: 'haixuan', name: 'haixuan', roles: [] }
  const count = await inScope(house.db, actor, async (tx) => {
    await sql`select ${rulesHeld(org)}`.execute(tx)
    const now = house.clock()
    const own = await houseFor(house, tx, org)
    const { events, count } = await work({ tx, actor, now, house: own, command: 'gate.recheck' })
    await appendEvents(tx, { actor, now }, events)
    return count
  })
  house.committed?.()
  return count
}
