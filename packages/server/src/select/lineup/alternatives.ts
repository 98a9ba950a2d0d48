import { alternativeIn } from '@haixuan/domain/select/lineup/board/alternative'
import { placementsOf } from '@haixuan/domain/select/lineup/board/judge-board'
import { phaseOfSlot } from '@haixuan/domain/select/lineup/fill-settings'
import { standingOf } from '@haixuan/domain/select/lineup/standing'
import { sql } from 'kysely'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import { Problem } from '../../platform/http/problem.ts'
import { gateState, text } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'
import { boardCandidate, boardRole } from './answers.ts'
import { boardRules, candidateNow, candidateRows, candidatesNamed, seatsOf } from './candidates.ts'

const SORTS = { points: sql`c.points` }

/** I9 · Why not those: the candidates outside the lineup, the strongest first, as each would be in a slot. */
export const alternatives = query({
  name: 'lineup.alternatives',
  path: '/projects/:project/lineup/alternatives',
  summary: { zh: '某一位次的其他候选与未选理由', en: 'The alternatives for a slot, and why not those' },
  params: z.object({ project: z.string() }),
  query: pageOf(['points']).extend({
    sort: z.enum(['points', '-points']).default('-points'),
    slot: z.coerce.number().int().min(1).default(1),
    state: gateState.optional(),
    role: boardRole.optional(),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      title: z.string(),
      state: gateState,
      role: boardRole.nullable().describe('that suits the slot best'),
      points: z.number(),
      difference: z.number().describe('points less those of what the slot holds'),
      limits: z.array(z.string()).describe('that it would break, as kind:name'),
      why: text,
      candidate: boardCandidate,
    }),
  ),
  async run({ tx, actor, params, query: page, house }) {
    const at = { org: actor.org, project: params.project }
    const lineup = await tx
      .selectFrom('lineup')
      .select(['body', 'plan'])
      .where('org_id', '=', at.org)
      .where('project_id', '=', at.project)
      .executeTakeFirst()
    if (!lineup) throw new Problem('not-found', { why: cause('lineup-not-proposed', { id: params.project }) })
    if (!lineup.plan) return { rows: [], next: null }
    const seats = seatsOf(lineup.body.slots)
    const inside = seats.flatMap((s) => s.product ?? [])
    const { plan, roles } = boardRules(house, lineup.plan, seats, lineup.body)
    const phase = phaseOfSlot(plan)[page.slot - 1]
    if (phase === undefined)
      throw new Problem('bad-input', { field: 'slot', why: because('stream-slots', { slots: plan.slots }) })
    const standing = standingOf(placementsOf(seats, await candidatesNamed(tx, at, inside), plan), plan)
    const held = [...standing.placed.values()].find((p) => p.slot === page.slot - 1) ?? { phase }
    const { where, order } = pagePieces(page, { column: SORTS.points, id: sql`c.product_id` })
    const rows = await candidateRows(tx, at)
      .where(where)
      .where(searching(sql`p.search`, page.q))
      .$if(inside.length > 0, (q) => q.where('c.product_id', 'not in', inside))
      .$if(page.state !== undefined, (q) => q.where('p.state', '=', page.state as never))
      .$if(page.role !== undefined, (q) =>
        q.where(sql<boolean>`c.body -> 'roles' @> ${JSON.stringify([{ role: page.role }])}::jsonb`),
      )
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.points, r.id])
    return {
      rows: shown.map((row) => {
        const candidate = candidateNow(row)
        const { limits, ...found } = alternativeIn(standing, held, candidate, roles)
        return {
          id: row.id,
          title: row.title,
          state: row.state,
          ...found,
          limits: [...limits],
          candidate: { ...candidate, roles: [...candidate.roles] },
        }
      }),
      next,
    }
  },
})
