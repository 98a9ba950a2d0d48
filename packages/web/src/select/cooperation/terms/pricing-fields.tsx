import { PRICING_TYPES } from '@haixuan/domain/select/cooperation/pricing/pricing-terms'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { texts } from '../../../texts/texts.ts'
import { pricingNeeds, useWords } from '../../../texts/words.ts'
import { DayField, TextField, useNeeded } from '../../../ui/command/fields.tsx'
import { AmountField, ChoiceField, CountField, ShareField } from '../../../ui/command/money-fields.tsx'
import { PRICING_PARTS, type PricingPart } from './pricing-parts.tsx'

const useText = texts('pricing-fields', {
  title: { zh: '定价', en: 'Pricing' },
  markets: { zh: '市场', en: 'Markets' },
  type: { zh: '定价类型', en: 'Pricing type' },
  price: { zh: '直播价', en: 'Price on air' },
  from: { zh: '价格自', en: 'Price from' },
  until: { zh: '价格至', en: 'Price until' },
  limit: { zh: '限量（件）', en: 'Units at this price' },
  channel: { zh: '专享渠道', en: 'Channel it holds in' },
  quantity: { zh: '预计销量（件）', en: 'Units expected' },
  stock: { zh: '锁定库存（件）', en: 'Stock reserved' },
  target: { zh: '目标毛利率', en: 'Target margin' },
  more: { zh: '还可登记：', en: 'Also:' },
  reference: { zh: '划线价', en: 'crossed-out price' },
  coupons: { zh: '优惠券', en: 'coupons' },
  parallel: { zh: '其他渠道价格', en: 'prices elsewhere' },
  claims: { zh: '价格宣称', en: 'price claims' },
  'market-prices': { zh: '分市场价格', en: 'prices by market' },
})

/** Parts of any type, which are shown when they are asked for. */
const OPTIONAL = ['reference', 'coupons', 'parallel', 'claims', 'market-prices'] as const

type Props = { readonly project: string; readonly markets: readonly string[]; readonly currency: string }

/** I6 · The price and what its type asks for: only the fields of that type, and what somebody adds. */
export function PricingFields({ project, markets, currency }: Props) {
  const t = useText()
  const { traded, market } = useWords()
  const needed = useNeeded()
  const form = Form.useFormInstance()
  const type = Form.useWatch(['pricing', 'type'], form) as string | undefined
  const [asked, setAsked] = useState<readonly PricingPart[]>([])
  const needs = pricingNeeds[type ?? ''] ?? []
  const held = (part: string) => {
    const value = form.getFieldValue(['pricing', part])
    return value !== undefined && !(Array.isArray(value) && value.length === 0)
  }
  const shown = (Object.keys(PRICING_PARTS) as PricingPart[]).filter(
    (part) =>
      needs.includes(part) || ((OPTIONAL as readonly string[]).includes(part) && (asked.includes(part) || held(part))),
  )
  return (
    <>
      <h3>{t('title')}</h3>
      <Form.Item name="markets" label={t('markets')} rules={needed}>
        <Select mode="multiple" options={markets.map((value) => ({ value, label: market(value) }))} />
      </Form.Item>
      <div className="two-fields">
        <ChoiceField name={['pricing', 'type']} label={t('type')} ids={PRICING_TYPES} nameOf={traded} needed />
        <AmountField name={['pricing', 'price']} label={t('price')} currency={currency} needed />
        <ShareField name="target-margin" label={t('target')} />
        <CountField name="quantity" label={t('quantity')} least={1} needed />
        <DayField name={['pricing', 'from']} label={t('from')} needed={needs.includes('from')} />
        <DayField name={['pricing', 'until']} label={t('until')} needed={needs.includes('until')} />
        <CountField name={['pricing', 'limit']} label={t('limit')} least={1} needed={needs.includes('limit')} />
        <CountField name="stock-reserved" label={t('stock')} />
        {needs.includes('channel') || held('channel') ? (
          <TextField name={['pricing', 'channel']} label={t('channel')} needed={needs.includes('channel')} />
        ) : null}
      </div>
      {shown.map((part) => {
        const Part = PRICING_PARTS[part]
        return <Part key={part} {...{ project, currency, markets }} />
      })}
      <p className="terms-more">
        <span className="quiet">{t('more')}</span>
        {OPTIONAL.filter((part) => !shown.includes(part) && (part !== 'market-prices' || markets.length > 1)).map(
          (part) => (
            <Button key={part} size="small" type="dashed" onClick={() => setAsked([...asked, part])}>
              {t(part)}
            </Button>
          ),
        )}
      </p>
    </>
  )
}
