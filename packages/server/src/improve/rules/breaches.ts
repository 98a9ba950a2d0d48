import { Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { because } from '../because.ts'
import { newestOf, ruleParams } from './publish.ts'

const params = z.object({ breach: z.string() })
const words = z.string().trim().min(2).max(2000)
export const BREACH_STATES = ['recorded', 'appealed', 'upheld', 'lifted'] as const
export type BreachState = (typeof BREACH_STATES)[number]

const said = z.object({ by: z.string(), at: z.string(), reason: z.string() })
/** A breach, and what followed. */
export const breachBody = z.object({
  what: z.string(),
  measure: z.string(),
  appeal: said.optional(),
  decision: said.optional(),
})
type Body = z.output<typeof breachBody>

export const recordBreach = command({
  name: 'management-rule.record-breach',
  clause: 'T1',
  roles: ['legal', 'quality', 'live-control'],
  path: '/management-rules/:rule/record-breach',
  summary: { zh: '登记违反制度的行为与处理', en: 'Record a breach of a rule, and what follows from it' },
  params: ruleParams,
  input: z.strictObject({ person: z.string().min(1), what: words, measure: words }),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input, params } = asked
    const rule = await newestOf(asked, params.rule)
    if (!rule) throw new Problem('not-found', { why: missing('management-rule', params.rule) })
    const { person, ...told } = input
    const id = `B-${crypto.randomUUID()}`
    await tx
      .insertInto('rule_breach')
      .values({
        org_id: actor.org,
        id,
        version: 1,
        rule_id: params.rule,
        rule_version: rule.version,
        person,
        body: JSON.stringify(told),
        state: 'recorded',
        recorded_by: actor.name,
        created_at: now,
        updated_at: now,
      })
      .execute()
    const event = { rule: params.rule, version: rule.version, person, ...told }
    return {
      events: [{ type: 'breach.recorded', subject: id, clause: 'T1', body: event }],
      answer: { id, version: 1 },
      version: 1,
      created: true,
    }
  },
})

async function breachForUpdate(asked: Pick<Asked<{ breach: string }>, 'tx' | 'actor' | 'version' | 'params'>) {
  const { tx, actor, params } = asked
  const row = await tx
    .selectFrom('rule_breach')
    .select(['id', 'version', 'state', 'person', 'body', 'recorded_by'])
    .where('org_id', '=', actor.org)
    .where('id', '=', params.breach)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('breach', params.breach) })
  await checkSeen(asked, row.id, row.version)
  return { ...row, body: breachBody.parse(row.body) }
}

async function save(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  id: string,
  before: number,
  state: BreachState,
  next: Body,
) {
  const version = before + 1
  await tx
    .updateTable('rule_breach')
    .set({ state, version, body: JSON.stringify(next), updated_at: now })
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .execute()
  const event = { type: `breach.${state}`, subject: id, clause: 'T1', body: { version, ...next } }
  return { events: [event], answer: { id, version }, version }
}

export const appeal = command({
  name: 'breach.appeal',
  clause: 'T1',
  roles: MEMBER_ROLES.filter((role) => role !== 'supplier' && role !== 'auditor'),
  path: '/breaches/:breach/appeal',
  summary: { zh: '本人对处理提出申诉', en: 'Appeal against a breach, as the person concerned' },
  params,
  input: z.strictObject({ reason: words }),
  answer: recorded,
  async run(asked) {
    const breach = await breachForUpdate(asked)
    if (breach.person !== asked.actor.name || breach.state !== 'recorded')
      throw new Refusal(because('appeal-once'), 'T1', {
        zh: '由本人提出，仅一次',
        en: 'Have the person concerned appeal',
      })
    const told = { by: asked.actor.name, at: asked.now, reason: asked.input.reason }
    return save(asked, breach.id, breach.version, 'appealed', { ...breach.body, appeal: told })
  },
})

export const decideAppeal = command({
  name: 'breach.decide',
  clause: 'T1',
  roles: ['legal'],
  path: '/breaches/:breach/decide',
  versioned: true,
  summary: {
    zh: '由记录人与当事人以外的人裁定申诉',
    en: 'Decide an appeal, as someone other than who recorded the breach and whom it concerns',
  },
  params,
  input: z.strictObject({ decision: z.enum(['upheld', 'lifted']), reason: words }),
  answer: recorded,
  async run(asked) {
    const { actor, now, input } = asked
    const breach = await breachForUpdate(asked)
    if (breach.state !== 'appealed' || [breach.person, breach.recorded_by].includes(actor.name))
      throw new Refusal(because('appeal-decided-once'), 'T1', {
        zh: '请由另一人裁定',
        en: 'Have another person decide it',
      })
    const decision = { by: actor.name, at: now, reason: input.reason }
    return save(asked, breach.id, breach.version, input.decision, { ...breach.body, decision })
  },
})
