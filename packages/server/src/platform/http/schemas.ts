import { GATES, OWNERS, SEVERITIES } from '@haixuan/domain/gate/words'
import { z } from 'zod'
import { PROBLEMS, type ProblemCode } from './problem.ts'

/** What every record answers with after a command. */
export const recorded = z.object({ id: z.string(), version: z.int().positive() })
export const gateState = z.enum(['passed', 'conditional', 'open'])
export const recordedDecided = recorded.extend({ state: gateState })

export const text = z.object({ zh: z.string(), en: z.string() })

/** What a check saw, with the waiver that covers it, if one does. */
export const finding = z.object({
  check: z.string(),
  clause: z.string(),
  gate: z.enum(GATES),
  rule: z.string().optional(),
  source: z.string().optional(),
  severity: z.enum(SEVERITIES),
  statutory: z.boolean(),
  subject: z.string(),
  market: z.string().optional(),
  state: z.enum(['missing', 'wrong']),
  what: text,
  remedy: text,
  owner: z.enum(OWNERS),
  due: z.string().optional(),
  span: z.object({ field: z.string(), from: z.int(), to: z.int(), words: z.string() }).optional(),
  waived: z.object({ until: z.string(), by: z.string(), reason: z.string() }).optional(),
})

/** Why exactly: a stable code, what it says, and the values it speaks of; of a field of the input, or a place in a file. */
const reason = z.object({
  code: z.string(),
  text,
  values: z.record(z.string(), z.unknown()).optional(),
  field: z.string().optional(),
  name: text.optional().describe('what the field is called'),
  place: z.string().optional(),
})

/** application/problem+json, RFC 9457, with a stable code. */
export const problem = z.looseObject({
  type: z.string(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  status: z.int(),
  title: z.string(),
  text,
  detail: z.string().optional(),
  field: z.string().optional(),
  place: z.string().optional(),
  reasons: z.array(reason).optional(),
  clause: z.string().optional(),
  remedy: text.optional(),
  instance: z.string().optional(),
})
export const problems = {
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  412: problem,
  422: problem,
  428: problem,
  429: problem,
} as const
