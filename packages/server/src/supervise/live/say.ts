import { onAir } from '@haixuan/domain/supervise/live/show'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { claimOnDesk, claimsIn } from './claims.ts'
import { liveParams } from './desk-state.ts'
import { liveShow, recordEntry } from './store.ts'

/** Checks what is said on air, typed or recognised, and records it with what was found. */
export const say = command({
  name: 'live.say',
  clause: 'S3',
  roles: ['live-control', 'host', 'legal', 'quality', 'selection'],
  path: '/projects/:project/live/say',
  summary: {
    zh: '检查口播内容中的宣称并记录',
    en: 'Check what is said for claims, and record it with what was found',
  },
  params: liveParams,
  input: z.strictObject({
    text: z.string().trim().min(1).max(5000),
    language: z.string().length(2).optional().describe('of the stream when absent'),
    product: z.string().optional().describe('the one on air when absent'),
    recognised: z.boolean().default(false).describe('by speech recognition, not typed'),
  }),
  answer: z.object({
    id: z.string(),
    product: z.string().nullable(),
    claims: z.array(claimOnDesk),
    mayBeSaid: z.boolean().describe('no claim without evidence that may not be made'),
  }),
  async run(asked) {
    const { tx, actor, now, house, input, params: at } = asked
    const show = await liveShow(asked, at.project)
    const id = input.product ?? onAir(show.slots)?.product
    const { plan } = await tx
      .selectFrom('project')
      .select('plan')
      .where('org_id', '=', actor.org)
      .where('id', '=', at.project)
      .executeTakeFirstOrThrow()
    const product =
      id === undefined
        ? undefined
        : await tx
            .selectFrom('product')
            .select(['class', 'facts'])
            .where('org_id', '=', actor.org)
            .where('project_id', '=', at.project)
            .where('id', '=', id)
            .executeTakeFirst()
    if (input.product !== undefined && !product)
      throw new Problem('not-found', { why: missing('product', input.product) })
    const language = input.language ?? plan.language
    const claims = claimsIn(house, plan, now, product)(input.text, language)
    const mayBeSaid = claims.every((c) => c.carried || c.severity !== 'block')
    const entry = await recordEntry(asked, at.project, show.version, {
      kind: 'said',
      product: id ?? null,
      body: { text: input.text, language, recognised: input.recognised, claims, 'may-be-said': mayBeSaid },
    })
    return { events: [entry.event], answer: { id: entry.id, product: id ?? null, claims, mayBeSaid }, created: true }
  },
})
