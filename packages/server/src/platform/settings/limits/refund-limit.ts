import { asked } from '@haixuan/domain/kernel/asked'
import { type Money, parseMoney } from '@haixuan/domain/kernel/money'
import { z } from 'zod'
import type { Asked } from '../../commands/command.ts'
import { limitCommand, limitOf } from './limit.ts'

const NAME = 'refund'
/** Who pays refunds back. */
const PAYERS = ['finance', 'service'] as const
const amount = z.string().regex(/^\d+(\.\d+)?$/, 'an amount in quotes, such as "200.00"')
const amounts = z.record(z.string().regex(/^[A-Z]{3}$/, asked.currency), amount)
/** By role and currency, the highest amount that one person alone may pay back; without one, two persons always. */
export const refundLimits = z.strictObject({ finance: amounts.default({}), service: amounts.default({}) })

export const setRefundLimits = limitCommand({
  name: NAME,
  clause: 'T4',
  summary: {
    zh: '设定财务与客服一人可退款的上限（按币种），超过须两人',
    en: 'Set by role and currency how much one person alone may pay back',
  },
  value: refundLimits,
  check(value) {
    for (const role of PAYERS)
      for (const [currency, own] of Object.entries(value[role])) parseMoney(own, currency, `value.${role}.${currency}`)
  },
})

/** Whether somebody may pay an amount back alone: within the highest limit of their roles. An owner has every role. */
export async function mayRefundAlone(
  asked: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  total: Money,
): Promise<boolean> {
  const limits = await limitOf(asked, NAME, refundLimits)
  const { roles } = asked.actor
  return PAYERS.some((role) => {
    const limit = limits[role][total.currency]
    const theirs = roles.includes(role) || roles.includes('owner')
    return theirs && limit !== undefined && total.minor <= parseMoney(limit, total.currency).minor
  })
}
