import { texts } from '../../../texts/texts.ts'
import { AmountField, ShareField } from '../../../ui/command/money-fields.tsx'

const useText = texts('cost-fields', {
  title: { zh: '成本（每件）', en: 'Costs of one unit' },
  'unit-cost': { zh: '进货价', en: 'Unit cost' },
  packaging: { zh: '包装', en: 'Packaging' },
  'inland-freight': { zh: '国内运费', en: 'Freight inland' },
  'international-freight': { zh: '国际运费', en: 'Freight abroad' },
  insurance: { zh: '保险', en: 'Insurance' },
  'payment-fee': { zh: '支付手续费（每单）', en: 'Payment fee, each order' },
  'return-cost': { zh: '退回处理（每件）', en: 'One unit coming back' },
  'platform-fee-rate': { zh: '平台费率', en: 'Platform fee' },
  'payment-fee-rate': { zh: '支付费率', en: 'Payment fee' },
  'host-commission-rate': { zh: '主播佣金', en: 'Host commission' },
  'ad-share': { zh: '投流占比', en: 'Advertising' },
  'return-rate': { zh: '退货率', en: 'Return rate' },
  'resale-share': { zh: '退货可再售比例', en: 'Of returns, sold again' },
})
const AMOUNTS = [
  'packaging',
  'inland-freight',
  'international-freight',
  'insurance',
  'payment-fee',
  'return-cost',
] as const
const SHARES = [
  'platform-fee-rate',
  'payment-fee-rate',
  'host-commission-rate',
  'ad-share',
  'return-rate',
  'resale-share',
] as const

/** I6 · What one unit costs, and what shares of its price go to others. */
export function CostFields({ currency }: { readonly currency: string }) {
  const t = useText()
  return (
    <>
      <h3>{t('title')}</h3>
      <div className="two-fields">
        <AmountField name={['costs', 'unit-cost']} label={t('unit-cost')} currency={currency} needed />
        {AMOUNTS.map((id) => (
          <AmountField key={id} name={['costs', id]} label={t(id)} currency={currency} />
        ))}
        {SHARES.map((id) => (
          <ShareField key={id} name={['costs', id]} label={t(id)} />
        ))}
      </div>
    </>
  )
}
