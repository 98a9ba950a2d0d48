import { afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { CASE_STATE_WORDS } from '@haixuan/domain/improve/after-sales/case-words'
import { BadInput, Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { type Asked, command } from '../../platform/commands/command.ts'
import { because } from '../because.ts'
import { decision as decisionAnswer, money } from './answers.ts'
import { parseCase } from './case-record.ts'
import {
  CASE_STATES,
  type CaseState,
  caseEvent,
  caseForUpdate,
  decideStored,
  type StoredCase,
  saveCase,
} from './store.ts'

export const caseParams = z.object({ case: z.string() })
export const caseState = z.enum(CASE_STATES)
export const caseAnswer = z.object({
  id: z.string(),
  version: z.int(),
  state: caseState,
  total: money.nullable(),
  due: z.string().nullable(),
})
export const answerOf = (c: StoredCase): z.input<typeof caseAnswer> => ({
  id: c.id,
  version: c.version,
  state: c.state,
  total: c.decision?.total ?? null,
  due: c.due,
})

/** @throws Refusal when the case has come too far, or not far enough */
export function mustBe(c: StoredCase, ...states: readonly CaseState[]): void {
  if (!states.includes(c.state))
    throw new Refusal(
      because('case-in-other-state', {
        state: CASE_STATE_WORDS[c.state],
        states: states.map((s) => CASE_STATE_WORDS[s]),
      }),
      'T4',
      {
        zh: '请先完成前一步，或查看案件的当前状态',
        en: 'Take the step before it first, or see where the case stands',
      },
    )
}

const asked = afterSalesCase.shape.case.shape
/** What may turn out after a case was opened. */
const later = z.strictObject({
  wants: asked.wants,
  tried: asked.tried.unwrap().optional(),
  replacement: asked.replacement,
  'carrier-confirms-loss': z.boolean().optional(),
  'return-shipping-paid': asked['return-shipping-paid'],
  'proof-of-sending': asked['proof-of-sending'],
  holidays: asked.holidays.unwrap().optional(),
})

export const decide = command({
  name: 'case.decide',
  clause: 'T4',
  roles: ['service'],
  path: '/cases/:case/decide',
  versioned: true,
  summary: {
    zh: '按买家所在市场下单日的法律与店铺政策裁定',
    en: "Decide by the law of the buyer's market on the day of the order, and the shop's policy",
  },
  params: caseParams,
  input: later,
  answer: caseAnswer.extend({ decision: decisionAnswer }),
  async run(asked) {
    const before = await caseForUpdate(asked, asked.params.case)
    mustBe(before, 'open', 'owed', 'to-mend', 'refused', 'refund-asked')
    const body = parseCase({ ...before.body, case: { ...before.body.case, ...asked.input } })
    const { after, event } = await decideStored(asked, { ...before, body })
    await saveCase(asked, after)
    return { events: [event], answer: { ...answerOf(after), decision: after.decision! }, version: after.version }
  },
})

const goods = z.strictObject({
  day: asked.requested,
  lines: asked.lines.describe('what came back and how it was found; as it was asked when absent'),
})

export const receiveGoods = command({
  name: 'case.receive-goods',
  clause: 'T4',
  roles: ['service', 'quality'],
  path: '/cases/:case/receive-goods',
  versioned: true,
  summary: {
    zh: '登记退回的商品与验收情况，并重新裁定',
    en: 'Record the goods that came back and how they were found; the case is decided again',
  },
  params: caseParams,
  input: goods,
  answer: caseAnswer,
  async run(asked: Asked<z.output<typeof caseParams>, z.output<typeof goods>>) {
    const { input } = asked
    const before = await caseForUpdate(asked, asked.params.case)
    mustBe(before, 'open', 'owed', 'to-mend', 'refused', 'refund-asked')
    if (input.day < before.body.order.day) throw new BadInput(because('day-before-order'), { field: 'day' })
    const back = { 'goods-back': input.day, ...(input.lines ? { lines: input.lines } : {}) }
    const body = parseCase({ ...before.body, case: { ...before.body.case, ...back } })
    const { after, event } = await decideStored(asked, { ...before, body })
    await saveCase(asked, after)
    return {
      events: [caseEvent(after, 'case.goods-received', back), event],
      answer: answerOf(after),
      version: after.version,
    }
  },
})
