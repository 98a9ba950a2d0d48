import { PAPER_KINDS } from '@haixuan/domain/select/supplier/papers/papers'
import { authorisation, VERIFIED_HOW } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { gateState, text } from '../../../platform/http/schemas.ts'
import { checkedNumber } from './checked-number.ts'

const state = z.enum(['missing', 'wrong'])

export const reviewAnswer = z.object({
  id: z.string(),
  version: z.int(),
  day: z.string().describe('the day it is reviewed as of'),
  streams: z.array(
    z.object({
      project: z.string(),
      name: z.string(),
      day: z.string(),
      state: gateState,
      brands: z.array(z.string()),
      markets: z.array(z.string()),
    }),
  ),
  numbers: z.array(checkedNumber),
  documents: z
    .array(
      z.object({
        type: z.string(),
        name: text,
        state: z.enum(['valid', 'expired', 'not-yet', 'undated']),
        until: z.string().nullable().describe('last day it holds'),
      }),
    )
    .describe('in the order of the record'),
  wanted: z
    .array(
      z.object({
        part: z.enum(['document', 'number', 'inspection']),
        anyOf: z.array(z.object({ id: z.string(), name: text })),
        need: z.enum(['must', 'should']),
        row: z.string().describe('row of the matrix that asks for it, or `plan`'),
        held: z.boolean(),
        state: z.enum(['valid', 'expired', 'not-yet', 'undated']).nullable(),
      }),
    )
    .describe('P3: what the matrix asks of it'),
  papers: z.array(
    z.object({
      kind: z.enum(PAPER_KINDS),
      id: z.string(),
      name: text,
      until: z.string(),
      left: z.int().describe('days until its last day; negative when it has lapsed'),
      lapsesBefore: z.array(z.string()).describe('projects whose stream it does not reach'),
    }),
  ),
  inconsistencies: z.array(
    z.object({
      field: z.enum(['name', 'address', 'representative', 'number']),
      document: z.string(),
      found: z.string(),
      expected: z.string(),
      what: text,
    }),
  ),
  chains: z.array(
    z.object({
      brand: z.string(),
      market: z.string(),
      project: z.string(),
      day: z.string(),
      owner: z.string().nullable(),
      ok: z.boolean(),
      links: z.array(authorisation).describe('those that hold, from the owner on'),
      until: z.string().nullable().describe('last day the whole chain holds'),
      broken: z
        .object({
          from: z.string(),
          to: z.string(),
          fault: z.enum([
            'owner-unknown',
            'no-link',
            'not-yet',
            'expired',
            'territory',
            'channel',
            'sublicence',
            'evidence',
          ]),
          reason: text,
        })
        .nullable(),
    }),
  ),
  bank: z.object({
    account: z.string().nullable(),
    payableFrom: z.string().nullable(),
    faults: z.array(z.object({ fault: z.string(), state, account: z.string().optional(), what: text, remedy: text })),
    verifiers: z.int().describe('how many people verify it'),
    how: z.array(z.enum(VERIFIED_HOW)),
    coolingOffDays: z.int(),
  }),
  inspections: z
    .array(
      z.object({
        template: z.string(),
        name: text,
        day: z.string(),
        result: z.enum(['pass', 'conditional', 'fail']),
        score: z.number(),
        pass: z.number(),
        until: z.string().describe('last day it counts'),
        sections: z.array(z.object({ section: text, score: z.number() })),
        critical: z.array(z.object({ id: z.string(), text })).describe('critical items that failed'),
        overdue: z.array(z.object({ id: z.string(), text })).describe('corrective actions past their day'),
        fault: z.string().optional().describe('why it cannot be scored by the template as it is now'),
      }),
    )
    .describe('newest first'),
  decision: z
    .object({
      result: z.enum(['qualified', 'conditional', 'rejected']),
      lapses: z.string(),
      because: text.describe('what ends it on that day'),
      reasons: z.array(
        z.object({
          part: z.enum(['number', 'document', 'inspection', 'screening', 'owner', 'bank', 'consistency']),
          effect: z.enum(['reject', 'condition', 'note']),
          state,
          row: z.string().optional(),
          what: text,
          remedy: text,
        }),
      ),
    })
    .nullable()
    .describe('the decision the record as it stands gives; null for the supplier itself'),
})
