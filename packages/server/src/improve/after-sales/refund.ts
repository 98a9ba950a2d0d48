import { CASE_STATE_WORDS } from '@haixuan/domain/improve/after-sales/case-words'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { parseMoney } from '@haixuan/domain/kernel/money'
import { stateWord } from '@haixuan/domain/kernel/state-words'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { mayRefundAlone } from '../../platform/settings/limits/refund-limit.ts'
import { because } from '../because.ts'
import { answerOf, caseAnswer, caseParams, mustBe } from './decide.ts'
import { caseEvent, caseForUpdate, type StoredCase, saveCase } from './store.ts'

const amount = z.string().regex(/^\d+(\.\d+)?$/, 'an amount in quotes, such as "200.00"')
const reference = z.string().trim().min(1).max(100)

export const refund = command({
  name: 'case.refund',
  clause: 'T4',
  roles: ['finance', 'service'],
  path: '/cases/:case/refund',
  versioned: true,
  summary: {
    zh: '按裁定退款；超过上限时先由一人提出，另一人确认',
    en: 'Pay back what was decided; above the limit one person asks and another confirms',
  },
  params: caseParams,
  input: z.strictObject({ reference: reference.describe('of the payment, at the platform or the bank') }),
  answer: caseAnswer,
  async run(asked) {
    const { actor, now, input } = asked
    const before = await caseForUpdate(asked, asked.params.case)
    mustBe(before, 'owed', 'refund-asked')
    const total = before.decision!.total
    const alone = await mayRefundAlone(asked, total)
    const asker = before.steps['refund-asked']
    if (!alone && asker === undefined) {
      const step = { by: actor.name, at: now }
      const after: StoredCase = {
        ...before,
        version: before.version + 1,
        state: 'refund-asked',
        steps: { ...before.steps, 'refund-asked': step },
      }
      await saveCase(asked, after)
      const event = caseEvent(after, 'case.refund-asked', { total, reference: input.reference })
      return { events: [event], answer: answerOf(after), version: after.version }
    }
    if (!alone && asker?.by === actor.name)
      throw new Refusal(because('refund-second-person'), 'T4', {
        zh: '请由另一人确认',
        en: 'Have another person confirm it',
      })
    const after: StoredCase = {
      ...before,
      version: before.version + 1,
      state: 'refunded',
      due: null,
      steps: { ...before.steps, refunded: { by: actor.name, at: now, reference: input.reference } },
    }
    await saveCase(asked, after)
    const told = { total, reference: input.reference, ...(asker ? { 'asked-by': asker.by } : {}) }
    return { events: [caseEvent(after, 'case.refunded', told)], answer: answerOf(after), version: after.version }
  },
})

export const recordRecovery = command({
  name: 'case.record-recovery',
  clause: 'T4',
  roles: ['finance'],
  path: '/cases/:case/record-recovery',
  versioned: true,
  summary: { zh: '登记已向供应商追回的金额', en: 'Record what the supplier has paid back' },
  params: caseParams,
  input: z.strictObject({ amount, reference }),
  answer: caseAnswer,
  async run(asked) {
    const { actor, now, input } = asked
    const before = await caseForUpdate(asked, asked.params.case)
    const owed = before.decision?.recovery
    if (!owed)
      throw new Refusal(because('supplier-not-liable'), 'T4', {
        zh: '请先登记承担条款并重新裁定',
        en: 'Record the clause with the case and decide it again',
      })
    const { minor } = parseMoney(input.amount, owed.amount.currency, 'amount')
    const after: StoredCase = {
      ...before,
      version: before.version + 1,
      steps: { ...before.steps, recovered: { by: actor.name, at: now, reference: input.reference, minor } },
    }
    await saveCase(asked, after)
    const told = { supplier: owed.supplier, clause: owed.clause, owed: owed.amount, recovered: input.amount }
    return { events: [caseEvent(after, 'case.recovered', told)], answer: answerOf(after), version: after.version }
  },
})

const OUTCOMES = ['refunded', 'repaired', 'replaced', 'exchanged', 'refused', 'withdrawn-by-buyer'] as const
/** How a case may end from where it stands. */
const ENDS: Partial<Record<StoredCase['state'], readonly (typeof OUTCOMES)[number][]>> = {
  open: ['withdrawn-by-buyer'],
  owed: ['withdrawn-by-buyer'],
  'to-mend': ['repaired', 'replaced', 'exchanged', 'withdrawn-by-buyer'],
  refused: ['refused', 'withdrawn-by-buyer'],
  'refund-asked': ['withdrawn-by-buyer'],
  refunded: ['refunded', 'exchanged'],
}

export const close = command({
  name: 'case.close',
  clause: 'T4',
  roles: ['service'],
  path: '/cases/:case/close',
  versioned: true,
  summary: { zh: '结案', en: 'Close a case' },
  params: caseParams,
  input: z.strictObject({ outcome: z.enum(OUTCOMES) }),
  answer: caseAnswer,
  async run(asked) {
    const { actor, now, input } = asked
    const before = await caseForUpdate(asked, asked.params.case)
    if (!ENDS[before.state]?.includes(input.outcome))
      throw new Refusal(
        because('case-ends-otherwise', {
          state: CASE_STATE_WORDS[before.state],
          outcome: stateWord('outcome', input.outcome),
        }),
        'T4',
        {
          zh: '应退款的案件须先退款；买家撤回的请选“买家撤回”',
          en: 'Pay back what is owed first, or say that the buyer withdrew it',
        },
      )
    const after: StoredCase = {
      ...before,
      version: before.version + 1,
      state: 'closed',
      due: null,
      steps: { ...before.steps, closed: { by: actor.name, at: now, outcome: input.outcome } },
    }
    await saveCase(asked, after)
    const event = caseEvent(after, 'case.closed', { outcome: input.outcome })
    return { events: [event], answer: answerOf(after), version: after.version }
  },
})
