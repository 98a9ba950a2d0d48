import { cardNumbersIn } from '@haixuan/domain/flow/card-numbers'
import { cause } from '../cause.ts'
import { Problem } from '../http/problem.ts'

/** Others' texts, which bear long codes of their own. */
const NOT_OURS = ['listings']

/** R4 · Refuses what looks like a payment card number in any field of a command. @throws Problem naming the field */
export function refuseCardNumbers(input: unknown): void {
  if (typeof input !== 'object' || input === null) return
  const ours = Object.fromEntries(Object.entries(input).filter(([name]) => !NOT_OURS.includes(name)))
  const [field] = cardNumbersIn(ours)
  if (field !== undefined)
    throw new Problem('bad-input', {
      field,
      why: cause('looks-like-card-number'),
      clause: 'R4',
      remedy: { zh: '请删除卡号，最多保留后四位', en: 'Remove it; keep the last four digits at most' },
    })
}
