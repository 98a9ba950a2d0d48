import { afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { openFor } from '../../platform/personal/person.ts'
import { query } from '../../platform/queries/query.ts'
import { refuseUnderHold } from '../archive/holds.ts'
import { because } from '../because.ts'
import { decision } from './answers.ts'
import { type Personal, personal } from './case-record.ts'

const params = z.object({ person: z.string() })

export const erase = command({
  name: 'person.erase',
  clause: 'G2',
  roles: ['legal'],
  path: '/people/:person/erase',
  summary: {
    zh: '销毁个人密钥：其资料不可再读，日志仍可验证',
    en: "Destroy a person's key: their data can never be read again, the log still verifies",
  },
  params,
  input: z.strictObject({ reason: z.enum(['asked-by-person', 'no-longer-needed', 'unlawful']) }),
  answer: z.object({ person: z.string(), cases: z.int() }),
  async run({ tx, actor, now, params: { person }, input }) {
    const found = await tx
      .selectFrom('person_key')
      .select('destroyed_at')
      .where('org_id', '=', actor.org)
      .where('person', '=', person)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('person', person) })
    const cases = await tx
      .selectFrom('after_sales_case')
      .select(['state', 'project_id'])
      .where('org_id', '=', actor.org)
      .where('person', '=', person)
      .execute()
    const answer = { person, cases: cases.length }
    if (found.destroyed_at !== null) return { events: [], answer }
    await refuseUnderHold({ tx, actor }, { person, projects: cases.flatMap((c) => c.project_id ?? []) })
    if (cases.some((c) => c.state !== 'closed'))
      throw new Refusal(because('case-of-person-open'), 'G2', {
        zh: '请先结案',
        en: 'Close their cases first',
      })
    await tx
      .updateTable('person_key')
      .set({ wrapped: null, lookup: [], destroyed_at: now })
      .where('org_id', '=', actor.org)
      .where('person', '=', person)
      .execute()
    await tx
      .updateTable('after_sales_case')
      .set({ sealed: null, order_lookup: null })
      .where('org_id', '=', actor.org)
      .where('person', '=', person)
      .execute()
    const event = { type: 'person.erased', subject: person, clause: 'G2', body: { ...input, cases: cases.length } }
    return { events: [event], answer }
  },
})

/** All that is held of a person, with the salts by which the commitments in the log can be checked. */
export const exportPerson = query({
  name: 'person.export',
  path: '/people/:person/export',
  summary: { zh: '导出某人的全部资料', en: 'All that is held of a person' },
  roles: ['legal', 'service'],
  params,
  query: z.object({}),
  answer: z.object({
    person: z.string(),
    since: z.string(),
    erased: z.string().nullable(),
    cases: z.array(
      z.object({
        id: z.string(),
        opened: z.string(),
        record: afterSalesCase,
        decision: decision.nullable(),
        personal: personal.nullable(),
        salt: z
          .string()
          .nullable()
          .describe('SHA-256(salt ‖ canonical JSON of `personal`) is the commitment in the log'),
      }),
    ),
  }),
  async run({ tx, actor, house, params: { person } }) {
    const found = await tx
      .selectFrom('person_key')
      .select((e) => [e.ref('created_at').as('since'), e.ref('destroyed_at').as('erased')])
      .where('org_id', '=', actor.org)
      .where('person', '=', person)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('person', person) })
    const cases = await tx
      .selectFrom('after_sales_case')
      .select(['id', 'created_at', 'body', 'decision', 'sealed'])
      .where('org_id', '=', actor.org)
      .where('person', '=', person)
      .orderBy('created_at')
      .execute()
    const sealed = cases.map((c) => ({ place: `case ${c.id}`, sealed: c.sealed }))
    const opened = await openFor<Personal>({ tx, actor, house }, person, sealed)
    return {
      person,
      ...found,
      cases: cases.map(({ id, created_at, body, decision }, i) => ({
        id,
        opened: created_at,
        record: body,
        decision,
        personal: opened[i]?.record ?? null,
        salt: opened[i]?.salt ?? null,
      })),
    }
  },
})
