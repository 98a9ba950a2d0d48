import type { Instant } from '@haixuan/domain/kernel/day'
import { dayIn } from '@haixuan/domain/kernel/zone'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { zoneSetting } from '../settings/zone.ts'

/** How many days before a stream people are reminded of what they owe; an organisation may choose its own. */
export const reminders = z.strictObject({
  days: z.array(z.int().min(0).max(60)).max(10).default([7, 3, 1]),
})

/**
 * Tells everyone, once for each day of reminding, how much they owe for the streams that are near, and of alerts that are to
 * be answered today. One statement over all organisations; a second turn on the same day tells nobody anything. Days
 * begin and end in the zone of each organisation.
 */
export async function tellDue(db: Kysely<Tables>, now: string): Promise<number> {
  const standard = JSON.stringify(reminders.parse({}).days)
  return asSystem(db, async (tx) => {
    const zones = await tx
      .selectFrom('organisation as o')
      .leftJoin('organisation_setting as s', (on) =>
        on.onRef('s.org_id', '=', 'o.id').on('s.name', '=', 'organisation'),
      )
      .select(['o.id', 's.value'])
      .execute()
    const days = zones.map(({ id, value }) => ({
      org: id,
      today: dayIn(zoneSetting.parse(value ?? {}).zone, now as Instant),
    }))
    const { rows } = await sql<{ told: number }>`
      with now_in as (
        select * from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (org text, today date)
      ), near as (
        select p.org_id, p.id, p.name, p.findings, concat_ws(' ', p.day, p.plan ->> 'time', p.plan ->> 'time-zone') as at, p.day - d.today as days
        from project p join now_in d on d.org = p.org_id
        left join organisation_setting s on s.org_id = p.org_id and s.name = 'reminders'
        where p.closed_at is null and p.day >= d.today
          and coalesce(s.value -> 'days', ${standard}::jsonb) @> to_jsonb(p.day - d.today)
      ), owed as (
        select n.org_id, n.id, o.supplier, o.role, sum(o.n)::int as owed
        from near n
        cross join lateral (
          select s.supplier, f ->> 'owner' as role, 1 as n
            from (
              select null as supplier, n.findings
              union all select g.supplier_id, g.findings from supplier_gate g where g.org_id = n.org_id and g.project_id = n.id
            ) s, jsonb_array_elements(s.findings) f
            where f ->> 'severity' = 'block' and f -> 'waived' is null
          union all
          select c.supplier_id, k.owner, c.n
            from alike_count c
            join alike_finding k on k.org_id = c.org_id and k.project_id = c.project_id and k.likeness = c.likeness
            where c.org_id = n.org_id and c.project_id = n.id and c.supplier_id > '' and not k.waived
        ) o
        group by n.org_id, n.id, o.supplier, o.role
      ), told as (
        insert into notification (org_id, user_id, kind, about, facts, once, at)
        select n.org_id, m.user_id, 'due', jsonb_build_object('kind', 'project', 'id', n.id, 'project', n.id),
          jsonb_build_object('name', n.name, 'days', n.days, 'at', n.at, 'owed', sum(o.owed)), 'due:' || n.id || ':' || n.days, ${now}::timestamptz
        from near n
        join owed o on o.org_id = n.org_id and o.id = n.id
        join member m on m.org_id = n.org_id and o.role = any (m.roles)
          and (m.supplier_id is null or m.supplier_id = o.supplier)
        group by n.org_id, n.id, n.name, n.days, n.at, m.user_id
        union all
        select a.org_id, m.user_id, 'alert', jsonb_build_object('kind', 'alert', 'id', a.id, 'project', a.project_id),
          jsonb_build_object('indicator', a.indicator, 'level', a.level), 'due:' || a.id, ${now}::timestamptz
        from alert a join now_in d on d.org = a.org_id join member m on m.org_id = a.org_id and a.owner = any (m.roles) and m.supplier_id is null
        where a.state <> 'closed' and a.due = d.today
        on conflict do nothing
        returning 1
      )
      select count(*)::int as told from told`.execute(tx)
    return rows[0]?.told ?? 0
  })
}
