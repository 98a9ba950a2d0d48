import { rule } from '@haixuan/domain/gate/rule'
import type { Day } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { packParams } from './decide.ts'

const standing = z.enum(['proposed', 'coming', 'in-force', 'ended', 'rejected', 'replaced'])
const COLUMNS = sql`p.id, p.version, p.name, p.market, p.state, p.from_day::text as "from", p.until_day::text as until,
  p.reason, p.proposed_by as "proposedBy", p.proposed_at as "proposedAt", p.decided_by as "decidedBy",
  p.decided_at as "decidedAt", p.decided_why as "decidedWhy", p.withdrawn_by as "withdrawnBy",
  p.withdrawn_at as "withdrawnAt", p.withdrawn_why as "withdrawnWhy", p.ending_by as "endingBy",
  p.ending_at as "endingAt", p.ending_from::text as "endingFrom", p.ending_why as "endingWhy"`
const brief = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  market: z.string(),
  standing: standing.describe('as of today'),
  from: z.string().nullable(),
  until: z.string().nullable().describe('the first day it no longer holds'),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedWhy: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnWhy: z.string().nullable(),
  endingBy: z.string().nullable().describe('who asked for it to be withdrawn'),
  endingAt: z.string().nullable(),
  endingFrom: z.string().nullable().describe('the first day it would no longer hold'),
  endingWhy: z.string().nullable(),
})
type Row = Omit<z.output<typeof brief>, 'standing'> & { readonly state: string }

function told({ state, ...row }: Row, today: Day): z.output<typeof brief> {
  const { from, until } = row
  const adopted = until !== null && until <= today ? 'ended' : from !== null && from > today ? 'coming' : 'in-force'
  return { ...row, standing: standing.parse(state === 'adopted' ? adopted : state) }
}

const list = query({
  name: 'rule-pack.list',
  path: '/rule-packs',
  summary: {
    zh: '组织自定规则包，各取最新版本',
    en: "The organisation's own packs of rules, each by its newest version",
  },
  params: z.object({}),
  query: pageOf(['proposed', 'name']).extend({
    sort: z.enum(['proposed', '-proposed', 'name', '-name']).default('-proposed'),
    market: z.string().optional(),
  }),
  answer: pageAnswer(
    brief.extend({
      rules: z.int(),
      inForce: z.int().nullable().describe('the version that is in force today'),
    }),
  ),
  async run({ tx, actor, query: page, house }) {
    const today = dayHere(house, house.clock())
    const column = page.sort.endsWith('name') ? sql`p.name` : sql`p.proposed_at`
    const { where, order } = pagePieces(page, { column, id: sql`p.id` })
    const { rows } = await sql<Row & { rules: number; inForce: number | null }>`
      select ${COLUMNS}, jsonb_array_length(p.rules) as rules,
        (select f.version from rule_pack f where f.org_id = p.org_id and f.id = p.id and f.state = 'adopted'
          and f.from_day <= ${today} and (f.until_day is null or f.until_day > ${today}) limit 1) as "inForce"
      from rule_pack p
      where p.org_id = ${actor.org}
        and not exists (select 1 from rule_pack n where n.org_id = p.org_id and n.id = p.id and n.version > p.version)
        and (${page.market ?? null}::text is null or p.market = ${page.market ?? null})
        and ${saying(page.q, { texts: [sql`p.name`, sql`p.id`, sql`p.rules::text`] })}
        and ${where}
      order by ${order} limit ${page.limit + 1}
    `.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [
      page.sort.endsWith('name') ? r.name : r.proposedAt,
      r.id,
    ])
    return { rows: shown.map(({ rules, inForce, ...row }) => ({ ...told(row, today), rules, inForce })), next }
  },
})

const get = query({
  name: 'rule-pack.get',
  path: '/rule-packs/:pack',
  summary: { zh: '规则包的全部版本及其规则', en: 'Every version of a pack, with its rules' },
  params: packParams,
  query: z.object({}),
  answer: z.object({
    id: z.string(),
    name: z.string(),
    market: z.string(),
    versions: z.array(
      brief.extend({
        rules: z.array(z.object(rule.shape)),
        mine: z.boolean().describe('proposed by who asks: another person adopts it'),
        endingMine: z.boolean().describe('its withdrawal was asked for by who asks: another person confirms it'),
        added: z.array(z.string()).describe('rules that the version before did not have'),
        changed: z.array(z.string()),
        gone: z.array(z.string()),
      }),
    ),
  }),
  async run({ tx, actor, params, house }) {
    const today = dayHere(house, house.clock())
    const { rows } = await sql<Row & { rules: z.output<typeof rule>[]; user: string; ending: string | null }>`
      select ${COLUMNS}, p.rules, p.proposed_user as "user", p.ending_user as ending from rule_pack p
      where p.org_id = ${actor.org} and p.id = ${params.pack} order by p.version desc
    `.execute(tx)
    const [newest] = rows
    if (!newest) throw new Problem('not-found', { why: missing('pack', params.pack) })
    return {
      id: newest.id,
      name: newest.name,
      market: newest.market,
      versions: rows.map(({ rules, user, ending, ...row }, i) => {
        const before = rows[i + 1]?.rules ?? []
        const same = (id: string) => [before, rules].map((all) => JSON.stringify(all.filter((r) => r.id === id)))
        const ids = [...new Set(rules.map((r) => r.id))]
        const held = new Set(before.map((r) => r.id))
        return {
          ...told(row, today),
          rules,
          mine: user === actor.user,
          endingMine: ending === actor.user,
          added: ids.filter((id) => !held.has(id)),
          changed: ids.filter((id) => held.has(id) && same(id)[0] !== same(id)[1]),
          gone: [...held].filter((id) => !ids.includes(id)),
        }
      }),
    }
  },
})

export const packQueries = [list, get]
