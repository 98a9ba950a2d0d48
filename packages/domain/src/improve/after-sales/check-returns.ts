import type { Finding } from '../../gate/finding.ts'
import { noticed, type Word } from '../../gate/notice.ts'
import type { ReturnPolicy } from '../../gate/return-policy.ts'
import type { RuleSet } from '../../gate/rule-set.ts'
import type { AfterSalesFile } from './after-sales-schema.ts'

/** What a policy may give less of than the law. */
const TERMS = {
  days: { zh: '退货天数', en: 'days to return' },
  'refund-days': { zh: '退款天数', en: 'days to refund' },
  'outbound-shipping': { zh: '退还去程运费', en: 'refund of the outbound shipping' },
  'return-shipping-payer': { zh: '退货运费承担方', en: 'who pays the way back' },
} as const

/** Whether a shop's return policy gives at least what the law of the market gives (T4). */
export function checkReturns(
  policy: ReturnPolicy | undefined,
  about: {
    readonly subject: string
    readonly market: string
    readonly class?: string | undefined
    readonly parameters: RuleSet['parameter']
    readonly file: AfterSalesFile
  },
): Finding[] {
  const { file, market, subject } = about
  const law = about.parameters('withdrawal', { class: about.class })
  const days = law?.values.days
  const found: Finding[] = []
  const none = !law || typeof days !== 'number' || days === 0
  if (!policy && none)
    found.push(noticed('returns.no-policy', file.checks['returns.no-policy'], subject, { market }, { market }))
  if (!policy || none) return found
  const less = (term: keyof typeof TERMS, own: Word, least: Word) =>
    found.push(
      noticed(
        'returns.less-than-law',
        file.checks['returns.less-than-law'],
        subject,
        { term: TERMS[term], own, law: least, market },
        { market, rule: law.rules[term] ?? law.rule, source: law.sources[term] ?? law.source },
      ),
    )
  if (policy.days < days) less('days', String(policy.days), String(days))
  const refund = law.values['refund-days']
  if (policy['refund-days'] !== undefined && typeof refund === 'number' && policy['refund-days'] > refund)
    less('refund-days', String(policy['refund-days']), String(refund))
  if (policy['outbound-shipping'] === false && law.values['outbound-shipping'] === true)
    less('outbound-shipping', { zh: '否', en: 'no' }, { zh: '是', en: 'yes' })
  if (policy['return-shipping-payer'] === 'buyer' && law.values['return-shipping-payer'] === 'seller')
    less('return-shipping-payer', { zh: '买家', en: 'the buyer' }, { zh: '卖家', en: 'the seller' })
  return found
}
