import { createHash } from 'node:crypto'
import { LANGUAGES, TEMPLATE_KINDS, type TemplateKind } from '@haixuan/domain/templates/template-schema'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import type { Question } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { templateOf } from './own-texts.ts'
import { sayingIn } from './values/said.ts'
import { valuesOf } from './values/values-of.ts'

const TYPE = 'letter.sent'
const WAYS = ['mail', 'copy'] as const
/** Who writes letters about records. */
const WRITERS = ['selection', 'sourcing', 'quality', 'legal', 'finance', 'service'] as const

/**
 * I2, I3, I4, S2, S3, T4 · A letter went out: which, about what, when and by whom. Its words may name people, so the log
 * keeps their hash alone: whoever holds a copy can show that it is the one that was sent.
 */
export const recordSent = command({
  name: 'letter.record-sent',
  clause: 'I2',
  roles: WRITERS,
  path: '/letters',
  summary: { zh: '登记信函已发出', en: 'Record that a letter was sent' },
  params: z.object({}),
  input: z.strictObject({
    kind: z.enum(TEMPLATE_KINDS),
    record: z.string().min(1).describe('id of the supplier, product or case'),
    project: z.string().optional().describe('of a product'),
    language: z.enum(LANGUAGES),
    way: z.enum(WAYS).describe('by the mail program, or copied into another'),
    text: z.string().trim().min(1).max(20_000).describe('as it was sent; its hash is kept, it is not'),
  }),
  answer: z.object({ sha256: z.string() }),
  async run(asked) {
    const { tx, actor, house, input, now, command } = asked
    const { kind, record, project, language, way, text } = input
    const { clause, about } = templateOf(house, kind)
    const today = dayHere(house, now)
    // whoever may not open the record, or names none, writes no letter about it
    await valuesOf(about, { tx, actor, house, kind, record, project, say: sayingIn(language), today })
    const sha256 = createHash('sha256').update(text).digest('hex')
    const body = { command, letter: kind, language, way, sha256 }
    return {
      events: [
        {
          type: TYPE,
          subject: record,
          clause,
          body,
          ...(project !== undefined && about === 'product' ? { project } : {}),
        },
      ],
      answer: { sha256 },
      created: true,
    }
  },
})

export const sentAnswer = z.object({ at: z.string(), by: z.string(), way: z.enum(WAYS) })
const LAST = 5

type Of = Pick<Question, 'tx' | 'actor'> & {
  readonly kind: TemplateKind
  readonly record: string
  readonly project?: string | undefined
}

/** The last times that a letter was sent about a record, newest first. */
export async function sentBefore({ tx, actor, kind, record, project }: Of): Promise<z.output<typeof sentAnswer>[]> {
  const rows = await tx
    .selectFrom('event')
    .select((e) => ['at', e.ref('actor').as('by'), 'body'])
    .where('org_id', '=', actor.org)
    .where('subject', '=', record)
    .where('type', '=', TYPE)
    .$if(project !== undefined, (q) =>
      q.where((e) => e.or([e('project_id', '=', project as string), e('project_id', 'is', null)])),
    )
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows
    .map(({ body, ...sent }) => ({ ...sent, ...(body as { letter: string; way: (typeof WAYS)[number] }) }))
    .filter(({ letter }) => letter === kind)
    .slice(0, LAST)
    .map(({ at, by, way }) => ({ at, by, way }))
}
