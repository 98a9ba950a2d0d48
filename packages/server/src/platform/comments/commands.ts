import { z } from 'zod'
import { cause } from '../cause.ts'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { type Asked, command } from '../commands/command.ts'
import { checkSeen } from '../commands/seen.ts'
import { Problem } from '../http/problem.ts'
import { missing } from '../http/records.ts'
import { recorded } from '../http/schemas.ts'
import { tellPeople } from '../notifications/tell.ts'
import { checkRecord, projectOf, type RecordAt, recordAt } from './records.ts'

const INSIDE = MEMBER_ROLES.filter((role) => role !== 'supplier' && role !== 'auditor')
const CLAUSE = 'F1'
const EXCERPT = 80

const text = z.string().trim().min(1).max(5_000)
const mentions = z.array(z.string()).max(50).default([]).describe('accounts of members, who are told')
const ofComment = z.object({ comment: z.string() })

const add = command({
  name: 'comment.add',
  clause: CLAUSE,
  roles: INSIDE,
  path: '/comments',
  summary: { zh: '在记录上留言，可提及同事', en: 'Comment on a record, mentioning colleagues' },
  params: z.object({}),
  input: recordAt.extend({ text, mentions }).strict(),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input, command } = asked
    await checkRecord(asked, input)
    const people = await membersOf(asked, input.mentions)
    const id = `C-${crypto.randomUUID()}`
    await tx
      .insertInto('comment')
      .values({
        org_id: actor.org,
        id,
        version: 1,
        kind: input.kind,
        project_id: projectOf(input),
        subject: input.id,
        text: input.text,
        mentions: people.map((p) => p.user_id),
        user_id: actor.user,
        author: actor.name,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await mention(asked, id, input, input.text, people)
    // what was said stays out of the log: it can be taken back
    const body = { command, comment: id, on: input.kind, mentions: people.map((p) => p.name) }
    const event = { type: 'comment.added', subject: input.id, clause: CLAUSE, project: input.project, body }
    return { events: [event], answer: { id, version: 1 }, version: 1, created: true }
  },
})

const change = command({
  name: 'comment.change',
  clause: CLAUSE,
  roles: INSIDE,
  path: '/comments/:comment/change',
  versioned: true,
  summary: { zh: '修改自己的留言', en: 'Change a comment of one’s own' },
  params: ofComment,
  input: z.strictObject({ text, mentions }),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input, command } = asked
    const before = await ownComment(asked)
    await checkSeen(asked, before.id, before.version)
    const people = await membersOf(asked, input.mentions)
    const version = before.version + 1
    await tx
      .updateTable('comment')
      .set({ text: input.text, mentions: people.map((p) => p.user_id), version, updated_at: now })
      .where('org_id', '=', actor.org)
      .where('id', '=', before.id)
      .execute()
    const fresh = people.filter((p) => !before.mentions.includes(p.user_id))
    await mention(asked, before.id, placeOf(before), input.text, fresh)
    const body = { command, comment: before.id, version }
    const event = { type: 'comment.changed', subject: before.subject, clause: CLAUSE, body }
    return { events: [event], answer: { id: before.id, version }, version }
  },
})

const remove = command({
  name: 'comment.remove',
  clause: CLAUSE,
  roles: INSIDE,
  path: '/comments/:comment/remove',
  summary: { zh: '撤回自己的留言', en: 'Take back a comment of one’s own' },
  params: ofComment,
  input: z.strictObject({}),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, command } = asked
    const before = await ownComment(asked)
    const version = before.version + 1
    await tx
      .updateTable('comment')
      .set({ text: '', mentions: [], version, updated_at: now, removed_at: now })
      .where('org_id', '=', actor.org)
      .where('id', '=', before.id)
      .execute()
    const body = { command, comment: before.id }
    const event = { type: 'comment.removed', subject: before.subject, clause: CLAUSE, body }
    return { events: [event], answer: { id: before.id, version }, version }
  },
})

type Person = { readonly user_id: string; readonly name: string }

/** Members of the house among these accounts; a supplier's account sees no comments. @throws Problem */
async function membersOf({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, users: readonly string[]): Promise<Person[]> {
  const wanted = [...new Set(users)]
  if (wanted.length === 0) return []
  const people = await tx
    .selectFrom('member')
    .select(['user_id', 'name'])
    .where('org_id', '=', actor.org)
    .where('user_id', 'in', wanted)
    .where('supplier_id', 'is', null)
    .execute()
  if (people.length < wanted.length)
    throw new Problem('bad-input', { field: 'mentions', why: cause('mention-not-member') })
  return people
}

async function mention(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  comment: string,
  about: Pick<RecordAt, 'id' | 'project'> & { readonly kind: string },
  text: string,
  people: readonly Person[],
): Promise<void> {
  if (people.length === 0) return
  const { kind, id, project } = about
  await tellPeople(
    tx,
    { actor, now },
    {
      kind: 'mention',
      users: people.map((p) => p.user_id),
      about: { kind, id, project },
      facts: { comment, excerpt: text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text },
    },
  )
}

/** A comment of whoever asks, locked. Someone else's is refused. @throws Problem */
async function ownComment({ tx, actor, params }: Pick<Asked<{ comment: string }>, 'tx' | 'actor' | 'params'>) {
  const row = await tx
    .selectFrom('comment')
    .select(['id', 'version', 'kind', 'project_id', 'subject', 'mentions', 'user_id'])
    .where('org_id', '=', actor.org)
    .where('id', '=', params.comment)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('comment', params.comment) })
  if (row.user_id !== actor.user) throw new Problem('not-allowed', { why: cause('comment-of-other') })
  return row
}

const placeOf = (row: { kind: string; project_id: string; subject: string }) => ({
  kind: row.kind,
  id: row.subject,
  project: row.project_id || undefined,
})

export const commentCommands = [add, change, remove]
