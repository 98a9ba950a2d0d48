import { asked } from '@haixuan/domain/kernel/asked'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import { z } from 'zod'
import { bindsAny } from '../../flow/again/rules-turned.ts'
import { planNow } from '../../flow/judge/plan-now.ts'
import { beside, inForce, ownRulesOf } from '../../flow/own-house.ts'
import { command } from '../../platform/commands/command.ts'
import { inScope } from '../../platform/database/scope.ts'
import { Problem } from '../../platform/http/problem.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import { taskKind } from '../../platform/jobs/task-kind.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
import { foresee } from '../foresee.ts'
import { packParams, version } from './decide.ts'
import { packFor } from './store.ts'

const day = z.string().refine(isDay, asked.day)
const input = z.strictObject({
  version,
  from: day.optional().describe('the day it would be adopted, or withdrawn, from; today when absent'),
  withdraw: z.boolean().default(false),
})

/**
 * M3 · What would hold suppliers and products of open projects were a pack adopted, or withdrawn: each project is decided
 * as of its own day under the rules as they are and as they would be, and nothing is written.
 */
export const foreseePackEffect = taskKind({
  name: 'rule-pack.foresee',
  input: input.extend({ pack: z.string() }),
  run: ({ house, actor, input, progress }) =>
    inScope(
      house.db,
      actor,
      async (tx) => {
        const today = dayHere(house, house.clock())
        const from = (input.from ?? today) as Day
        const packs = await tx
          .selectFrom('rule_pack')
          .select(['id', 'name', 'version', 'market', 'rules', 'state', 'from_day', 'until_day'])
          .where('org_id', '=', actor.org)
          .where('id', '=', input.pack)
          .orderBy('version')
          .execute()
        const meant = packs.find((p) => p.version === input.version)
        if (!meant)
          throw new Problem('not-found', {
            why: because('no-pack-version', { version: input.version, pack: input.pack }),
          })
        const stands = packs.findLast((p) => p.state === 'adopted' && (p.until_day === null || p.until_day > from))
        const ids = new Set([...(stands?.rules ?? []), ...meant.rules].map((r) => r.id))
        const others = (await ownRulesOf(tx, house, actor.org)).filter((r) => !ids.has(r.id))
        const ended = stands
          ? inForce(house.standard, {
              ...stands,
              from: stands.from_day as Day,
              until: (stands.from_day as string) > from ? (stands.from_day as Day) : from,
            })
          : []
        const begun = input.withdraw ? [] : inForce(house.standard, { ...meant, from })
        const after = beside(house, [...others, ...ended, ...begun])
        return foresee({ actor, progress }, tx, {
          of({ plan: recorded }) {
            if (!bindsAny(house, recorded, [meant.market])) return undefined
            const plan = planNow(house, recorded, house.clock())
            return { before: { plan, desks: house.desks }, after: { plan, desks: after.desks }, turned: 'all' }
          },
        })
      },
      { readOnly: true },
    ),
})

export const foreseePack = command({
  name: 'rule-pack.foresee',
  clause: 'M3',
  roles: ['selection', 'sourcing', 'quality', 'legal'],
  path: '/rule-packs/:pack/foresee',
  summary: {
    zh: '预估：启用（或停用）该规则包后哪些产品与供应商的问题会不同（后台任务）',
    en: 'Foresee which products and suppliers are held otherwise once a pack is adopted or withdrawn (a task)',
  },
  params: packParams,
  input,
  answer: z.object({ task: z.string() }),
  async run(asked) {
    const { id, version } = await packFor(asked, asked.params.pack, asked.input.version)
    const task = await startTask(asked, foreseePackEffect, { ...asked.input, pack: id, version })
    return { events: [], answer: { task } }
  },
})
