import { Checkbox, Form, Input, Select } from 'antd'
import type { ComponentType } from 'react'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { DayField, TextField, Two, useNeeded } from '../../../ui/command/fields.tsx'
import { AmountField, ChoiceField, CountField, ShareField } from '../../../ui/command/money-fields.tsx'
import { RowsField } from '../../../ui/command/rows-field.tsx'
import { ProductPicker } from '../../../ui/picker/product-picker.tsx'

const useText = texts('pricing-parts', {
  tiers: { zh: '阶梯价', en: 'Tiers' },
  addTier: { zh: '添加一档', en: 'Add a tier' },
  tierFrom: { zh: '满（件）', en: 'From (units)' },
  unitPrice: { zh: '单价', en: 'Price each' },
  coupons: { zh: '优惠券', en: 'Coupons' },
  addCoupon: { zh: '添加优惠券', en: 'Add a coupon' },
  couponId: { zh: '券名', en: 'Name' },
  off: { zh: '减', en: 'Off' },
  share: { zh: '或打折（减去）', en: 'or a share off' },
  fromTotal: { zh: '满额可用', en: 'From a total of' },
  fundedBy: { zh: '承担方', en: 'Who pays' },
  stackable: { zh: '可叠加', en: 'Adds to others' },
  shop: { zh: '店铺', en: 'the shop' },
  supplier: { zh: '供应商', en: 'the supplier' },
  platform: { zh: '平台', en: 'the platform' },
  host: { zh: '主播', en: 'the host' },
  bundle: { zh: '组合内容', en: 'What is in the bundle' },
  addPart: { zh: '添加一件', en: 'Add a product' },
  product: { zh: '产品', en: 'Product' },
  pieces: { zh: '件数', en: 'Units' },
  single: { zh: '单买价', en: 'Price alone' },
  preSale: { zh: '预售定金', en: 'Deposit and balance' },
  deposit: { zh: '定金', en: 'Deposit' },
  countsAs: { zh: '定金抵', en: 'Counts as' },
  balanceFrom: { zh: '尾款自', en: 'Balance from' },
  balanceUntil: { zh: '尾款至', en: 'Balance until' },
  shipBy: { zh: '最迟发货', en: 'Dispatched by' },
  refundable: {
    zh: '卖家违约或买家依法退订时退还定金',
    en: 'Given back when the seller fails or the buyer withdraws by law',
  },
  costPlus: { zh: '成本加成倍数（如 1.35）', en: 'Unit cost times, such as 1.35' },
  follows: { zh: '跟随的渠道', en: 'Channels it follows' },
  offset: { zh: '与其差额（可为负）', en: 'Set off by (may be negative)' },
  reference: { zh: '划线价', en: 'Crossed-out price' },
  kind: { zh: '它是什么价', en: 'What it is' },
  'prior-lowest': { zh: '此前最低价', en: 'lowest price before' },
  usual: { zh: '日常价', en: 'usual price' },
  'list-price': { zh: '标价', en: 'list price' },
  recommended: { zh: '建议零售价', en: 'recommended price' },
  competitor: { zh: '同行价', en: 'price of others' },
  evidence: { zh: '凭证或编号', en: 'Evidence' },
  parallel: { zh: '同期其他渠道价格', en: 'The same product elsewhere' },
  addParallel: { zh: '添加渠道价格', en: 'Add a price elsewhere' },
  channel: { zh: '渠道', en: 'Channel' },
  price: { zh: '价格', en: 'Price' },
  day: { zh: '所见日期', en: 'Seen on' },
  claims: { zh: '口播与卡片上的价格宣称', en: 'Words about the price' },
  addClaim: { zh: '添加宣称', en: 'Add words' },
  words: { zh: '措辞', en: 'Words' },
  byMarket: { zh: '分市场价格', en: 'Prices by market' },
})

type PartProps = { readonly project: string; readonly currency: string; readonly markets: readonly string[] }

function Tiers({ currency }: PartProps) {
  const t = useText()
  return (
    <RowsField name={['pricing', 'tiers']} label={t('tiers')} add={t('addTier')}>
      {(at) => (
        <>
          <CountField name={[at, 'from']} label={t('tierFrom')} least={1} needed />
          <AmountField name={[at, 'price']} label={t('unitPrice')} currency={currency} needed />
        </>
      )}
    </RowsField>
  )
}

function Coupons({ currency }: PartProps) {
  const t = useText()
  const payers = ['shop', 'supplier', 'platform', 'host'] as const
  return (
    <RowsField
      name={['pricing', 'coupons']}
      label={t('coupons')}
      add={t('addCoupon')}
      first={{ stackable: false, 'funded-by': 'shop' }}
    >
      {(at) => (
        <>
          <TextField name={[at, 'id']} label={t('couponId')} needed />
          <AmountField name={[at, 'off']} label={t('off')} currency={currency} />
          <ShareField name={[at, 'share']} label={t('share')} />
          <AmountField name={[at, 'from-total']} label={t('fromTotal')} currency={currency} />
          <ChoiceField
            name={[at, 'funded-by']}
            label={t('fundedBy')}
            ids={payers}
            nameOf={(id) => t(id as 'shop')}
            needed
          />
          <Form.Item name={[at, 'stackable']} valuePropName="checked" label=" ">
            <Checkbox>{t('stackable')}</Checkbox>
          </Form.Item>
        </>
      )}
    </RowsField>
  )
}

function Bundle({ project, currency }: PartProps) {
  const t = useText()
  const needed = useNeeded()
  return (
    <RowsField name={['pricing', 'bundle']} label={t('bundle')} add={t('addPart')} first={{ quantity: 1 }}>
      {(at) => (
        <>
          <div className="form-line-wide">
            <Form.Item name={[at, 'product']} label={t('product')} rules={needed}>
              <ProductPicker project={project} />
            </Form.Item>
          </div>
          <CountField name={[at, 'quantity']} label={t('pieces')} least={1} needed />
          <AmountField name={[at, 'single-price']} label={t('single')} currency={currency} needed />
        </>
      )}
    </RowsField>
  )
}

function PreSale({ currency }: PartProps) {
  const t = useText()
  const at = (field: string) => ['pricing', 'pre-sale', field]
  return (
    <fieldset className="form-rows">
      <legend>{t('preSale')}</legend>
      <div className="two-fields">
        <AmountField name={at('deposit')} label={t('deposit')} currency={currency} needed />
        <AmountField name={at('counts-as')} label={t('countsAs')} currency={currency} />
        <DayField name={at('balance-from')} label={t('balanceFrom')} needed />
        <DayField name={at('balance-until')} label={t('balanceUntil')} needed />
        <DayField name={at('ship-by')} label={t('shipBy')} needed />
      </div>
      <Form.Item name={at('refundable')} valuePropName="checked" initialValue>
        <Checkbox>{t('refundable')}</Checkbox>
      </Form.Item>
    </fieldset>
  )
}

function CostPlus() {
  const t = useText()
  return <TextField name={['pricing', 'cost-plus', 'markup']} label={t('costPlus')} needed />
}

function MarketFollowing({ currency }: PartProps) {
  const t = useText()
  return (
    <Two>
      <Form.Item name={['pricing', 'market-following', 'basis']} label={t('follows')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <TextField name={['pricing', 'market-following', 'offset']} label={`${t('offset')} · ${currency}`} />
      <Form.Item name={['pricing', 'market-following', 'currency']} hidden initialValue={currency}>
        <Input />
      </Form.Item>
    </Two>
  )
}

function Reference({ currency }: PartProps) {
  const t = useText()
  const kinds = ['prior-lowest', 'usual', 'list-price', 'recommended', 'competitor'] as const
  return (
    <fieldset className="form-rows">
      <legend>{t('reference')}</legend>
      <div className="form-line-fields">
        <AmountField name={['pricing', 'reference', 'price']} label={t('price')} currency={currency} />
        <ChoiceField
          name={['pricing', 'reference', 'kind']}
          label={t('kind')}
          ids={kinds}
          nameOf={(id) => t(id as 'usual')}
        />
        <TextField name={['pricing', 'reference', 'evidence']} label={t('evidence')} />
      </div>
    </fieldset>
  )
}

function Parallel({ currency }: PartProps) {
  const t = useText()
  return (
    <RowsField name={['pricing', 'parallel']} label={t('parallel')} add={t('addParallel')}>
      {(at) => (
        <>
          <TextField name={[at, 'channel']} label={t('channel')} needed />
          <AmountField name={[at, 'price']} label={t('price')} currency={currency} needed />
          <DayField name={[at, 'day']} label={t('day')} needed />
          <TextField name={[at, 'evidence']} label={t('evidence')} />
        </>
      )}
    </RowsField>
  )
}

function Claims() {
  const t = useText()
  return (
    <RowsField name={['pricing', 'claims']} label={t('claims')} add={t('addClaim')}>
      {(at) => (
        <>
          <TextField name={[at, 'words']} label={t('words')} needed />
          <TextField name={[at, 'evidence']} label={t('evidence')} />
        </>
      )}
    </RowsField>
  )
}

function ByMarket({ currency, markets }: PartProps) {
  const t = useText()
  const { market } = useWords()
  return (
    <fieldset className="form-rows">
      <legend>{t('byMarket')}</legend>
      <div className="form-line-fields">
        {markets.map((id) => (
          <AmountField key={id} name={['pricing', 'market-prices', id]} label={market(id)} currency={currency} />
        ))}
      </div>
    </fieldset>
  )
}

/** The parts that a pricing type asks for, or that anyone may add to it. */
export const PRICING_PARTS = {
  tiers: Tiers,
  bundle: Bundle,
  'pre-sale': PreSale,
  'cost-plus': CostPlus,
  'market-following': MarketFollowing,
  reference: Reference,
  coupons: Coupons,
  parallel: Parallel,
  claims: Claims,
  'market-prices': ByMarket,
} satisfies Record<string, ComponentType<PartProps>>
export type PricingPart = keyof typeof PRICING_PARTS
