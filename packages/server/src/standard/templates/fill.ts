import { fillTemplate } from '@haixuan/domain/templates/fill-template'
import { LANGUAGES, TEMPLATE_KINDS } from '@haixuan/domain/templates/template-schema'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { ownTexts, standardTexts, templateOf } from './own-texts.ts'
import { sentAnswer, sentBefore } from './sent.ts'
import { sayingIn } from './values/said.ts'
import { valuesOf } from './values/values-of.ts'

const part = z.object({
  text: z.string(),
  variable: z.string().nullable().describe('what it was filled from; null for words of the letter'),
  gap: z.boolean().describe('nothing is on record: left to whoever writes'),
})

/** I2, I3, I4, S2, S3, T4 · A letter about a record, filled with what its own page shows; what is missing is named. */
export const fillLetter = query({
  name: 'template.fill',
  path: '/templates/fill',
  summary: { zh: '按记录填写信函，并指出缺项', en: 'A letter filled from a record, its gaps named' },
  params: z.object({}),
  query: z.object({
    kind: z.enum(TEMPLATE_KINDS),
    record: z.string().describe('id of the supplier, product or case'),
    project: z.string().optional().describe('of a product; of a supplier, to write about one stream alone'),
    language: z.enum(LANGUAGES).default('zh'),
  }),
  answer: z.object({
    kind: z.enum(TEMPLATE_KINDS),
    clause: z.string(),
    own: z.boolean().describe('written by the organisation in place of the standard’s'),
    to: z.string().nullable().describe('address of e-mail, where one is on record'),
    subject: z.array(part),
    body: z.array(part),
    values: z
      .record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]))
      .describe('what the record gives each variable of the letter, for a text that is not kept yet'),
    idle: z.boolean().describe('there is no cause to write: nothing is owed'),
    sent: z.array(sentAnswer).describe('the last times it was sent about the record, newest first'),
    gaps: z.array(z.object({ variable: z.string(), name: text })).describe('in the order of the letter, each once'),
  }),
  async run(question) {
    const { tx, actor, query: asked, house } = question
    const { kind, record, project, language } = asked
    const of = templateOf(house, kind)
    const say = sayingIn(language)
    const today = dayHere(house, house.clock())
    const { name } = await tx
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', actor.org)
      .executeTakeFirstOrThrow()
    const {
      to,
      values,
      idle = false,
    } = await valuesOf(of.about, { tx, actor, house, kind, record, project, say, today })
    const all = { ...values, organisation: name, sender: actor.name, today: say.day(today) }
    const known = Object.fromEntries(of.variables.map((id) => [id, all[id as keyof typeof all] ?? null]))
    const own = await ownTexts({ tx, actor }, kind)
    const { subject, body } = own.texts ?? standardTexts(of)
    const parts = { subject: fillTemplate(subject[language], known), body: fillTemplate(body[language], known) }
    const gaps = new Set([...parts.subject, ...parts.body].flatMap((p) => (p.gap && p.variable ? [p.variable] : [])))
    const names = new Map(house.standard.templates.variables.map((v) => [v.id, v.name]))
    return {
      kind,
      clause: of.clause,
      own: own.texts !== null,
      to,
      idle,
      sent: await sentBefore({ tx, actor, kind, record, project }),
      ...parts,
      values: Object.fromEntries(
        Object.entries(known).map(([id, value]) => [id, Array.isArray(value) ? [...value] : (value as string | null)]),
      ),
      gaps: [...gaps].map((variable) => ({ variable, name: names.get(variable) ?? { zh: variable, en: variable } })),
    }
  },
})
