import { addDays, type Day } from '@haixuan/domain/kernel/day'
import { instantIn } from '@haixuan/domain/kernel/zone'
import { z } from 'zod'
import { mayAct } from '../../platform/commands/actor.ts'
import { gateState, text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { adopt } from '../../standard/packs/decide.ts'
import { APPROVERS, GRANTERS } from '../project/approvers.ts'
import { alertsNow, awaiting, openProjects, owedNow, workFrom } from './today-rows.ts'

const SOON_DAYS = 7

const count = { findings: z.int(), overdue: z.int(), soon: z.int() }

const plain = (id: string) => ({ zh: id, en: id })

/** The home of a member: what they owe by role and deadline, what waits for their yes, next streams, alerts, projects. */
export const today = query({
  name: 'today',
  path: '/today',
  summary: { zh: '今日：待办、待批、直播、预警、项目', en: 'Today: work, approvals, streams, alerts, projects' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    from: z
      .string()
      .describe(
        'work due from this day on is not overdue: today, or the day of a stream that goes on where it is held',
      ),
    day: z.string(),
    soonUntil: z.string().describe('what counts as due soon is due on this day or before'),
    work: z.object({
      ...count,
      roles: z.array(z.object({ role: z.string(), ...count })),
    }),
    awaiting: z.array(
      z.object({
        kind: z.enum(['plan', 'waiver', 'lineup', 'pack']),
        project: z.string().nullable().describe('none for a pack'),
        name: z.string().describe('of the project, or of the pack'),
        by: z.string(),
        at: z.string().nullable(),
        version: z.int().nullable(),
        check: z.string().nullable(),
        subject: z.string().nullable(),
        title: z.string().nullable().describe('of the product it is about'),
      }),
    ),
    alerts: z.object({
      open: z.int(),
      rows: z.array(
        z.object({
          id: z.string(),
          project: z.string(),
          product: z.string().nullable(),
          title: z.string().nullable(),
          indicator: text.describe('its name'),
          level: z.enum(['alert', 'hold']),
          owner: z.string(),
          due: z.string(),
          state: z.enum(['open', 'acknowledged']),
        }),
      ),
    }),
    projects: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        theme: z.string(),
        day: z.string(),
        time: z.string().nullable(),
        zone: z.string().nullable(),
        starts: z.string().nullable().describe('the moment the stream begins, when its time and zone are known'),
        markets: z.array(z.string()),
        platform: z.string().nullable(),
        host: z.string().nullable(),
        state: gateState,
        products: z.object({ passed: z.int(), conditional: z.int(), open: z.int() }),
        slots: z.int(),
        filled: z.int(),
        ready: z.int().describe('slots whose product has passed every gate'),
        released: z.int().describe('slots that a second person released'),
        live: z.boolean(),
        aired: z.boolean().describe('it is on air, or was'),
        mine: z.int().describe('findings that are mine to mend'),
      }),
    ),
    closed: z.int().describe('projects that are closed'),
  }),
  async run({ tx, actor, house }) {
    const now = house.clock()
    const day = dayHere(house, now)
    const soonUntil = addDays(day, SOON_DAYS)
    const of = { tx, actor, day, now, soonUntil, from: await workFrom({ tx, actor, day, now }) }
    const { roles, ofProject } = await owedNow(of)
    const sum = (key: keyof typeof count) => roles.reduce((all, r) => all + r[key], 0)
    const { rows, closed } = await openProjects(of, ofProject)
    const { open, rows: alerts } = await alertsNow(of)
    const nameOf = new Map(house.standard.risks.indicators.map(({ id, name }) => [id, name]))
    const may = {
      plan: mayAct(actor, APPROVERS),
      waiver: mayAct(actor, GRANTERS),
      lineup: mayAct(actor, ['selection']),
      pack: mayAct(actor, adopt.roles),
    }
    return {
      day,
      from: of.from,
      soonUntil,
      work: { findings: sum('findings'), overdue: sum('overdue'), soon: sum('soon'), roles: [...roles] },
      awaiting: (await awaiting(of)).filter((each) => may[each.kind]),
      alerts: { open, rows: alerts.map((a) => ({ ...a, indicator: nameOf.get(a.indicator) ?? plain(a.indicator) })) },
      projects: rows.map((p) => ({
        ...p,
        starts: p.time && p.zone ? instantIn(p.zone, p.day as Day, p.time) : null,
      })),
      closed,
    }
  },
})
