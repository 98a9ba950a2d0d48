import { Refusal } from '@haixuan/domain/kernel/errors'
import { stateWord } from '@haixuan/domain/kernel/state-words'
import { DEFECT_CLASSES } from '@haixuan/domain/supervise/quality/lot'
import { takeStep } from '@haixuan/domain/supervise/quality/nonconformity'
import { NONCONFORMITY_STEPS } from '@haixuan/domain/supervise/quality/quality-schema'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { mayAct } from '../../platform/commands/actor.ts'
import { command } from '../../platform/commands/command.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { productForUpdate } from '../../select/product/store.ts'
import { because } from '../because.ts'
import { nonconformityForUpdate, openNonconformity, saveNonconformity } from './nonconformity-store.ts'

const INSIDE = ['quality', 'selection', 'sourcing', 'service', 'legal'] as const

const open = command({
  name: 'nonconformity.open',
  clause: 'S1',
  roles: [...INSIDE, 'live-control'],
  path: '/projects/:project/products/:product/nonconformities',
  summary: { zh: '登记不合格', en: 'Record a nonconformity' },
  params: z.object({ project: z.string(), product: z.string() }),
  input: z.strictObject({
    class: z.enum(DEFECT_CLASSES),
    what: z.string().trim().min(5).max(2000),
    lot: z.string().optional(),
  }),
  answer: recorded,
  async run(asked) {
    const { params, input } = asked
    await projectFor(asked, params.project, 'share')
    const { supplier } = await productForUpdate(asked, params.project, params.product)
    const opened = await openNonconformity(asked, { ...params, ...input, supplier })
    if (!opened)
      throw new Refusal(because('nonconformity-open'), 'S1', {
        zh: '请在已有的不合格中继续处理',
        en: 'Go on with the one that is open',
      })
    return { events: [opened.event], answer: { id: opened.id, version: 1 }, version: 1, created: true }
  },
})

/** Steps that a supplier's account may take of its own goods. */
const OF_SUPPLIER = ['cause', 'action']

const follow = command({
  name: 'nonconformity.take-step',
  clause: 'S1',
  roles: [...INSIDE, 'supplier'],
  path: '/nonconformities/:nonconformity/take-step',
  versioned: true,
  summary: {
    zh: '处理不合格：遏制、原因、纠正措施、效果验证',
    en: 'Take a step of a nonconformity: containment, cause, corrective action, effectiveness',
  },
  params: z.object({ nonconformity: z.string() }),
  input: z.strictObject({
    step: z.enum(NONCONFORMITY_STEPS),
    what: z.string().trim().min(5).max(4000),
    evidence: z.array(z.string()).max(20).default([]).describe('files, by SHA-256'),
    effective: z.boolean().optional().describe('of the effect: whether the action worked'),
  }),
  answer: recorded.extend({ next: z.enum(NONCONFORMITY_STEPS).nullable(), due: z.string().nullable() }),
  async run(asked) {
    const { actor, now, input, params, house } = asked
    const before = await nonconformityForUpdate(asked, params.nonconformity)
    if (!OF_SUPPLIER.includes(input.step) && !mayAct(actor, INSIDE))
      throw new Refusal(because('step-not-of-supplier', { step: stateWord('step', input.step) }), 'S1', {
        zh: '此步由质量人员处理',
        en: 'The quality people take this step',
      })
    const record = takeStep(house.standard.quality, before.record, {
      ...input,
      by: actor.name,
      at: now,
      on: dayHere(house, now),
    })
    const { events, version, next, due } = await saveNonconformity(asked, before, record)
    return { events, answer: { id: before.id, version, next, due }, version }
  },
})

export const nonconformityCommands = [open, follow]
