import type { Text } from '@haixuan/domain/kernel/errors'
import type { Candidate } from '@haixuan/domain/select/lineup/candidate'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import { Problem } from '../../platform/http/problem.ts'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { alternatives } from './alternatives.ts'
import { board, boardRole, conflict, leftOut, points, lineupProduct as product } from './answers.ts'
import { boardRules, candidatesNamed, judge, seatsOf } from './candidates.ts'
import { compare, versions } from './compare.ts'
import { lineupWith } from './lineup-with.ts'
import { scriptCards } from './script-cards.ts'

const get = query({
  name: 'lineup.get',
  path: '/projects/:project/lineup',
  summary: {
    zh: '排品：位次、产品、理由、替补与落选',
    en: 'The lineup: slots with their products, reasons and substitutes, and what is left out',
  },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({
    version: z.int(),
    slots: z.array(
      z.object({
        slot: z.int(),
        phase: z.string(),
        role: boardRole.nullable(),
        minutes: z.number().nullable().describe('set by hand; null: the usual ones'),
        product: product.nullable(),
        released: z.boolean(),
        locked: z.boolean(),
        changed: z.boolean().describe('its gates came out otherwise since the lineup was proposed or released'),
        points: points.nullable(),
        why: text,
        substitute: product.nullable(),
        substituteWhy: text,
      }),
    ),
    leftOut: z.array(leftOut),
    conflicts: z.array(conflict),
    filled: z.int(),
    released: z.int(),
    objective: z.number(),
    bound: z.number(),
    gap: z
      .number()
      .nullable()
      .describe('to the bound; null where an arrangement breaks limits that the bound rests on'),
    proven: z.boolean(),
    edited: z.boolean().describe('slots were changed by hand since it was proposed'),
    stops: z
      .array(z.object({ slots: z.array(z.int()), what: text, remedy: text }))
      .describe('what stops whoever asks from releasing it'),
    board: board.nullable().describe('absent for a lineup proposed before boards were kept'),
    authors: z.array(z.string()).describe('none of them may release it'),
    proposedBy: z.string(),
    proposedAt: z.string(),
    releasedBy: z.string().nullable(),
    releasedAt: z.string().nullable(),
    aired: z.boolean().describe('its stream has been on air: it stays as it was released'),
  }),
  async run({ tx, actor, params, house }) {
    const found = await lineupWith(tx, actor.org, params.project)
    if (!found) throw new Problem('not-found', { why: cause('lineup-not-proposed', { id: params.project }) })
    const { lineup, productOf } = found
    const { body, changed, plan, ...rest } = lineup
    const { slots, leftOut, conflicts, objective, bound, gap, proven } = body
    const named = [...slots.flatMap((s) => [s.product, s.substitute]), ...leftOut.map((l) => l.product)]
    const ids = named.filter((id) => id !== null)
    const seats = seatsOf(slots)
    const candidates = plan
      ? await candidatesNamed(tx, { org: actor.org, project: params.project }, ids)
      : new Map<string, Candidate>()
    const rules = plan && boardRules(house, plan, seats, body)
    const judged = rules && judge(seats, candidates, rules)
    return {
      ...rest,
      slots: slots.map((s) => ({
        slot: s.slot,
        phase: s.phase,
        role: s.role,
        minutes: s.minutes ?? null,
        product: productOf(s.product),
        released: s.released,
        locked: s.locked,
        changed: s.product !== null && changed.includes(s.product),
        points: s.points && { ...s.points },
        why: s.why,
        substitute: productOf(s.substitute),
        substituteWhy: s.substituteWhy,
      })),
      leftOut: leftOut.map((l) => ({ ...l, limits: [...l.limits], product: productOf(l.product) })),
      conflicts: conflicts.map((c) => ({ ...c, against: [...c.against] })),
      objective: judged?.objective ?? objective,
      bound,
      gap: judged ? judged.gap : gap,
      proven: proven && (judged?.within ?? true),
      stops: stopsOf(lineup, (id) => productOf(id)?.state === 'passed', actor.name),
      board: rules &&
        plan && {
          plan,
          roles: rules.roles,
          certified: rules.certified,
          candidates: [...candidates.values()].map((c) => ({ ...c, roles: [...c.roles] })),
        },
    }
  },
})

type Stop = { slots: number[]; what: Text; remedy: Text }
type Stored = NonNullable<Awaited<ReturnType<typeof lineupWith>>>['lineup']

/** What the release would be refused for, told before it is asked for. */
function stopsOf({ body, authors, releasedAt }: Stored, passed: (id: string) => boolean, me: string): Stop[] {
  const stops: Stop[] = []
  const where = (held: (product: string | null) => boolean) =>
    body.slots.filter((s) => held(s.product)).map((s) => s.slot)
  const stop = (slots: number[], what: Text, remedy: Text) => void stops.push({ slots, what, remedy })
  if (releasedAt !== null)
    stop([], { zh: '已放行', en: 'It is released' }, { zh: '无需再次放行', en: 'It needs no further release' })
  const empty = where((p) => p === null)
  if (empty.length > 0)
    stop(
      empty,
      {
        zh: `${empty.length}个位次为空`,
        en: empty.length === 1 ? 'One slot is empty' : `${empty.length} slots are empty`,
      },
      { zh: '请放入产品，或减少位次后重新排品', en: 'Put products in, or plan fewer slots and propose again' },
    )
  const held = where((p) => p !== null && !passed(p))
  if (held.length > 0)
    stop(
      held,
      {
        zh: `${held.length}个位次的产品尚未通过各关口`,
        en:
          held.length === 1
            ? 'The product of one slot has not passed every gate'
            : `The products of ${held.length} slots have not passed every gate`,
      },
      { zh: '请补齐所缺，或换上替补', en: 'Complete what they lack, or put substitutes in' },
    )
  if (authors.includes(me))
    stop(
      [],
      { zh: '您参与了本次排品', en: 'You had a hand in this lineup' },
      { zh: '请由未参与排品的同事放行', en: 'Have someone release it who had none' },
    )
  return stops
}

export const lineupQueries = [get, alternatives, versions, compare, scriptCards]
