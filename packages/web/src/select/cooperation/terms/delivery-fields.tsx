import { DELIVERY_MODES } from '@haixuan/domain/select/cooperation/offer'
import { Form } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { CountryField, TextField } from '../../../ui/command/fields.tsx'
import { AmountField, ChoiceField, CountField } from '../../../ui/command/money-fields.tsx'

const useText = texts('delivery-fields', {
  title: { zh: '配送与退货', en: 'Delivery and returns' },
  mode: { zh: '配送方式', en: 'Way of delivery' },
  min: { zh: '承诺最快（天）', en: 'Days promised, least' },
  max: { zh: '承诺最慢（天）', en: 'Days promised, most' },
  charged: { zh: '向买家收取运费', en: 'Shipping the buyer pays' },
  path: { zh: '退货路径', en: 'Way back' },
  address: { zh: '退货地址', en: 'Address for returns' },
  payer: { zh: '退货运费承担方', en: 'Who pays the way back' },
  policy: { zh: '无理由退货（天）', en: 'Days to return for no reason' },
  hs: { zh: 'HS 编码', en: 'HS code' },
  origin: { zh: '原产地', en: 'Origin' },
  value: { zh: '申报价值', en: 'Declared value' },
  name: { zh: '申报品名', en: 'Declared name' },
  buyer: { zh: '买家', en: 'buyer' },
  seller: { zh: '卖家', en: 'seller' },
  supplier: { zh: '供应商', en: 'supplier' },
})
const PATHS = ['local-address', 'collect-and-consolidate', 'send-abroad', 'refund-without-return'] as const
const PAYERS = ['buyer', 'seller', 'supplier'] as const

/** I7, T4 · How the goods go out and come back, and what customs is told. */
export function DeliveryFields({ currency }: { readonly currency: string }) {
  const t = useText()
  const { traded } = useWords()
  const own = (id: string) => t(id as 'buyer')
  const form = Form.useFormInstance()
  const path = Form.useWatch(['delivery', 'return-path', 'kind'], form)
  const most = Form.useWatch(['delivery', 'lead-days', 'max'], form)
  return (
    <>
      <h3>{t('title')}</h3>
      <div className="two-fields">
        <ChoiceField name={['delivery', 'mode']} label={t('mode')} ids={DELIVERY_MODES} nameOf={traded} needed />
        <AmountField name={['delivery', 'shipping-charged']} label={t('charged')} currency={currency} />
        <CountField name={['delivery', 'lead-days', 'min']} label={t('min')} needed={typeof most === 'number'} />
        <CountField name={['delivery', 'lead-days', 'max']} label={t('max')} least={1} />
        <TextField name={['delivery', 'customs', 'hs']} label={t('hs')} />
        <CountryField name={['delivery', 'customs', 'origin']} label={t('origin')} needed={false} />
        <AmountField name={['delivery', 'customs', 'value']} label={t('value')} currency={currency} />
        <TextField name={['delivery', 'customs', 'declared-name']} label={t('name')} />
        <ChoiceField name={['delivery', 'return-path', 'kind']} label={t('path')} ids={PATHS} nameOf={traded} />
        <ChoiceField
          name={['delivery', 'return-path', 'paid-by']}
          label={t('payer')}
          ids={PAYERS}
          nameOf={own}
          needed={Boolean(path)}
        />
        <TextField name={['delivery', 'return-path', 'address']} label={t('address')} />
        <CountField name={['returns', 'days']} label={t('policy')} />
      </div>
    </>
  )
}
