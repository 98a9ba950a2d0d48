import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { assess } from './assessment.ts'

const MOST_FINDINGS = 50
const verdict = z.enum(['conforms', 'provisional', 'fails', 'not-carried-out'])
const counts = {
  verdict,
  events: z.int().describe('events that show the clause was carried out'),
  wrong: z.int().describe('recorded facts that contradict it, on what is in the lineup'),
  missing: z.int().describe('what is not recorded yet'),
}
const finding = z.object({
  project: z.string(),
  subject: z.string(),
  kind: z.enum(['plan', 'supplier', 'product']),
  name: z.string(),
  check: z.string(),
  state: z.string(),
  owner: z.string(),
  market: z.string().nullable(),
  waivedUntil: z.string().nullable(),
  what: text.nullable(),
  remedy: text.nullable(),
})

/** M1 · The standard's table of contents with a verdict on every clause, from the log. */
const conformity = query({
  name: 'conformity.get',
  path: '/conformity',
  summary: {
    zh: '逐条符合性：由日志自评，附依据',
    en: 'Conformity clause by clause, assessed from the log, with what shows it',
  },
  params: z.object({}),
  query: z.object({ project: z.string().optional().describe('one stream; the whole organisation when absent') }),
  answer: z.object({
    of: z.object({ project: z.string().nullable(), name: z.string(), day: z.string().nullable() }),
    at: z.string(),
    clauses: z.array(
      z.object({
        clause: z.string(),
        stage: z.string(),
        title: text,
        asks: text,
        ...counts,
        checks: z.array(z.string()),
        shown: z
          .array(
            z.object({ type: z.string(), count: z.int(), newest: z.int().describe('id of the newest such event') }),
          )
          .describe('what the log holds of it'),
        lacking: z.array(z.string()).describe('types of events that would show it'),
        against: z.array(finding).describe(`what stands against it, at most ${MOST_FINDINGS}`),
      }),
    ),
    projects: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        day: z.string(),
        counted: z.int().describe('products and suppliers of its lineup: the findings on others do not count'),
        clauses: z.array(z.object({ clause: z.string(), ...counts })),
      }),
    ),
  }),
  async run({ tx, actor, query: { project }, house }) {
    const { of, clauses, projects } = await assess({ tx, org: actor.org, house }, project)
    const standard = new Map(house.standard.clauses.clauses.map((c) => [c.id, c]))
    return {
      of,
      at: house.clock(),
      clauses: clauses.map(({ shown, against, ...verdict }) => {
        const { stage, title, asks, checks, events } = standard.get(verdict.clause)!
        return {
          ...verdict,
          stage,
          title,
          asks,
          checks: [...checks],
          shown: shown.map(({ type, count, newest }) => ({ type, count, newest: Number(newest) })),
          lacking: events.filter((type) => !shown.some((s) => s.type === type)),
          events: verdict.events,
          against: against.slice(0, MOST_FINDINGS).map(({ finding: f, ...on }) => ({
            ...on,
            check: f.check,
            state: f.state,
            owner: f.owner,
            market: f.market ?? null,
            waivedUntil: f.waived ?? null,
            what: f.what ?? null,
            remedy: f.remedy ?? null,
          })),
        }
      }),
      projects: projects.map(({ clauses: of, ...p }) => ({ ...p, clauses: [...of] })),
    }
  },
})

export const conformityQueries = [conformity]
