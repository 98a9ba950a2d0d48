import { sql } from 'kysely'
import { z } from 'zod'
import { mayAct } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { query } from '../../platform/queries/query.ts'
import { ruleBody, ruleParams } from './publish.ts'
import { mustAcknowledge } from './store.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  published: z.string(),
  publishedBy: z.string(),
  must: z.array(z.string()).describe('who must acknowledge it'),
  lacking: z.array(z.string()).describe('of those, who has not yet'),
})
type Row = z.output<typeof row>

const columns = sql`r.id, r.version, r.title, r.published, r.published_by as "publishedBy", m.names as must,
  array(select n from unnest(m.names) n where not exists (select 1 from rule_acknowledgement a
    where a.org_id = r.org_id and a.rule_id = r.id and a.version = r.version and a.name = n) order by n) as lacking`

const list = query({
  name: 'management-rule.list',
  path: '/management-rules',
  summary: { zh: '平台管理制度与签收情况', en: 'Management rules, and who has still to acknowledge them' },
  params: z.object({}),
  query: z.object({ mine: z.stringbool().optional().describe('only those I have still to acknowledge') }),
  answer: z.object({ rows: z.array(row) }),
  async run({ tx, actor, query: { mine } }) {
    const { rows } = await sql<Row>`
      select ${columns} from management_rule r, lateral (${mustAcknowledge}) m
      where r.org_id = ${actor.org} and r.newest
      order by r.id
    `.execute(tx)
    return { rows: mine ? rows.filter((r) => r.lacking.includes(actor.name)) : rows }
  },
})

const get = query({
  name: 'management-rule.get',
  path: '/management-rules/:rule',
  summary: { zh: '制度正文、小测与签收', en: 'A rule: its text, its test, and who has acknowledged it' },
  params: ruleParams,
  query: z.object({ version: z.coerce.number().int().positive().optional().describe('the newest when absent') }),
  answer: row.extend({
    text: z.string(),
    changes: z.string().nullable(),
    questions: z.array(
      z.object({
        question: z.string(),
        answers: z.array(z.string()),
        right: z.int().optional().describe('the place of the right answer, told to those who publish rules alone'),
      }),
    ),
    acknowledged: z.array(z.object({ name: z.string(), at: z.string() })),
    versions: z.array(z.int()),
    people: z.array(z.string()).describe('named to acknowledge it'),
    roles: z.array(z.string()).describe('whose members acknowledge it'),
    mine: z.object({ must: z.boolean(), done: z.boolean() }).describe('whether I must acknowledge it, and have'),
  }),
  async run({ tx, actor, params, query: { version } }) {
    const { rows } = await sql<
      Row & {
        people: string[]
        roles: string[]
        body: unknown
        acknowledged: { name: string; at: string }[]
        versions: number[]
      }
    >`
      select ${columns}, r.body, r.people, r.roles,
        coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'at', to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by a.name) from rule_acknowledgement a
          where a.org_id = r.org_id and a.rule_id = r.id and a.version = r.version), '[]') as acknowledged,
        array(select v.version from management_rule v where v.org_id = r.org_id and v.id = r.id order by 1) as versions
      from management_rule r, lateral (${mustAcknowledge}) m
      where r.org_id = ${actor.org} and r.id = ${params.rule}
        and (r.version = ${version ?? null} or (${version ?? null}::int is null and r.newest))
    `.execute(tx)
    const [found] = rows
    if (!found) throw new Problem('not-found', { why: missing('management-rule', params.rule) })
    const { body, ...rest } = found
    const { text, changes = null, questions } = ruleBody.parse(body)
    return {
      ...rest,
      text,
      changes,
      questions: questions.map(({ right, ...q }) => (mayAct(actor, ['legal']) ? { ...q, right } : q)),
      mine: { must: rest.must.includes(actor.name), done: rest.acknowledged.some(({ name }) => name === actor.name) },
    }
  },
})

export const ruleQueries = [list, get]
