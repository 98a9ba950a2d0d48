import { EVENT_WORDS } from '@haixuan/domain/kernel/event-words'
import { differencesBetween } from '@haixuan/domain/select/lineup/board/compare'
import type { Seat } from '@haixuan/domain/select/lineup/board/put'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { Problem } from '../../platform/http/problem.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { because } from '../because.ts'
import { boardRole } from './answers.ts'
import { boardRules, candidatesNamed, judge } from './candidates.ts'

const TYPES = ['lineup.decided', 'lineup.edited', 'lineup.released'] as const
const params = z.object({ project: z.string() })

/** I9 · The lineups there have been, from the log: proposed, edited, released, newest first. */
export const versions = query({
  name: 'lineup.versions',
  path: '/projects/:project/lineup/versions',
  summary: { zh: '排品的历次版本', en: 'The versions of a lineup, from the log' },
  params,
  query: pageOf(['at']).extend({ sort: z.enum(['at', '-at']).default('-at') }),
  answer: pageAnswer(
    z.object({
      event: z.int().describe('its place in the log'),
      kind: z.enum(['decided', 'edited', 'released']),
      by: z.string(),
      at: z.string(),
      filled: z.int(),
    }),
  ),
  async run({ tx, actor, params, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`e.at`, id: sql`e.id` })
    const rows = await tx
      .selectFrom('event as e')
      .select([
        'e.id as event',
        sql<'decided' | 'edited' | 'released'>`split_part(e.type, '.', 2)`.as('kind'),
        'e.actor as by',
        'e.at',
        sql<number>`(select count(*)::int from jsonb_array_elements(e.body -> 'slots') s
          where s -> 'product' <> 'null')`.as('filled'),
      ])
      .where('e.org_id', '=', actor.org)
      .where('e.subject', '=', params.project)
      .where('e.type', 'in', TYPES)
      .where(where)
      .where(saying(page.q, { texts: [sql`e.actor`], codes: [[sql`e.type`, Object.entries(EVENT_WORDS)]] }))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.at, r.event])
  },
})

const figures = z.object({
  event: z.int().nullable().describe('null: the lineup as it stands now'),
  objective: z.number().nullable(),
  filled: z.int(),
  released: z.int(),
  notKept: z.int().describe('limits that are not kept'),
  margin: z.object({ minor: z.number(), currency: z.string() }).nullable().describe('expected from all slots'),
})

const seat = z.object({
  slot: z.int(),
  product: z.string().nullable(),
  title: z.string().nullable(),
  role: boardRole.nullable(),
  minutes: z.number().nullable(),
})

/** I9 · Two lineups side by side: what came in, went out, moved, and what that does to points, margin and limits. */
export const compare = query({
  name: 'lineup.compare',
  path: '/projects/:project/lineup/compare',
  summary: { zh: '对比两个版本的排品', en: 'Compare two versions of a lineup' },
  params,
  query: z.object({
    from: z.coerce.number().int().optional().describe('a version; the proposal when left out'),
    to: z.coerce.number().int().optional().describe('a version; the lineup as it stands when left out'),
  }),
  answer: z.object({
    from: figures,
    to: figures,
    differences: z.array(
      z.object({
        product: z.string(),
        title: z.string(),
        change: z.enum(['in', 'out', 'moved', 'role', 'minutes']),
        from: z.int().nullable(),
        to: z.int().nullable(),
      }),
    ),
    seats: z.object({ from: z.array(seat), to: z.array(seat) }).describe('both arrangements, slot by slot'),
  }),
  async run({ tx, actor, params, query: asked, house }) {
    const at = { org: actor.org, project: params.project }
    const lineup = await tx
      .selectFrom('lineup')
      .select(['body', 'plan'])
      .where('org_id', '=', at.org)
      .where('project_id', '=', at.project)
      .executeTakeFirst()
    if (!lineup) throw new Problem('not-found', { why: cause('lineup-not-proposed', { id: params.project }) })
    const now: Seat[] = lineup.body.slots.map(({ slot, product, role, minutes }) => ({ slot, product, role, minutes }))
    const from = (await versionOf(tx, at, asked.from ?? 'proposal')) ?? now
    const to = asked.to === undefined ? now : ((await versionOf(tx, at, asked.to)) ?? now)
    const ids = [...from, ...to].flatMap((s) => s.product ?? [])
    const titles = await titlesOf(tx, at, ids)
    const candidates = await candidatesNamed(tx, at, ids)
    const rules = lineup.plan && boardRules(house, lineup.plan, [], lineup.body)
    const told = (seats: readonly Seat[], event: number | null) => {
      const judged = rules && judge(seats, candidates, rules)
      const profit = seats.flatMap((s) => candidates.get(s.product ?? '') ?? [])
      return {
        event,
        objective: judged?.objective ?? null,
        filled: seats.filter((s) => s.product !== null).length,
        released: judged?.released ?? 0,
        notKept: judged?.limits.filter((l) => l.state !== 'kept').length ?? 0,
        margin: rules && {
          currency: rules.plan.currency,
          minor: profit.reduce(
            (sum, c) => sum + c.margin.minor * Math.max(0, Math.min(c.units, c.stock ?? c.units)),
            0,
          ),
        },
      }
    }
    const seated = (seats: readonly Seat[]) =>
      seats.map(({ slot, product, role, minutes }) => ({
        slot,
        product,
        title: product === null ? null : (titles.get(product) ?? product),
        role,
        minutes: minutes ?? null,
      }))
    return {
      from: told(from, asked.from ?? null),
      to: told(to, asked.to ?? null),
      differences: differencesBetween(from, to).map((d) => ({ ...d, title: titles.get(d.product) ?? d.product })),
      seats: { from: seated(from), to: seated(to) },
    }
  },
})

type At = { readonly org: string; readonly project: string }
type Told = { slot: number; product: string | null; role?: Seat['role']; minutes?: number }

/** The slots that an entry of the log tells; the newest proposal's for `proposal`. @throws Problem */
async function versionOf(tx: Transaction<Tables>, at: At, version: number | 'proposal'): Promise<Seat[] | undefined> {
  const found = await tx
    .selectFrom('event')
    .select(sql<Told[]>`body -> 'slots'`.as('slots'))
    .where('org_id', '=', at.org)
    .where('subject', '=', at.project)
    .where('type', 'in', version === 'proposal' ? ['lineup.decided'] : [...TYPES])
    .$if(version !== 'proposal', (q) => q.where('id', '=', version as number))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found && version !== 'proposal')
    throw new Problem('not-found', { why: because('no-lineup-version', { version }) })
  return found?.slots.map(({ slot, product, role, minutes }) => ({ slot, product, role: role ?? null, minutes }))
}

async function titlesOf(tx: Transaction<Tables>, at: At, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await tx
    .selectFrom('product')
    .select(['id', 'title'])
    .where('org_id', '=', at.org)
    .where('project_id', '=', at.project)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((r) => [r.id, r.title]))
}
