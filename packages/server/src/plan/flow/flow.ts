import { allChecks } from '@haixuan/domain/flow/all-checks'
import { type Counts, chartOf } from '@haixuan/domain/flow/flow-chart'
import type { StateCount } from '@haixuan/domain/flow/flow-counts'
import { GATES, OWNERS } from '@haixuan/domain/gate/words'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { gateState, text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { streamOver } from '../project/stream-over.ts'
import { countClauses, countClosing, countGates, countOwed, topBlockers } from './counts.ts'

const counts = { passed: z.int(), conditional: z.int(), open: z.int() }
const titleOf = new Map(allChecks.map((c) => [c.id, c.title]))

/** F1 · The live flowchart of a project: counts at every gate and clause, what blocks most, and who owes what by when. */
export const flow = query({
  name: 'project.flow',
  path: '/projects/:project/flow',
  summary: {
    zh: '流程图：各关口与条款的数量、主要阻碍、谁在何日前欠什么',
    en: 'The flow: counts at every gate and clause, what blocks most, who owes what by when',
  },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({
    project: z.object({
      id: z.string(),
      name: z.string(),
      theme: z.string(),
      day: z.string(),
      time: z.string().nullable(),
      zone: z.string().nullable(),
      markets: z.array(z.string()),
      state: gateState,
      closedAt: z.string().nullable(),
      startedAt: z.string().nullable().describe('when it went on air; null as long as it has not'),
      endedAt: z.string().nullable(),
    }),
    stages: z.array(
      z.object({
        stage: z.enum(['plan', 'select', 'supervise', 'improve']),
        steps: z.array(
          z.object({
            step: z.enum([...GATES, 'lineup']),
            clauses: z.array(z.string()),
            ...counts,
            subject: z.enum(['plan', 'supplier', 'product', 'slot']),
            subjects: z.int(),
            nodes: z.array(
              z.object({
                clause: z.string(),
                ...counts,
                waiting: z.int().describe('of those passed: held by nothing only because nothing is on record yet'),
              }),
            ),
          }),
        ),
      }),
    ),
    blockers: z
      .array(
        z.object({
          kind: z.enum(['plan', 'supplier', 'product']),
          check: z.string(),
          title: text,
          subjects: z.int(),
          findings: z.int(),
          wrong: z
            .int()
            .describe('subjects of which a recorded fact contradicts a rule; of the rest something is missing'),
          statutory: z.int().describe('subjects held by law, which nobody may waive'),
          owners: z.array(z.string()),
          due: z.string(),
        }),
      )
      .describe('the findings that hold most, recorded faults first'),
    blockerKinds: z.int(),
    owes: z.array(z.object({ owner: z.enum(OWNERS), due: z.string(), subjects: z.int(), findings: z.int() })),
  }),
  async run({ tx, actor, house, params }) {
    const of = { tx, org: actor.org, project: params.project }
    const now = house.clock()
    const day = dayHere(house, now)
    const found = await tx
      .selectFrom('project as p')
      .leftJoin('live_show as s', (on) => on.onRef('s.org_id', '=', 'p.org_id').onRef('s.project_id', '=', 'p.id'))
      .select((e) => ['p.id', 'p.name', 'p.day', 'p.state', e.ref('p.closed_at').as('closedAt'), 'p.plan'])
      .select((e) => [e.ref('s.started_at').as('startedAt'), e.ref('s.ended_at').as('endedAt')])
      .select(streamOver('p', { day, now }).as('over'))
      .where('p.org_id', '=', actor.org)
      .where('p.id', '=', params.project)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('project', params.project) })
    const gates = await countGates(of)
    const countAt = (step: string): StateCount => ({
      passed: 0,
      conditional: 0,
      open: 0,
      ...Object.fromEntries(gates.filter((r) => r.step === step).map((r) => [r.state, r.count])),
    })
    const counted = Object.fromEntries([...GATES, 'lineup'].map((step) => [step, countAt(step)])) as Counts
    // nothing blocks a stream that is over: it owes what closes it
    const { rows, kinds } = found.over ? { rows: [], kinds: 0 } : await topBlockers(of)
    const { plan, over: _, ...project } = found
    return {
      project: {
        ...project,
        theme: plan.theme,
        time: plan.time ?? null,
        zone: plan['time-zone'] ?? null,
        markets: plan.markets,
      },
      stages: chartOf(counted, await countClauses(of)) as never,
      blockers: rows.map((r) => ({ ...r, title: titleOf.get(r.check) ?? { zh: r.check, en: r.check } })),
      blockerKinds: kinds,
      owes: (found.over ? await countClosing({ ...of, day, now }) : await countOwed(of)) as never,
    }
  },
})
