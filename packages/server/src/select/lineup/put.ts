import { placementsOf } from '@haixuan/domain/select/lineup/board/judge-board'
import { put, putInto } from '@haixuan/domain/select/lineup/board/put'
import type { Candidate } from '@haixuan/domain/select/lineup/candidate'
import { pointsOf, total } from '@haixuan/domain/select/lineup/points'
import { standingOf } from '@haixuan/domain/select/lineup/standing'
import { substitutes } from '@haixuan/domain/select/lineup/substitute'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'
import { projectBeforeAir } from './before-air.ts'
import { boardRules, candidateNow, candidateRows, candidatesNamed, judge, seatsOf } from './candidates.ts'
import { edited } from './edited.ts'
import { params } from './locks.ts'
import { lineupForUpdate, standingOf as productsStanding, type StoredSlot, saveSlots } from './store.ts'

/** Substitutes are looked for among so many of the strongest that are released and wait. */
const WAITING = 500

/**
 * I9 · Changes slots by hand, several at once: place, exchange, move, take out, set minutes. It may break limits, which the
 * answer counts; it is not released before each slot may be.
 */
export const putSlots = command({
  name: 'lineup.put',
  clause: 'I9',
  roles: ['selection'],
  path: '/projects/:project/lineup/put',
  versioned: true,
  summary: {
    zh: '手动排品：放入、互换、移动、移出、调整时长，可同时改多个位次',
    en: 'Arrange by hand: place, exchange, move, take out, set minutes; several slots at once',
  },
  params,
  input: z.strictObject({ puts: z.array(put).min(1).max(500) }),
  answer: z.object({
    id: z.string(),
    version: z.int(),
    objective: z.number(),
    within: z.boolean().describe('limits are kept as well as in the proposal, so that its bound holds'),
    gap: z.number().nullable(),
    notKept: z.array(z.string()).describe('limits that are not kept, as kind:name'),
  }),
  async run(asked) {
    const { tx, actor, input, house } = asked
    const project = await projectBeforeAir(asked, asked.params.project)
    const lineup = await lineupForUpdate(asked, project.id)
    await checkSeen(asked, project.id, lineup.version)
    if (!lineup.plan)
      throw new Problem('refused', {
        why: because('lineup-without-board'),
        clause: 'I9',
        remedy: { zh: '请重新排品后再调整', en: 'Propose it again, then arrange it' },
      })
    const at = { org: actor.org, project: project.id }
    const before = seatsOf(lineup.body.slots)
    const ids = [...before.map((s) => s.product), ...input.puts.map((p) => p.product)].filter((id) => id !== null)
    const candidates = await candidatesNamed(tx, at, ids)
    const rules = boardRules(house, lineup.plan, before, lineup.body)
    const strange = input.puts.find((p) => p.product !== null && !candidates.has(p.product))
    if (strange) throw new Problem('not-found', { why: because('not-candidate', { product: strange.product ?? '' }) })
    const puts = input.puts.map((p) => {
      const held = before.find((s) => s.product === p.product)?.role
      if (p.product === null || p.role || held) return p
      const role = bestRole(candidates.get(p.product)!, p.slot, rules)
      return role ? { ...p, role } : p
    })
    const seats = putInto(before, puts)
    const judged = judge(seats, candidates, rules)
    const placed = placementsOf(seats, candidates, rules.plan)
    const touched = new Set(puts.map((p) => p.slot))
    const inside = new Set(seats.map((s) => s.product))
    const keeps = (s: StoredSlot) => !touched.has(s.slot) && s.substitute !== null && !inside.has(s.substitute)
    const taken = new Set(lineup.body.slots.filter(keeps).map((s) => s.substitute))
    const waiting = await candidateRows(tx, at)
      .where('p.state', '=', 'passed')
      .orderBy('c.points', 'desc')
      .orderBy('c.product_id')
      .limit(WAITING)
      .execute()
    const eligible = waiting.map(candidateNow).filter((c) => !taken.has(c.id) && c.excluded === undefined)
    const open = placed.filter((p) => !keeps(lineup.body.slots[p.slot]!))
    const spare = substitutes(open, eligible, standingOf(placed, rules.plan), rules.roles)
    const suppliers = await productsStanding(asked, project.id, ids)
    const slots = lineup.body.slots.map((s, i): StoredSlot => {
      const seat = judged.seats[i]!
      const { minutes: _, supplier: __, ...rest } = s
      const substitute = keeps(s) ? undefined : (spare.get(i) ?? NO_SUBSTITUTE)
      const supplier = seat.product === null ? undefined : suppliers.get(seat.product)?.supplier
      return {
        ...rest,
        product: seat.product,
        role: seat.role,
        points: seat.points,
        released: seat.released,
        locked: s.locked && s.product === seat.product,
        ...(seat.minutes === undefined ? {} : { minutes: seat.minutes }),
        ...(supplier === undefined ? {} : { supplier }),
        why: s.product === seat.product && s.role === seat.role ? s.why : byHand(actor.name, seat.product),
        ...(substitute ? { substitute: substitute.product, substituteWhy: substitute.why } : {}),
      }
    })
    const { objective, within, gap } = judged
    const figures = { objective, gap: gap ?? lineup.body.gap, proven: within && objective === lineup.body.bound }
    const version = await saveSlots(asked, project.id, lineup, slots, figures)
    const notKept = judged.limits.filter((l) => l.state !== 'kept').map((l) => l.limit)
    return {
      events: [edited(project.id, slots, { puts: puts.map((p) => ({ ...p })) })],
      answer: { id: project.id, version, objective, within, gap, notKept },
      version,
    }
  },
})

const NO_SUBSTITUTE = { product: null, why: { zh: '', en: '' } }

const byHand = (name: string, product: string | null) =>
  product === null
    ? { zh: `${name} 将此位次留空`, en: `${name} left this slot empty` }
    : { zh: `${name} 手动排入`, en: `${name} put it here by hand` }

/** The role that suits a slot best, by points. */
function bestRole(c: Candidate, slot: number, { plan }: ReturnType<typeof boardRules>) {
  const phases = plan.phases.flatMap((p) => Array.from({ length: p.slots }, () => p))
  const phase = phases[slot - 1]
  if (!phase) return undefined
  return c.roles
    .map(({ role }) => ({ role, points: total(pointsOf(c, role, phase, plan)) }))
    .sort((a, b) => b.points - a.points)[0]?.role
}
