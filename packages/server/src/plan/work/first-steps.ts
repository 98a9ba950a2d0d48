import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES, type MemberRole, mayAct } from '../../platform/commands/actor.ts'
import { query } from '../../platform/queries/query.ts'
import { APPROVERS } from '../project/approvers.ts'

/** What a new organisation does first, in this order, each with those who may. */
const STEPS = {
  organisation: ['owner'],
  people: ['owner'],
  lists: ['legal'],
  project: ['selection'],
  approval: APPROVERS,
  candidates: ['selection', 'sourcing'],
  supplier: ['sourcing', 'quality', 'legal'],
  lineup: ['selection', 'quality', 'legal'],
} as const satisfies Record<string, readonly MemberRole[]>
type Step = keyof typeof STEPS
const steps = Object.keys(STEPS) as [Step, ...Step[]]

type Facts = Record<Step, boolean> & { readonly first: string | null; readonly seller: string | null }

/** F1 · How far an organisation has come that is new here: each first step by what is on record, none by a tick. */
export const firstSteps = query({
  name: 'today.first-steps',
  path: '/today/first-steps',
  summary: { zh: '新组织的起步：每一步是否已有记录', en: 'The first steps of an organisation, by what is on record' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    steps: z.array(
      z.object({
        step: z.enum(steps),
        done: z.boolean(),
        may: z.boolean().describe('whether I may do it'),
        roles: z.array(z.enum(MEMBER_ROLES)).describe('whose it is'),
      }),
    ),
    over: z.boolean().describe('all done, or a first lineup released: the organisation has found its way'),
    project: z.string().nullable().describe('the project that came first'),
    supplier: z.string().nullable().describe('the supplier to be decided on first'),
  }),
  async run({ tx, actor }) {
    const { org } = actor
    const { rows } = await sql<Facts>`
      with project_of as (select id, state, created_at from project where org_id = ${org})
      select
        exists (select 1 from organisation_setting where org_id = ${org} and name = 'organisation') as organisation,
        (select count(*) > 1 from member where org_id = ${org})
          or exists (select 1 from invitation where org_id = ${org}) as people,
        exists (select 1 from screening_list where org_id = ${org} and withdrawn_at is null) as lists,
        exists (select 1 from project_of) as project,
        exists (select 1 from project_of where state = 'passed') as approval,
        exists (select 1 from product where org_id = ${org}) as candidates,
        exists (select 1 from supplier where org_id = ${org} and decision in ('qualified', 'conditional')) as supplier,
        exists (select 1 from lineup where org_id = ${org} and released_at is not null) as lineup,
        (select id from project_of order by created_at, id limit 1) as first,
        (select id from supplier where org_id = ${org} and decision is null order by created_at, id limit 1) as seller
    `.execute(tx)
    const { first, seller, ...done } = rows[0] as Facts
    return {
      steps: steps.map((step) => ({
        step,
        done: done[step],
        may: mayAct(actor, STEPS[step]),
        roles: [...STEPS[step]],
      })),
      over: done.lineup || steps.every((step) => done[step]),
      project: first,
      supplier: seller,
    }
  },
})
