import { type ListedParty, listDifference } from '@haixuan/domain/select/supplier/lists/list-difference'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../../platform/http/problem.ts'
import { missing } from '../../../platform/http/records.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, readCursor, searching } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { counts } from './adopt.ts'
import { dayOfList, uploadedList } from './lists.ts'
import { partiesNow } from './parties.ts'

const file = z.object({ sha256: z.string(), name: z.string() })
const head = z.object({
  id: z.string(),
  version: z.int(),
  day: z.string().describe('the day the list is of'),
  files: z.array(file),
  parties: z.int(),
  names: z.int(),
  adoptedBy: z.string(),
  adoptedAt: z.string(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable().describe('from then on nobody is screened against it'),
  withdrawnWhy: z.string().nullable(),
  endingBy: z.string().nullable().describe('who asked for it to be withdrawn'),
  endingAt: z.string().nullable(),
  endingWhy: z.string().nullable(),
  endingMine: z.boolean().describe('asked for by who asks: another person confirms it'),
})
const headOf = (user: string) => sql`l.id, l.version, l.day, l.files, l.parties, l.names, l.adopted_by as "adoptedBy",
  l.adopted_at as "adoptedAt", l.withdrawn_by as "withdrawnBy", l.withdrawn_at as "withdrawnAt",
  l.withdrawn_why as "withdrawnWhy", l.ending_by as "endingBy", l.ending_at as "endingAt", l.ending_why as "endingWhy",
  coalesce(l.ending_user = ${user}, false) as "endingMine"`
const params = z.object({ screeningList: z.string() })

const lists = query({
  name: 'screening-list.list',
  path: '/screening-lists',
  summary: {
    zh: '本组织筛查供应商所用的名单，含已停用的',
    en: 'The lists the organisation screens against, and those it withdrew',
  },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({ rows: z.array(head) }),
  async run({ tx, actor }) {
    const { rows } = await sql<z.output<typeof head>>`
      select ${headOf(actor.user)} from screening_list l where l.org_id = ${actor.org} order by l.withdrawn_at nulls first, l.id
    `.execute(tx)
    return { rows }
  },
})

const version = z.object({
  version: z.int(),
  what: z.enum(['adopted', 'withdrawn']),
  day: z.string(),
  files: z.array(file),
  parties: z.int(),
  names: z.int(),
  difference: counts,
  why: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

const get = query({
  name: 'screening-list.get',
  path: '/screening-lists/:screeningList',
  summary: { zh: '一份名单及其全部版本', en: 'A list with all its versions' },
  params,
  query: z.object({}),
  answer: head.extend({ versions: z.array(version).describe('newest first') }),
  async run({ tx, actor, params: { screeningList: id } }) {
    const { rows } = await sql<z.output<typeof head> & { versions: z.output<typeof version>[] }>`
      select ${headOf(actor.user)}, coalesce((
        select jsonb_agg(jsonb_build_object('version', v.version, 'what', v.what, 'day', v.day, 'files', v.files,
          'parties', v.parties, 'names', v.names, 'difference', case when v.added is not null then jsonb_build_object(
          'added', v.added, 'changed', v.changed, 'removed', v.removed) end, 'why', v.why, 'by', v.by_name,
          'at', v.at) order by v.version desc)
        from screening_list_version v where v.org_id = l.org_id and v.list_id = l.id), '[]') as versions
      from screening_list l where l.org_id = ${actor.org} and l.id = ${id}
    `.execute(tx)
    if (!rows[0]) throw new Problem('not-found', { why: missing('list', id) })
    return rows[0]
  },
})

const party = z.object({
  id: z.string().describe('its number on the list'),
  names: z.array(z.string()).describe('the main name first'),
  kind: z.string().optional(),
  programme: z.string().optional(),
  country: z.string().optional(),
  reason: z.string().optional(),
})
const told = ({ names, ...rest }: ListedParty) => ({ ...rest, names: [...names] })

const parties = query({
  name: 'screening-party.list',
  path: '/screening-lists/:screeningList/parties',
  summary: { zh: '名单所列主体，按名称检索', en: 'The parties of a list, searched by their names' },
  params,
  query: pageOf(['name']),
  answer: pageAnswer(party.extend({ since: z.int().describe('the version that put it there as it is') })),
  async run({ tx, actor, params: { screeningList }, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`p.place`, id: sql`p.party` })
    const { rows } = await sql<{ place: string; party: string; since: number; body: ListedParty }>`
      select p.place, p.party, p.since, p.body from screening_party p
      where p.org_id = ${actor.org} and p.list_id = ${screeningList} and p.until is null
        and ${searching(sql`p.search`, page.q)} and ${where}
      order by ${order} limit ${page.limit + 1}
    `.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.party])
    return { rows: shown.map(({ body, since }) => ({ ...told(body), since })), next }
  },
})

const WHATS = ['added', 'changed', 'removed'] as const
const change = z.object({
  party: z.string(),
  what: z.enum(WHATS),
  before: party.nullable(),
  after: party.nullable(),
})

const changes = query({
  name: 'screening-change.list',
  path: '/screening-lists/:screeningList/versions/:version/changes',
  summary: {
    zh: '某版名单相对上一版的差异：新增、变更、移除',
    en: 'What a version of a list adds, changes and removes',
  },
  params: params.extend({ version: z.coerce.number().int().positive() }),
  query: pageOf(['name']).extend({ what: z.enum(WHATS).optional() }),
  answer: pageAnswer(change),
  async run({ tx, actor, params: { screeningList, version }, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`c.place`, id: sql`c.party` })
    const of = sql`org_id = ${actor.org} and list_id = ${screeningList}`
    const { rows } = await sql<{
      place: string
      party: string
      what: (typeof WHATS)[number]
      before: ListedParty | null
      after: ListedParty | null
    }>`
      select * from (
        select coalesce(a.place, b.place) as place, party, b.body as before, a.body as after,
          case when b.party is null then 'added' when a.party is null then 'removed' else 'changed' end as what,
          a.search as new, b.search as old
        from (select party, place, body, search from screening_party where ${of} and since = ${version}) a
        full join (select party, place, body, search from screening_party where ${of} and until = ${version}) b
          using (party)
      ) c
      where (${page.what ?? null}::text is null or c.what = ${page.what ?? null})
        and (${searching(sql`c.new`, page.q)} or ${searching(sql`c.old`, page.q)}) and ${where}
      order by ${order} limit ${page.limit + 1}
    `.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.party])
    return {
      rows: shown.map(({ party, what, before, after }) => ({
        party,
        what,
        before: before && told(before),
        after: after && told(after),
      })),
      next,
    }
  },
})

const compare = query({
  name: 'screening-list.compare',
  path: '/screening-lists/compare',
  summary: {
    zh: '启用之前：上传的名单与现行版本的差异',
    en: 'Before it is adopted: what the list that was uploaded adds, changes and removes',
  },
  roles: ['legal'],
  params: z.object({}),
  query: z.object({
    files: z
      .string()
      .regex(/^[0-9a-f]{64}(,[0-9a-f]{64}){0,3}$/)
      .describe('SHA-256 of the files, with commas between'),
    what: z.enum(WHATS).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(1000).optional(),
  }),
  answer: pageAnswer(change).extend({
    id: z.string(),
    day: z.string().nullable().describe('as the file names it; to be said when null'),
    parties: z.int(),
    names: z.int(),
    over: z.int().describe('the version it is held against, 0 when it is the first'),
    difference: counts,
  }),
  async run({ tx, actor, query: { files, what, limit, cursor }, house }) {
    const asked = { tx, actor, house }
    const read = await uploadedList(asked, files.split(','))
    const now = await tx
      .selectFrom('screening_list')
      .select(['id', 'version', 'files'])
      .where('org_id', '=', actor.org)
      .where('id', '=', read.id)
      .executeTakeFirst()
    const all = now ? listDifference((await partiesNow(asked, now)).parties, read.parties) : []
    const count = (kind: string) => all.filter((c) => c.what === kind).length
    const from = cursor === undefined ? 0 : Number(readCursor(cursor)[0])
    const wanted = all.filter((c) => what === undefined || c.what === what).map((c, i) => ({ ...c, at: i + 1 }))
    const { rows, next } = pageRows(wanted.slice(from, from + limit + 1), { sort: '', limit }, (r) => [r.at, r.party])
    return {
      id: read.id,
      day: dayOfList(read, dayHere(house, house.clock())) ?? null,
      parties: read.parties.size,
      names: read.names,
      over: now?.version ?? 0,
      difference: now ? { added: count('added'), changed: count('changed'), removed: count('removed') } : null,
      rows: rows.map(({ party, what, before, after }) => ({
        party,
        what,
        before: before ? told(before) : null,
        after: after ? told(after) : null,
      })),
      next,
    }
  },
})

export const screeningQueries = [lists, compare, get, parties, changes]
