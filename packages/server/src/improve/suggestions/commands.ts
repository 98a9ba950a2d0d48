import { effectOf } from '@haixuan/domain/improve/suggestions/effect'
import { asked } from '@haixuan/domain/kernel/asked'
import { isDay } from '@haixuan/domain/kernel/day'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { because } from '../because.ts'
import {
  countsFor,
  made,
  type Suggestion,
  type SuggestionState,
  saveSuggestion,
  suggestionForUpdate,
  words,
} from './suggestion.ts'

const day = z.string().refine(isDay, asked.day)
const params = z.object({ suggestion: z.string() })
const make = command({
  name: 'suggestion.make',
  clause: 'T3',
  roles: ['selection', 'sourcing', 'quality', 'service', 'host', 'live-control', 'legal', 'finance'],
  path: '/projects/:project/suggestions',
  summary: { zh: '提出改进建议，指明要改善的指标', en: 'Suggest an improvement, and the indicator it is to move' },
  params: z.object({ project: z.string() }),
  input: made,
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input, params } = asked
    const before = await countsFor(asked, params.project, input)
    const id = `SG-${crypto.randomUUID()}`
    const body: Suggestion = { ...input, by: actor.name, before }
    await tx
      .insertInto('suggestion')
      .values({
        org_id: actor.org,
        id,
        project_id: params.project,
        version: 1,
        body: JSON.stringify(body),
        state: 'made',
        created_at: now,
        updated_at: now,
      })
      .execute()
    return {
      events: [{ type: 'suggestion.made', subject: id, clause: 'T3', project: params.project, body }],
      answer: { id, version: 1 },
      version: 1,
      created: true,
    }
  },
})

const decide = command({
  name: 'suggestion.decide',
  clause: 'T3',
  roles: ['selection', 'quality'],
  path: '/suggestions/:suggestion/decide',
  versioned: true,
  summary: {
    zh: '由提出人以外的人采纳或不采纳',
    en: 'Accept or reject a suggestion, as someone other than who made it',
  },
  params,
  input: z.strictObject({
    decision: z.enum(['accepted', 'rejected']),
    reason: words,
    owner: z.string().min(1).optional().describe('who carries it out'),
    due: day.optional(),
  }),
  answer: recorded,
  async run(asked) {
    const { actor, now, input } = asked
    const before = await suggestionForUpdate(asked)
    if (before.state !== 'made' || before.body.by === actor.name)
      throw new Refusal(because('suggestion-second-person'), 'T3', {
        zh: '请由另一人决定',
        en: 'Have another person decide it',
      })
    const { decision, ...told } = input
    return saveSuggestion(asked, before, decision, { ...before.body, decision: { ...told, by: actor.name, at: now } })
  },
})

const followUp = command({
  name: 'suggestion.follow-up',
  clause: 'T3',
  roles: ['selection', 'quality', 'service'],
  path: '/suggestions/:suggestion/follow-up',
  versioned: true,
  summary: {
    zh: '以之后一场直播的数据衡量效果：前后对比及置信区间',
    en: 'Measure the effect on a later stream: before and after, with a confidence interval',
  },
  params,
  input: z.strictObject({
    project: z.string().describe('the stream after the measure'),
    product: z.string().optional().describe('when the product has another id there'),
  }),
  answer: recorded.extend({ verdict: z.enum(['better', 'worse', 'not-clear']), change: z.number().nullable() }),
  async run(asked) {
    const { input } = asked
    const before = await suggestionForUpdate(asked)
    if (!['accepted', 'effective', 'not-effective'].includes(before.state))
      throw new Refusal(because('suggestion-not-accepted'), 'T3', {
        zh: '请先采纳',
        en: 'Accept it first',
      })
    if (input.project === before.project)
      throw new Problem('bad-input', { field: 'project', why: because('project-before-measure') })
    const { indicator, product } = before.body
    const after = await countsFor(asked, input.project, { indicator, product: product && (input.product ?? product) })
    const effect = effectOf(before.body.before, after)
    const state: SuggestionState =
      effect.verdict === 'not-clear' ? 'accepted' : effect.verdict === 'better' ? 'effective' : 'not-effective'
    const done = await saveSuggestion(asked, before, state, {
      ...before.body,
      effect: { ...effect, project: input.project },
    })
    return { ...done, answer: { ...done.answer, verdict: effect.verdict, change: effect.change } }
  },
})

export const suggestionCommands = [make, decide, followUp]
