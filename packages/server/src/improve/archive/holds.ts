import { Refusal } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Asked, command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { because } from '../because.ts'

const words = z.string().trim().min(2).max(2000)
const params = z.object({ hold: z.string() })
const about = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('organisation') }),
  z.strictObject({ about: z.literal('project'), subject: z.string().min(1) }),
  z.strictObject({ about: z.literal('person'), subject: z.string().min(1) }),
])

const place = command({
  name: 'legal-hold.place',
  clause: 'T2',
  roles: ['legal'],
  path: '/legal-holds',
  summary: {
    zh: '设置法律保留：争议或调查期间，其记录不得删除',
    en: 'Place a legal hold: while it stands nothing of the records is deleted',
  },
  params: z.object({}),
  input: z.strictObject({ of: about, reason: words }),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input } = asked
    const subject = 'subject' in input.of ? input.of.subject : null
    if (subject !== null) await mustExist(asked, input.of.about as 'project' | 'person', subject)
    const id = `H-${crypto.randomUUID()}`
    await tx
      .insertInto('legal_hold')
      .values({
        org_id: actor.org,
        id,
        version: 1,
        about: input.of.about,
        subject,
        reason: input.reason,
        placed_by: actor.name,
        placed_at: now,
      })
      .execute()
    const project = input.of.about === 'project' ? (subject ?? undefined) : undefined
    const event = { type: 'legal-hold.placed', subject: id, clause: 'T2', project, body: { ...input } }
    return { events: [event], answer: { id, version: 1 }, version: 1, created: true }
  },
})

async function mustExist({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, about: 'project' | 'person', subject: string) {
  const found =
    about === 'project'
      ? await tx.selectFrom('project').select('id').where('org_id', '=', actor.org).where('id', '=', subject).execute()
      : await tx
          .selectFrom('person_key')
          .select('person')
          .where('org_id', '=', actor.org)
          .where('person', '=', subject)
          .execute()
  if (found.length === 0) throw new Problem('not-found', { why: missing(about, subject) })
}

const lift = command({
  name: 'legal-hold.lift',
  clause: 'T2',
  roles: ['legal'],
  path: '/legal-holds/:hold/lift',
  versioned: true,
  summary: {
    zh: '解除法律保留：由设置人以外的人说明理由',
    en: 'Lift a legal hold, with a reason, as someone other than who placed it',
  },
  params,
  input: z.strictObject({ reason: words }),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input } = asked
    const row = await tx
      .selectFrom('legal_hold')
      .select(['id', 'version', 'placed_by', 'lifted_at', 'about', 'subject'])
      .where('org_id', '=', actor.org)
      .where('id', '=', asked.params.hold)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new Problem('not-found', { why: missing('legal-hold', asked.params.hold) })
    await checkSeen(asked, row.id, row.version)
    if (row.lifted_at !== null || row.placed_by === actor.name)
      throw new Refusal(because('legal-hold-second-person'), 'T2', {
        zh: '请由另一人解除',
        en: 'Have another person lift it',
      })
    const version = row.version + 1
    await tx
      .updateTable('legal_hold')
      .set({ version, lifted_by: actor.name, lifted_at: now, lift_reason: input.reason })
      .where('org_id', '=', actor.org)
      .where('id', '=', row.id)
      .execute()
    const project = row.about === 'project' ? (row.subject ?? undefined) : undefined
    const event = { type: 'legal-hold.lifted', subject: row.id, clause: 'T2', project, body: { ...input } }
    return { events: [event], answer: { id: row.id, version }, version }
  },
})

/** Refuses to delete what a hold keeps: of the organisation, of the person, or of a project they are in. @throws Refusal */
export async function refuseUnderHold(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  { person, projects }: { readonly person: string; readonly projects: readonly string[] },
): Promise<void> {
  const hold = await tx
    .selectFrom('legal_hold')
    .select(['id', 'placed_by', 'reason'])
    .where('org_id', '=', actor.org)
    .where('lifted_at', 'is', null)
    .where(
      sql<boolean>`(about = 'organisation' or (about = 'person' and subject = ${person})
        or (about = 'project' and subject = any(${projects})))`,
    )
    .limit(1)
    .executeTakeFirst()
  if (hold)
    throw new Refusal(
      because('legal-hold-keeps', { id: hold.id, placedby: hold.placed_by, reason: hold.reason }),
      'T2',
      {
        zh: '处于法律保留，不得删除；解除保留后再办',
        en: 'Have the hold lifted first',
      },
    )
}

const list = query({
  name: 'legal-hold.list',
  path: '/legal-holds',
  summary: { zh: '法律保留', en: 'Legal holds' },
  params: z.object({}),
  query: pageOf(['placed']).extend({
    sort: z.enum(['placed', '-placed']).default('-placed'),
    standing: z.stringbool().optional().describe('not lifted'),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      about: z.enum(['organisation', 'project', 'person']),
      subject: z.string().nullable(),
      reason: z.string(),
      placedBy: z.string(),
      placedAt: z.string(),
      liftedBy: z.string().nullable(),
      liftedAt: z.string().nullable(),
      liftReason: z.string().nullable(),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`h.placed_at`, id: sql`h.id` })
    const rows = await tx
      .selectFrom('legal_hold as h')
      .select([
        'h.id',
        'h.version',
        'h.about',
        'h.subject',
        'h.reason',
        'h.placed_by as placedBy',
        'h.placed_at as placedAt',
        'h.lifted_by as liftedBy',
        'h.lifted_at as liftedAt',
        'h.lift_reason as liftReason',
      ])
      .where('h.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`h.id`,
            sql`h.subject`,
            sql`h.reason`,
            sql`h.placed_by`,
            sql`h.lifted_by`,
            sql`h.lift_reason`,
            sql`(select j.name from project j where j.org_id = h.org_id and j.id = h.subject)`,
          ],
        }),
      )
      .$if(page.standing !== undefined, (q) => q.where('h.lifted_at', page.standing ? 'is' : 'is not', null))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.placedAt, r.id])
  },
})

export const holdCommands = [place, lift]
export const holdQueries = [list]
