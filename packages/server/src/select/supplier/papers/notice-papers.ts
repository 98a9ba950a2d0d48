import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { addDays, type Day, daysBetween } from '@haixuan/domain/kernel/day'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { Paper } from '@haixuan/domain/select/supplier/papers/papers'
import { thresholdOn } from '@haixuan/domain/select/supplier/papers/threshold'
import { sql } from 'kysely'
import { todayIn } from '../../../flow/own-house.ts'
import type { House } from '../../../house.ts'
import type { Actor } from '../../../platform/commands/actor.ts'
import { asSystem, inScope } from '../../../platform/database/scope.ts'
import { appendEvents, type NewEvent } from '../../../platform/events/append.ts'
import type { StepAsked } from '../../../platform/jobs/task-kind.ts'
import { papersIn } from './papers-in.ts'

const AT_ONCE = 200

type Due = Paper & {
  readonly supplier: string
  readonly threshold: number
  readonly project?: string
  readonly product?: string
}

/**
 * S2 · Tells of papers that came within a threshold of the day they lapse on: documents, authorisations, inspections,
 * screenings and decisions of suppliers, certificates of products in open projects. Each is told once for a threshold,
 * however often this runs; an organisation is looked at once a day. Gives how many were told of.
 */
export async function noticePapers(house: House, onError: (error: unknown) => void): Promise<number> {
  const { rows: organisations } = await asSystem(house.db, (tx) =>
    sql<{ id: string; today: Day }>`
      select o.id, d.today::text as today from organisation o cross join lateral (select ${todayIn(house)} as today) d
      where o.papers_seen_on is null or o.papers_seen_on < d.today order by o.id
    `.execute(tx),
  )
  let told = 0
  for (const { id, today } of organisations)
    try {
      told += await noticeIn(house, id, today)
    } catch (error) {
      onError(error)
    }
  return told
}

async function noticeIn(house: House, org: string, today: Day): Promise<number> {
  const actor: Actor = { org, user: 'haixuan', name: 'haixuan', roles: [] }
  const thresholds = house.standard.qualification['notify-before'] ?? []
  const within = (until: string) => thresholdOn(today, until as Day, thresholds)
  let told = 0
  const step = (work: (asked: StepAsked) => Promise<readonly Due[]>) =>
    inScope(house.db, actor, async (tx) => {
      const asked = { tx, actor, now: house.clock(), house, command: 'paper.notice' }
      const raised = await raise(asked, await work(asked))
      await appendEvents(tx, asked, raised.map(eventOf(today)))
      told += raised.length
    })
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    await step(async ({ tx }) => {
      const rows = await tx
        .selectFrom('supplier')
        .select(['id', 'body', 'paper_until'])
        .where('org_id', '=', org)
        .where('id', '>', from)
        .orderBy('id')
        .limit(AT_ONCE)
        .execute()
      after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id
      const due: Due[] = []
      for (const { id, body, paper_until } of rows) {
        const papers = papersIn(body, house.standard)
        for (const paper of papers) {
          const threshold = within(paper.until)
          if (threshold !== undefined) due.push({ ...paper, supplier: id, threshold })
        }
        // as of another standard, or of a time before the column
        const first = papers[0]?.until ?? null
        if (first !== paper_until)
          await tx
            .updateTable('supplier')
            .set({ paper_until: first })
            .where('org_id', '=', org)
            .where('id', '=', id)
            .execute()
      }
      return due
    })
  }
  const furthest = addDays(today, Math.max(0, ...thresholds))
  await step(async ({ tx }) => {
    const { rows } = await sql<Certificate>`
      select distinct on (p.project_id, p.id, c ->> 'type') p.supplier_id as supplier, p.project_id as project,
        p.id as product, p.title, c ->> 'type' as type, c ->> 'expires' as until
      from product p join project j on j.org_id = p.org_id and j.id = p.project_id and j.closed_at is null,
        jsonb_array_elements(p.facts -> 'certificates') c
      where p.org_id = ${org} and c ->> 'expires' is not null
      order by p.project_id, p.id, c ->> 'type', c ->> 'expires' desc
    `.execute(tx)
    return rows
      .filter((c) => c.until <= furthest)
      .map((c) => ({ ...certificateOf(house.standard, c), threshold: within(c.until) as number }))
  })
  await asSystem(house.db, (tx) =>
    tx.updateTable('organisation').set({ papers_seen_on: today }).where('id', '=', org).execute(),
  )
  house.committed?.()
  return told
}

type Certificate = {
  readonly supplier: string
  readonly project: string
  readonly product: string
  readonly title: string
  readonly type: string
  readonly until: Day
}
function certificateOf({ evidence }: StandardData, c: Certificate): Omit<Due, 'threshold'> {
  const type: Text = evidence.evidence.find((e) => e.id === c.type)?.name ?? { zh: c.type, en: c.type }
  const { supplier, project, product, title, until } = c
  return {
    kind: 'certificate',
    id: `${project} · ${product} · ${c.type}`,
    name: { zh: `${title} 的${type.zh}`, en: `${type.en} of ${title}` },
    until,
    supplier,
    project,
    product,
  }
}

/** Keeps what was not told of yet at this threshold or a tighter one; gives those. */
async function raise({ tx, actor, now }: StepAsked, due: readonly Due[]): Promise<readonly Due[]> {
  if (due.length === 0) return []
  const { rows } = await sql<{ supplier: string; kind: string; paper: string }>`
    insert into paper_notice (org_id, supplier_id, kind, paper, until, threshold, name, project_id, product_id, raised_at)
    select ${actor.org}, d.supplier, d.kind, d.id, d.until, d.threshold, d.name, d.project, d.product, ${now}
    from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
      as d (supplier text, kind text, id text, until date, threshold int, name jsonb, project text, product text)
    where not exists (select 1 from paper_notice n where n.org_id = ${actor.org} and n.supplier_id = d.supplier
      and n.kind = d.kind and n.paper = d.id and n.until = d.until and n.threshold <= d.threshold)
    on conflict do nothing
    returning supplier_id as supplier, kind, paper
  `.execute(tx)
  const key = (supplier: string, kind: string, paper: string) => JSON.stringify([supplier, kind, paper])
  const raised = new Set(rows.map((r) => key(r.supplier, r.kind, r.paper)))
  return due.filter((d) => raised.has(key(d.supplier, d.kind, d.id)))
}

const eventOf =
  (today: Day) =>
  ({ supplier, kind, id, name, until, threshold, project, product }: Due): NewEvent => ({
    type: 'paper.expiring',
    subject: supplier,
    clause: 'S2',
    supplier,
    ...(project ? { project } : {}),
    body: { kind, paper: id, name, until, threshold, left: daysBetween(today, until), ...(product ? { product } : {}) },
  })
