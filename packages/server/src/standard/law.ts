import { market as marketSchema } from '@haixuan/domain/gate/market'
import { rule, TOPICS } from '@haixuan/domain/gate/rule'
import { difference, lineageOf, rulesInForce } from '@haixuan/domain/gate/rule-set'
import { asked } from '@haixuan/domain/kernel/asked'
import { covers, type Day, isDay } from '@haixuan/domain/kernel/day'
import { z } from 'zod'
import { MEMBER_ROLES } from '../platform/commands/actor.ts'
import { query } from '../platform/queries/query.ts'
import { dayHere } from '../platform/settings/day-here.ts'

const day = z.string().refine(isDay, asked.day)
const marketRule = z.object({
  ...rule.shape,
  market: z.string(),
  pack: z.object({ name: z.string() }).optional().describe('of the organisation; absent for the law'),
})

/** M3 · The markets a stream can sell to, with the days on which their law turns. */
const markets = query({
  name: 'standard.markets',
  path: '/standard/markets',
  summary: { zh: '目标市场及其规则变更日', en: 'Markets, and the days on which their law turns' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    day: z.string().describe('today, as the server reads its clock'),
    rows: z.array(
      marketSchema.extend({
        rules: z.int().describe('in force today, with those of its parents'),
        turns: z.array(z.object({ day: z.string(), begin: z.int(), end: z.int() })),
      }),
    ),
  }),
  async run({ house }) {
    const today = dayHere(house, house.clock())
    const { markets, rules } = house.standard
    return {
      day: today,
      rows: markets.map((m) => {
        const line = new Set(lineageOf(markets, m.id).map((each) => each.id))
        const its = rules.filter((r) => line.has(r.market))
        const begin = Map.groupBy(its, (r) => r['in-force'].from)
        const end = Map.groupBy(
          its.filter((r) => r['in-force'].until),
          (r) => r['in-force'].until as string,
        )
        const days = [...new Set([...begin.keys(), ...end.keys()])].sort() as Day[]
        return {
          ...m,
          rules: rulesInForce(rules, markets, { market: m.id, asOf: today as Day }).length,
          turns: days.map((each) => ({
            day: each,
            begin: begin.get(each)?.length ?? 0,
            end: end.get(each)?.length ?? 0,
          })),
        }
      }),
    }
  },
})

/** M3 · The law of a market as it stands on any day. */
const rules = query({
  name: 'standard.rules',
  path: '/standard/rules',
  summary: { zh: '某市场在某日有效的规则', en: 'Rules of a market in force on a day' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({
    market: z.string().optional().describe('with its parents; every market when absent'),
    day: day.optional().describe('today when absent'),
    class: z.string().optional().describe('with a market: only rules that can bind this class'),
    topic: z.enum(TOPICS).optional(),
    clause: z.string().optional(),
    severity: z.enum(['block', 'warn', 'note']).optional(),
    q: z.string().max(200).optional().describe('words to look for in title, remedy, source or id'),
  }),
  answer: z.object({ rows: z.array(marketRule) }),
  async run({ house, query: of }) {
    const asOf = (of.day ?? dayHere(house, house.clock())) as Day
    const words = of.q?.trim().toLowerCase()
    const { markets, rules } = house.standard
    const inForce =
      of.market === undefined
        ? rules.filter((r) => covers(r['in-force'], asOf))
        : rulesInForce(rules, markets, { market: of.market, asOf, class: of.class })
    const found = inForce.filter(
      (r) =>
        (of.topic === undefined || r.topic === of.topic) &&
        (of.clause === undefined || r.clause === of.clause) &&
        (of.severity === undefined || r.severity === of.severity) &&
        (!words ||
          [r.id, r.title.zh, r.title.en, r.remedy.zh, r.remedy.en, r.source.act, r.source.article ?? '']
            .join(' ')
            .toLowerCase()
            .includes(words)),
    )
    return { rows: [...found] }
  },
})

/** M3 · What the law of a market asks on one day and not on another. */
const changed = query({
  name: 'standard.difference',
  path: '/standard/difference',
  summary: { zh: '某市场规则在两日之间的差异', en: 'What changes in the law of a market between two days' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({ market: z.string(), from: day, to: day }),
  answer: z.object({
    begins: z.array(marketRule),
    ends: z.array(marketRule),
    changes: z.array(z.object({ id: z.string(), before: marketRule, after: marketRule })),
  }),
  async run({ house, query: { market, from, to } }) {
    const { begins, ends, changes } = difference(
      house.standard.rules,
      house.standard.markets,
      market,
      from as Day,
      to as Day,
    )
    return { begins: [...begins], ends: [...ends], changes: [...changes] }
  },
})

export const lawQueries = [markets, rules, changed]
