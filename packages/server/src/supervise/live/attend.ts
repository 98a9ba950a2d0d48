import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { liveParams } from './desk-state.ts'

/** A desk that was not heard for so long is not there. */
const THERE = '15 seconds'
const FORGOTTEN = '1 hour'

const view = z.enum(['control', 'host'])
const there = z.object({
  name: z.string(),
  view,
  desks: z.int().describe('how many this person has open in this view'),
})
type There = z.input<typeof there>

/**
 * S3 · A desk says every few seconds that it is there, and hears who else is. It is of the moment: nothing of the records
 * changes, and the log does not hear of it.
 */
export const attend = command({
  name: 'live.attend',
  clause: 'S3',
  roles: MEMBER_ROLES.filter((role) => role !== 'supplier' && role !== 'auditor'),
  path: '/projects/:project/live/attend',
  summary: { zh: '报告直播台在线，并取得在线的直播台', en: 'Say that a desk is there, and hear who else is' },
  params: liveParams,
  input: z.strictObject({ desk: z.uuid().describe('made up by the desk when it opens'), view }),
  answer: z.object({ there: z.array(there) }),
  async run({ tx, actor, now, params: { project }, input: { desk, view } }) {
    const here = sql`org_id = ${actor.org} and project_id = ${project}`
    const { rows } = await sql<There>`
      with gone as (
        delete from desk_presence where ${here} and seen_at < ${now}::timestamptz - ${FORGOTTEN}::interval
      ), mine as (
        insert into desk_presence as d (org_id, project_id, desk, user_id, name, view, seen_at)
        select p.org_id, p.id, ${desk}::uuid, ${actor.user}, ${actor.name}, ${view}, ${now}
        from project p where p.org_id = ${actor.org} and p.id = ${project}
        on conflict (org_id, project_id, desk) do update set view = excluded.view, seen_at = excluded.seen_at
          where d.user_id = excluded.user_id
        returning desk, user_id, name, view
      )
      select name, view, count(*)::integer as desks
      from (
        select * from mine
        union all
        select desk, user_id, name, view from desk_presence
        where ${here} and desk <> ${desk}::uuid and seen_at >= ${now}::timestamptz - ${THERE}::interval
          and exists (select from mine)
      ) t
      group by user_id, name, view order by view, name
    `.execute(tx)
    if (rows.length === 0) throw new Problem('not-found', { why: missing('project', project) })
    return { events: [], answer: { there: rows } }
  },
})
