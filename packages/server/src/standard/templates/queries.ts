import { TEMPLATE_KINDS, templateTexts } from '@haixuan/domain/templates/template-schema'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { subjectOf } from './commands.ts'
import { ownTexts, standardTexts, templateOf } from './own-texts.ts'

const texts = z.object({ subject: text, body: text })
const brief = {
  kind: z.enum(TEMPLATE_KINDS),
  clause: z.string(),
  about: z.enum(['supplier', 'product', 'case']).describe('the record it is filled from'),
  name: text,
  when: text,
  changedBy: z.array(z.enum(['selection', 'legal'])).describe('roles that may write it, beside the owner'),
}
const told = (of: ReturnType<typeof templateOf>) => ({
  kind: of.id,
  clause: of.clause,
  about: of.about,
  name: of.name,
  when: of.when,
  changedBy: [...of['changed-by']],
})

const list = query({
  name: 'template.list',
  path: '/templates',
  summary: {
    zh: '信函模板：标准文本与组织自己的文本',
    en: 'Letters: the standard’s, and those the organisation wrote itself',
  },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    rows: z.array(
      z.object({
        ...brief,
        own: z.boolean().describe('written by the organisation in place of the standard’s'),
        by: z.string().nullable().describe('who changed it last'),
        at: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx, actor, house }) {
    const rows = await tx
      .selectFrom('template')
      .select(['kind', 'texts', 'set_by', 'set_at'])
      .where('org_id', '=', actor.org)
      .execute()
    return {
      rows: house.standard.templates.templates.map((of) => {
        const row = rows.find((r) => r.kind === of.id)
        return { ...told(of), own: Boolean(row?.texts), by: row?.set_by ?? null, at: row?.set_at ?? null }
      }),
    }
  },
})

const MOST_CHANGES = 100
const sample = z.union([text, z.object({ zh: z.array(z.string()), en: z.array(z.string()) })])

const get = query({
  name: 'template.get',
  path: '/templates/letter',
  summary: {
    zh: '一类信函：文本、可用变量、标准文本与变更记录',
    en: 'One letter: its text, its variables, the standard’s text and its changes',
  },
  params: z.object({}),
  query: z.object({ kind: brief.kind }),
  answer: z.object({
    ...brief,
    version: z.int().describe('0 while it was never changed'),
    own: z.boolean(),
    texts: texts.describe('in force'),
    standard: texts,
    source: z.object({ act: z.string(), article: z.string().nullable() }),
    variables: z.array(z.object({ id: z.string(), name: text, example: sample })),
    history: z
      .array(
        z.object({
          version: z.int(),
          by: z.string(),
          at: z.string(),
          texts: texts.nullable().describe('null: back to the standard’s'),
        }),
      )
      .describe('newest first, from the log'),
  }),
  async run({ tx, actor, query: { kind }, house }) {
    const of = templateOf(house, kind)
    const own = await ownTexts({ tx, actor }, kind)
    const changes = await tx
      .selectFrom('event')
      .select(['actor', 'at', 'body'])
      .where('org_id', '=', actor.org)
      .where('subject', '=', subjectOf(kind))
      .where('type', '=', 'template.changed')
      .orderBy('id', 'desc')
      .limit(MOST_CHANGES)
      .execute()
    const { source, variables } = house.standard.templates
    return {
      ...told(of),
      version: own.version,
      own: own.texts !== null,
      texts: own.texts ?? standardTexts(of),
      standard: standardTexts(of),
      source: { act: source.act, article: source.article ?? null },
      variables: variables
        .filter((v) => of.variables.includes(v.id))
        .map(({ id, name, example }) => ({ id, name, example })),
      history: changes.map(({ actor: by, at, body }) => ({ by, at, ...logged.parse(body) })),
    }
  },
})
const logged = z.object({ version: z.int(), texts: templateTexts.nullable() })

export const templateQueries = [list, get]
