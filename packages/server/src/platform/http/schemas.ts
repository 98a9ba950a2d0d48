import { z } from 'zod'

/** What every record answers with after a command. */
export const recorded = z.object({ id: z.string(), version: z.int().positive() })
export const gateState = z.enum(['passed', 'conditional', 'open'])
export const recordedDecided = recorded.extend({ state: gateState })

export const text = z.object({ zh: z.string(), en: z.string() })

/** application/problem+json, RFC 9457, with a stable code. */
export const problem = z.looseObject({
  type: z.string(),
  code: z.string(),
  status: z.int(),
  title: z.string(),
  text,
  detail: z.string().optional(),
  field: z.string().optional(),
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
