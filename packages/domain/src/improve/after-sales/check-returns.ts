import type { Finding } from '../../gate/finding.ts'
import { noticed } from '../../gate/notice.ts'
import type { ReturnPolicy } from '../../gate/return-policy.ts'
import type { RuleSet } from '../../gate/rule-set.ts'
import type { AfterSalesFile } from './after-sales-schema.ts'

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
  const less = (term: string, own: string, least: string) =>
    found.push(
      noticed(
        'returns.less-than-law',
        file.checks['returns.less-than-law'],
        subject,
        { term, own, law: least, market },
        { market, rule: law.rules[term] ?? law.rule, source: law.sources[term] ?? law.source },
      ),
    )
  if (policy.days < days) less('days', String(policy.days), String(days))
  const refund = law.values['refund-days']
  if (policy['refund-days'] !== undefined && typeof refund === 'number' && policy['refund-days'] > refund)
    less('refund-days', String(policy['refund-days']), String(refund))
  if (policy['outbound-shipping'] === false && law.values['outbound-shipping'] === true)
    less('outbound-shipping', 'no', 'yes')
  if (policy['return-shipping-payer'] === 'buyer' && law.values['return-shipping-payer'] === 'seller')
    less('return-shipping-payer', 'buyer', 'seller')
  return found
}
