import { asked } from '@haixuan/domain/kernel/asked'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'

/** A question of the short test; `right` is the place of the right answer, from 0. */
const question = z
  .strictObject({
    question: z.string().trim().min(1).max(500),
    answers: z.array(z.string().trim().min(1).max(300)).min(2).max(6),
    right: z.int().nonnegative(),
  })
  .refine((q) => q.right < q.answers.length, asked.answer)

export const ruleBody = z.strictObject({
  text: z.string().trim().min(1).max(50_000),
  changes: z.string().trim().max(2000).optional(),
  questions: z.array(question).max(20).default([]),
})
const people = z.array(z.string().min(1)).max(500).describe('names of members')
const roles = z.array(z.enum(MEMBER_ROLES)).describe('whoever has one of them, also who joins later')
type Must = { readonly people: readonly string[]; readonly roles: readonly string[] }

export const ruleParams = z.object({ rule: z.string() })

export const publish = command({
  name: 'management-rule.publish',
  clause: 'T1',
  roles: ['legal'],
  path: '/management-rules',
  summary: {
    zh: '发布管理制度的新版本，指明须签收的人',
    en: 'Publish a version of a management rule, and who must acknowledge it',
  },
  params: z.object({}),
  input: ruleBody.extend({
    id: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)
      .describe('the same for all its versions'),
    title: z.string().trim().min(1).max(200),
    acknowledges: z.union([
      z.strictObject({ roles: roles.min(1), people: people.default([]) }),
      z.strictObject({ people: people.min(1) }),
    ]),
  }),
  answer: z.object({ id: z.string(), version: z.int() }),
  async run(asked) {
    const { tx, actor, now, input, house } = asked
    const before = await newestOf(asked, input.id)
    if (before) await checkSeen(asked, ruleSubject(input.id), before.version)
    const version = (before?.version ?? 0) + 1
    await tx
      .updateTable('management_rule')
      .set({ newest: false })
      .where('org_id', '=', actor.org)
      .where('id', '=', input.id)
      .where('newest', '=', true)
      .execute()
    const { id, title, acknowledges, ...body } = input
    const { people, roles }: Must = { roles: [], ...acknowledges }
    await tx
      .insertInto('management_rule')
      .values({
        org_id: actor.org,
        id: input.id,
        version,
        title,
        body: JSON.stringify(body),
        people: [...people],
        roles: [...roles],
        published: dayHere(house, now),
        published_by: actor.name,
      })
      .execute()
    const told = { version, title, ...body, people, roles }
    return {
      events: [{ type: 'management-rule.published', subject: ruleSubject(input.id), clause: 'T1', body: told }],
      answer: { id, version },
      version,
      created: !before,
    }
  },
})

const ruleSubject = (id: string) => `rule:${id}`

export const newestOf = ({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, id: string) =>
  tx
    .selectFrom('management_rule')
    .select(['version', 'body', 'title'])
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .where('newest', '=', true)
    .forUpdate()
    .executeTakeFirst()

export const acknowledge = command({
  name: 'management-rule.acknowledge',
  clause: 'T1',
  roles: MEMBER_ROLES.filter((role) => role !== 'supplier' && role !== 'auditor'),
  path: '/management-rules/:rule/acknowledge',
  summary: {
    zh: '本人签收制度的当前版本，并答对小测',
    en: 'Acknowledge the newest version oneself, answering its short test',
  },
  params: ruleParams,
  input: z.strictObject({
    version: z.int().positive().describe('the one that was read'),
    answers: z.array(z.int().nonnegative()).max(20).default([]),
  }),
  answer: z.object({ id: z.string(), version: z.int(), acknowledged: z.string() }),
  async run(asked) {
    const { tx, actor, now, input, params } = asked
    const rule = await newestOf(asked, params.rule)
    if (!rule) throw new Problem('not-found', { why: missing('management-rule', params.rule) })
    if (rule.version !== input.version)
      throw new Problem('stale', {
        why: because('rule-version-newer', { version: rule.version }),
        version: rule.version,
        seen: input.version,
      })
    const { questions } = ruleBody.parse(rule.body)
    const wrong = questions.filter((q, i) => input.answers[i] !== q.right).length
    if (wrong > 0)
      throw new Refusal(because('answers-not-right', { wrong, questions: questions.length }), 'T1', {
        zh: '请重读制度后再作答',
        en: 'Read the rule again, then answer',
      })
    const done = await tx
      .insertInto('rule_acknowledgement')
      .values({ org_id: actor.org, rule_id: params.rule, version: rule.version, name: actor.name, at: now })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    const body = { version: rule.version, questions: questions.length }
    const event = { type: 'management-rule.acknowledged', subject: ruleSubject(params.rule), clause: 'T1', body }
    return {
      events: done.numInsertedOrUpdatedRows === 0n ? [] : [event],
      answer: { id: params.rule, version: rule.version, acknowledged: actor.name },
    }
  },
})
