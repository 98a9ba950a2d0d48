import { ROLES } from '@haixuan/domain/gate/words'
import { storedPlan } from '@haixuan/domain/select/lineup/board/stored-plan'
import { z } from 'zod'
import { gateState, text } from '../../platform/http/schemas.ts'

export const cash = z.object({ minor: z.number(), currency: z.string() })
export const boardRole = z.enum(ROLES)

/** What a browser needs of a candidate to judge an arrangement by itself. */
export const boardCandidate = z.object({
  id: z.string(),
  title: z.string(),
  roles: z.array(z.object({ role: boardRole, score: z.number() })),
  class: z.string().optional(),
  supplier: z.string().optional(),
  brand: z.string().optional(),
  price: cash,
  margin: cash,
  units: z.number(),
  stock: z.number().optional(),
  themeFit: z.number(),
  minutes: z.number().optional(),
  released: z.boolean(),
  excluded: text.optional(),
})

export const points = z.object({
  margin: z.number(),
  theme: z.number(),
  role: z.number(),
  phase: z.number(),
  provisional: z.number(),
})

export const lineupProduct = z.object({
  id: z.string(),
  title: z.string(),
  supplier: z.string(),
  supplierName: z.string().nullable(),
  state: gateState.describe('as it stands now'),
  price: cash.nullable(),
})

export const leftOut = z.object({
  product: lineupProduct.nullable(),
  short: z.number().nullable().describe('points it lacks in its best exchange; null when none is possible'),
  instead: z.string().nullable(),
  role: boardRole,
  limits: z.array(z.string()),
  bringsIn: z.object({
    margin: cash.optional(),
    stock: z.number().optional(),
    themeFit: z.number().optional(),
    released: z.literal(true).optional(),
  }),
  why: text,
})

export const conflict = z.object({
  limit: z.string(),
  firm: z.boolean(),
  by: z.number(),
  against: z.array(z.string()),
  text,
})

/** All that an arrangement is judged by, so that a browser judges as the server does. */
export const board = z.object({
  plan: storedPlan,
  roles: z.record(boardRole, text),
  certified: z.object({ bound: z.number(), violations: z.number() }),
  candidates: z.array(boardCandidate).describe('those in slots, their substitutes, and those explained as left out'),
})
