import { keptUntil } from '@haixuan/domain/improve/retention/retention'
import type { Day } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { named, saying } from '../../platform/queries/saying.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { retentionOf } from '../../platform/settings/limits/retention-limit.ts'

const row = z.object({
  about: z.enum(['project', 'person']),
  id: z.string(),
  name: z.string().nullable().describe('of a project; who a person is is not told here'),
  markets: z.array(z.string()),
  since: z.string().describe('the day of the stream, or the day the last case was closed'),
  until: z.string().nullable().describe('kept until this day at least'),
  by: z.object({ id: z.string(), name: text, act: z.string(), article: z.string().nullable() }).nullable(),
  past: z.boolean().describe('nothing asks for it any longer: what is personal should go'),
  held: z.string().nullable().describe('the legal hold that keeps it whatever the day'),
  open: z.boolean().describe('a case or a stream is not closed yet'),
  erased: z.boolean(),
})
type Found = Omit<z.output<typeof row>, 'until' | 'by' | 'past'>

const retention = query({
  name: 'retention.list',
  path: '/retention',
  summary: {
    zh: '记录的保存期限与法律保留，最早的在前',
    en: 'How long records are kept, and which are held, the oldest first',
  },
  params: z.object({}),
  query: pageOf(['since']).extend({
    sort: z.enum(['since', '-since']).default('since'),
    about: z.enum(['project', 'person']).optional(),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page, house }) {
    const { where, order } = pagePieces(page, { column: sql`r.since`, id: sql`r.id` })
    const { rows } = await sql<Found>`
      select r.*, (select h.id from legal_hold h where h.org_id = ${actor.org} and h.lifted_at is null
          and (h.about = 'organisation' or (h.about = r.about and h.subject = r.id)
            or (h.about = 'project' and h.subject = any(r.projects))) limit 1) as held
      from (
        select 'project' as about, p.id, p.name, array(select jsonb_array_elements_text(p.plan -> 'markets')) as markets,
          p.day::text as since, p.closed_at is null as open, false as erased, array[p.id] as projects
        from project p where p.org_id = ${actor.org}
        union all
        select 'person', k.person, null, array_agg(distinct c.market), max(c.updated_at)::date::text,
          bool_or(c.state <> 'closed'), k.destroyed_at is not null,
          array_remove(array_agg(distinct c.project_id), null)
        from person_key k join after_sales_case c on c.org_id = k.org_id and c.person = k.person
        where k.org_id = ${actor.org} group by k.person, k.destroyed_at
      ) r
      where ${where} and ${saying(page.q, {
        texts: [sql`r.id`, sql`r.name`],
        sets: [[sql`r.markets`, named(house.standard.markets)]],
      })} and ${page.about === undefined ? sql<boolean>`true` : sql<boolean>`r.about = ${page.about}`}
      order by ${order} limit ${page.limit + 1}
    `.execute(tx)
    const today = dayHere(house, house.clock())
    const periods = await retentionOf({ tx, actor, house })
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.since, r.id])
    return {
      rows: shown.map(({ about, id, name, markets, since, open, erased, held }) => {
        const kept = keptUntil(periods, about, markets, since as Day)
        return {
          about,
          id,
          name,
          markets,
          since,
          open,
          erased,
          held,
          until: kept?.until ?? null,
          by: kept
            ? { id: kept.by.id, name: kept.by.name, act: kept.by.source.act, article: kept.by.source.article ?? null }
            : null,
          past: !open && !erased && (kept === undefined || kept.until < today),
        }
      }),
      next,
    }
  },
})

export const retentionQueries = [retention]
