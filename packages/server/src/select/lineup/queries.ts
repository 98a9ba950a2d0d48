import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { gateState, text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { lineupWith } from './lineup-with.ts'

const product = z.object({
  id: z.string(),
  title: z.string(),
  supplier: z.string(),
  state: gateState.describe('as it stands now'),
  price: z.object({ minor: z.number(), currency: z.string() }).nullable(),
})

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
        role: z.string().nullable(),
        product: product.nullable(),
        released: z.boolean(),
        locked: z.boolean(),
        changed: z.boolean().describe('its gates came out otherwise since the lineup was proposed or released'),
        points: z.looseObject({}).nullable(),
        why: text,
        substitute: product.nullable(),
        substituteWhy: text,
      }),
    ),
    leftOut: z.array(z.object({ product: product.nullable(), why: text }).loose()),
    conflicts: z.array(z.looseObject({})),
    filled: z.int(),
    released: z.int(),
    objective: z.number(),
    bound: z.number(),
    gap: z.number(),
    proven: z.boolean(),
    edited: z.boolean().describe('slots were changed by hand: objective and gap are of the lineup as it was proposed'),
    authors: z.array(z.string()).describe('none of them may release it'),
    proposedBy: z.string(),
    proposedAt: z.string(),
    releasedBy: z.string().nullable(),
    releasedAt: z.string().nullable(),
  }),
  async run({ tx, actor, params }) {
    const found = await lineupWith(tx, actor.org, params.project)
    if (!found) throw new Problem('not-found', { detail: `no lineup of project ${params.project} is proposed` })
    const { lineup, productOf } = found
    const { body, changed, ...rest } = lineup
    const { slots, leftOut, conflicts, objective, bound, gap, proven } = body
    return {
      ...rest,
      slots: slots.map((s) => ({
        slot: s.slot,
        phase: s.phase,
        role: s.role,
        product: productOf(s.product),
        released: s.released,
        locked: s.locked,
        changed: s.product !== null && changed.includes(s.product),
        points: s.points && { ...s.points },
        why: s.why,
        substitute: productOf(s.substitute),
        substituteWhy: s.substituteWhy,
      })),
      leftOut: leftOut.map((l) => ({ ...l, product: productOf(l.product) })),
      conflicts: conflicts.map((c) => ({ ...c })),
      objective,
      bound,
      gap,
      proven,
    }
  },
})

export const lineupQueries = [get]
