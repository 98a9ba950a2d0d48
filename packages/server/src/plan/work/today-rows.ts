import type { GateState } from '@haixuan/domain/gate/gate'
import type { Day, Instant } from '@haixuan/domain/kernel/day'
import { sql, type Transaction } from 'kysely'
import { alikeRows } from '../../flow/judge/alike-rows.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { streamOver } from '../project/stream-over.ts'
import { owedBy, owedCounts } from './owed.ts'

type Of = {
  readonly tx: Transaction<Tables>
  readonly actor: Actor
  readonly day: Day
  readonly now: Instant
  readonly soonUntil: Day
  readonly from: Day
}

type Counted = { role: string; findings: number; overdue: number; soon: number }
type Owing = { readonly roles: readonly Counted[]; readonly ofProject: ReadonlyMap<string | null, number> }

/** The day from which on work is not overdue: today, or that of a stream far west whose day goes on while it is tomorrow here. */
export async function workFrom({ tx, actor, day, now }: Pick<Of, 'tx' | 'actor' | 'day' | 'now'>): Promise<Day> {
  const { rows } = await sql<{ first: Day }>`
    select least(min(p.day), ${day}::date)::text as first from project p
    where p.org_id = ${actor.org} and p.closed_at is null and not ${streamOver('p', { day, now })}
  `.execute(tx)
  return rows[0]?.first ?? day
}

/** What a person's roles owe, by role: in all, what is past its day, and what soon will be; and how much of it in each project. */
export async function owedNow({ tx, actor, day, now, soonUntil, from }: Of): Promise<Owing> {
  const { rows } = await sql<Counted & { project: string | null }>`
    select project, owner as role, sum(n)::int as findings,
      coalesce(sum(n) filter (where due < ${from}), 0)::int as overdue,
      coalesce(sum(n) filter (where due between ${from} and ${soonUntil}), 0)::int as soon
    from ${owedCounts({ org: actor.org, roles: owedBy(actor), day, now })} o group by 1, 2
  `.execute(tx)
  const roles = [...Map.groupBy(rows, (r) => r.role)].map(([role, its]) => {
    const sum = (key: 'findings' | 'overdue' | 'soon') => its.reduce((all, r) => all + r[key], 0)
    return { role, findings: sum('findings'), overdue: sum('overdue'), soon: sum('soon') }
  })
  roles.sort(
    (a, b) => b.overdue - a.overdue || b.soon - a.soon || b.findings - a.findings || (a.role < b.role ? -1 : 1),
  )
  const ofProject = new Map<string | null, number>()
  for (const { project, findings } of rows) ofProject.set(project, (ofProject.get(project) ?? 0) + findings)
  return { roles, ofProject }
}

type Awaiting = {
  kind: 'plan' | 'waiver' | 'lineup' | 'pack'
  /** none for a pack */
  project: string | null
  name: string
  by: string
  at: string | null
  version: number | null
  check: string | null
  subject: string | null
  title: string | null
}

/** What waits for the yes of someone else than who made it, and this person did not: plans, waivers, filled lineups, rule packs. */
export async function awaiting({ tx, actor }: Pick<Of, 'tx' | 'actor'>): Promise<Awaiting[]> {
  const { rows } = await sql<Awaiting>`
    with open_project as (
      select id, name, day, plan, plan -> 'versions' -> -1 as last from project
      where org_id = ${actor.org} and closed_at is null
    )
    select waits.*, p.title from (
      select 'plan' as kind, id as project, name, last ->> 'author' as by, last ->> 'at' as at,
        (last -> 'version')::int as version, null as check, null as subject, day
      from open_project where last is not null and last -> 'approved' is null and last ->> 'author' <> ${actor.name}
      union all
      select 'waiver', id, name, w ->> 'asked-by', null, null, w ->> 'check', w ->> 'subject', day
      from open_project, jsonb_array_elements(plan -> 'waivers') w
      where w -> 'granted-by' is null and w ->> 'asked-by' <> ${actor.name}
      union all
      select 'lineup', p.id, p.name, l.proposed_by, to_jsonb(l.proposed_at) #>> '{}', l.version, null, null, p.day
      from lineup l join open_project p on p.id = l.project_id
      where l.org_id = ${actor.org} and l.released_at is null and l.filled > 0 and not ${actor.name} = any (l.authors)
      union all
      select 'pack', null, name, proposed_by, to_jsonb(proposed_at) #>> '{}', version, null, id, proposed_at::date
      from rule_pack where org_id = ${actor.org} and state = 'proposed' and proposed_user <> ${actor.user}
    ) waits
    left join lateral (
      select p.title from product p
      where p.org_id = ${actor.org} and p.project_id = waits.project and p.id = waits.subject
    ) p on true
    order by day, project, kind, subject limit 50
  `.execute(tx)
  return rows.map(({ kind, project, name, by, at, version, check, subject, title }) => ({
    kind,
    project,
    name,
    by,
    at,
    version,
    check,
    subject,
    title,
  }))
}

type Alert = {
  id: string
  project: string
  product: string | null
  title: string | null
  indicator: string
  level: 'alert' | 'hold'
  owner: string
  due: string
  state: 'open' | 'acknowledged'
}
const MOST_ALERTS = 6

/** S2 · Alerts that are not closed, those due first; and how many there are. */
export async function alertsNow({ tx, actor }: Pick<Of, 'tx' | 'actor'>): Promise<{ open: number; rows: Alert[] }> {
  const { rows } = await sql<Alert & { open: number }>`
    select a.id, a.project_id as project, a.product_id as product, p.title, a.indicator, a.level, a.owner, a.due, a.state,
      (count(*) over ())::int as open
    from alert a left join product p on p.org_id = a.org_id and p.project_id = a.project_id and p.id = a.product_id
    where a.org_id = ${actor.org} and a.state <> 'closed' order by a.level desc, a.due, a.id limit ${MOST_ALERTS}
  `.execute(tx)
  return { open: rows[0]?.open ?? 0, rows: rows.map(({ open: _, ...r }) => r) }
}

type OpenProject = {
  id: string
  name: string
  theme: string
  day: string
  time: string | null
  zone: string | null
  markets: string[]
  platform: string | null
  host: string | null
  state: GateState
  products: { passed: number; conditional: number; open: number }
  slots: number
  filled: number
  ready: number
  released: number
  live: boolean
  aired: boolean
  mine: number
}
const MOST_PROJECTS = 30

/** Projects that are not closed, the nearest stream to come first and those gone by last; and how many are closed. */
export async function openProjects(
  { tx, actor, day, now }: Of,
  owing: Owing['ofProject'],
): Promise<{ rows: OpenProject[]; closed: number }> {
  const { rows } = await sql<Omit<OpenProject, 'mine'>>`
    with stands as (
      select project, (sum(n) filter (where state = 'passed'))::int as passed,
        (sum(n) filter (where state = 'conditional'))::int as conditional,
        (sum(n) filter (where state = 'open'))::int as open
      from ${alikeRows(actor.org, sql`select id from project where org_id = ${actor.org} and closed_at is null`)} a
      join likeness l on l.org_id = ${actor.org} and l.project_id = a.project and l.id = a.likeness
      group by project
    )
    select p.id, p.name, p.plan ->> 'theme' as theme, p.day, p.plan ->> 'time' as time, p.plan ->> 'time-zone' as zone,
      p.plan -> 'markets' as markets, p.plan ->> 'platform' as platform, p.plan -> 'host' ->> 'name' as host, p.state,
      jsonb_build_object('passed', coalesce(x.passed, 0), 'conditional', coalesce(x.conditional, 0), 'open',
        coalesce(x.open, 0)) as products,
      (p.plan -> 'slots')::int as slots, coalesce(l.filled, 0) as filled, coalesce(l.released, 0) as ready,
      case when l.released_at is null then 0 else l.released end as released,
      w.started_at is not null and w.ended_at is null as live, w.started_at is not null as aired
    from project p
    left join stands x on x.project = p.id
    left join lineup l on l.org_id = p.org_id and l.project_id = p.id
    left join live_show w on w.org_id = p.org_id and w.project_id = p.id
    where p.org_id = ${actor.org} and p.closed_at is null
    order by ${streamOver('p', { day, now })}, abs(p.day - ${day}::date), p.id limit ${MOST_PROJECTS}
  `.execute(tx)
  const { closed } = await tx
    .selectFrom('project')
    .select((e) => e.fn.countAll<number>().as('closed'))
    .where('org_id', '=', actor.org)
    .where('closed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return { rows: rows.map((r) => ({ ...r, mine: owing.get(r.id) ?? 0 })), closed }
}
