import { DELIVERY_MODES, INSTRUMENTS, SETTLEMENT_MODES } from '@haixuan/domain/select/cooperation/offer'
import { PRICING_TYPES } from '@haixuan/domain/select/cooperation/pricing/pricing-terms'
import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { useCommand } from '../../../client/command.ts'
import type { Answer, Input as InputOf } from '../../../client/operations.ts'
import { useNarrow } from '../../../look/narrow.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { ProblemNote } from '../../../ui/page/problem-note.tsx'

const useText = texts('offer-form', {
  title: { zh: '合作条件', en: 'Terms' },
  save: { zh: '登记', en: 'Record' },
  pricing: { zh: '定价', en: 'Pricing' },
  markets: { zh: '市场', en: 'Markets' },
  type: { zh: '定价类型', en: 'Pricing type' },
  price: { zh: '直播价', en: 'Price' },
  currency: { zh: '币种', en: 'Currency' },
  from: { zh: '价格自', en: 'Price from' },
  until: { zh: '价格至', en: 'Price until' },
  limit: { zh: '限量', en: 'Units at this price' },
  quantity: { zh: '预计销量', en: 'Units expected' },
  stock: { zh: '锁定库存', en: 'Stock reserved' },
  target: { zh: '目标毛利率', en: 'Target margin' },
  costs: { zh: '成本（每件）', en: 'Costs of one unit' },
  unit: { zh: '进货价', en: 'Unit cost' },
  packaging: { zh: '包装', en: 'Packaging' },
  freight: { zh: '国际运费', en: 'International freight' },
  host: { zh: '主播佣金', en: 'Host commission' },
  ads: { zh: '投流占比', en: 'Advertising' },
  returns: { zh: '退货率', en: 'Return rate' },
  delivery: { zh: '配送', en: 'Delivery' },
  mode: { zh: '配送方式', en: 'Way of delivery' },
  min: { zh: '最快（天）', en: 'Days, least' },
  max: { zh: '最慢（天）', en: 'Days, most' },
  path: { zh: '退货路径', en: 'Way back' },
  address: { zh: '退货地址', en: 'Address for returns' },
  payer: { zh: '退货运费承担方', en: 'Who pays the way back' },
  hs: { zh: 'HS 编码', en: 'HS code' },
  origin: { zh: '原产地', en: 'Origin' },
  value: { zh: '申报价值', en: 'Declared value' },
  name: { zh: '申报品名', en: 'Declared name' },
  settlement: { zh: '结算', en: 'Settlement' },
  settle: { zh: '结算方式', en: 'Settlement' },
  instrument: { zh: '支付工具', en: 'Instrument' },
  cycle: { zh: '账期（天）', en: 'Cycle in days' },
  fx: { zh: '汇率日', en: 'Day of the rate' },
  order: { zh: '下单日', en: 'of the order' },
  statement: { zh: '结算日', en: 'of the statement' },
  payment: { zh: '付款日', en: 'of the payment' },
  invoice: { zh: '发票', en: 'Invoice' },
  commission: { zh: '佣金率', en: 'Commission' },
  slotFee: { zh: '坑位费', en: 'Slot fee' },
  holder: { zh: '收款户名', en: 'Account holder' },
  contract: { zh: '合同', en: 'Contract' },
  law: { zh: '适用法律', en: 'Governing law' },
  text: { zh: '合同文本', en: 'Text' },
  policy: { zh: '无理由退货（天）', en: 'Days to return' },
  'local-address': { zh: '当地退货地址', en: 'local address' },
  'collect-and-consolidate': { zh: '集中揽收', en: 'collected and consolidated' },
  'send-abroad': { zh: '寄回国内', en: 'sent abroad' },
  'refund-without-return': { zh: '免退货退款', en: 'refund without return' },
  buyer: { zh: '买家', en: 'buyer' },
  seller: { zh: '卖家', en: 'seller' },
  supplier: { zh: '供应商', en: 'supplier' },
  'vat-special': { zh: '增值税专用发票', en: 'VAT special invoice' },
  'vat-ordinary': { zh: '增值税普通发票', en: 'VAT ordinary invoice' },
  commercial: { zh: '商业发票', en: 'commercial invoice' },
  none: { zh: '无', en: 'none' },
  share: { zh: '小数，如 0.2', en: 'a share, such as 0.2' },
})

type Offer = NonNullable<Answer<'offer.get'>['offer']>
type Terms = InputOf<'offer.agree'>
type Fields = Record<string, string | number | string[] | null | undefined>

/** The terms as the fields of a form hold them. */
const fieldsOf = (o: Offer | null, markets: readonly string[], currency: string): Fields => ({
  markets: o?.markets ?? [...markets],
  type: o?.pricing.type ?? 'fixed',
  price: o?.pricing.price.amount,
  currency: o?.pricing.price.currency ?? currency,
  from: o?.pricing.from,
  until: o?.pricing.until,
  limit: o?.pricing.limit,
  quantity: o?.quantity,
  stock: o?.['stock-reserved'],
  target: o?.['target-margin'] ?? '0',
  unit: o?.costs['unit-cost'].amount,
  unitCurrency: o?.costs['unit-cost'].currency ?? currency,
  packaging: o?.costs.packaging?.amount,
  freight: o?.costs['international-freight']?.amount,
  host: o?.costs['host-commission-rate'] ?? '0',
  ads: o?.costs['ad-share'] ?? '0',
  returns: o?.costs['return-rate'] ?? '0',
  mode: o?.delivery.mode ?? 'direct-mail-9610',
  min: o?.delivery['lead-days']?.min,
  max: o?.delivery['lead-days']?.max,
  path: o?.delivery['return-path']?.kind,
  address: o?.delivery['return-path']?.address,
  payer: o?.delivery['return-path']?.['paid-by'] ?? 'seller',
  hs: o?.delivery.customs?.hs,
  origin: o?.delivery.customs?.origin,
  value: o?.delivery.customs?.value?.amount,
  valueCurrency: o?.delivery.customs?.value?.currency ?? currency,
  name: o?.delivery.customs?.['declared-name'],
  settle: o?.settlement.mode ?? 'commission',
  instrument: o?.settlement.instrument ?? 'platform',
  settleCurrency: o?.settlement.currency ?? currency,
  cycle: o?.settlement['cycle-days'] ?? 30,
  fx: o?.settlement['fx-day'] ?? 'statement',
  invoice: o?.settlement.invoice ?? 'commercial',
  commission: o?.settlement['commission-rate'],
  slotFee: o?.settlement['slot-fee']?.amount,
  holder: o?.settlement.payee?.holder,
  law: o?.contract?.['governing-law'] ?? 'cn',
  text: o?.contract?.text,
  policy: o?.returns?.days,
})

const kept = (o: object) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined && v !== null && v !== ''))

/** The terms on record as the command takes them: without what others have said of them. */
export function termsOf(o: Offer): Terms {
  const { id: _, product: __, supplier: ___, contract, delivery, settlement, ...rest } = o
  const { acknowledged: ____, ...way } = delivery
  const { deviations: _____, ...signed } = contract ?? { deviations: [] }
  return {
    ...rest,
    delivery: way,
    settlement: { ...settlement, ...(settlement.payee ? { payee: { holder: settlement.payee.holder } } : {}) },
    ...(contract ? { contract: signed } : {}),
  } as unknown as Terms
}

/** The terms with what the form says in the place of what they said; parts it does not show stay. */
function termsFrom(before: Offer | null, f: Fields): Terms {
  const b = before ? (termsOf(before) as unknown as Record<string, Record<string, unknown>>) : {}
  const money = (amount: unknown, currency: unknown) =>
    amount === undefined || amount === null || amount === '' ? undefined : { amount: String(amount), currency }
  return kept({
    ...b,
    markets: f.markets,
    quantity: f.quantity,
    'stock-reserved': f.stock,
    'target-margin': f.target,
    pricing: kept({
      ...b.pricing,
      type: f.type,
      price: money(f.price, f.currency),
      from: f.from,
      until: f.until,
      limit: f.limit,
    }),
    costs: kept({
      ...b.costs,
      'unit-cost': money(f.unit, f.unitCurrency),
      packaging: money(f.packaging, f.unitCurrency),
      'international-freight': money(f.freight, f.unitCurrency),
      'host-commission-rate': f.host,
      'ad-share': f.ads,
      'return-rate': f.returns,
    }),
    delivery: kept({
      ...b.delivery,
      mode: f.mode,
      'lead-days': f.max ? { min: f.min ?? 0, max: f.max } : undefined,
      'return-path': f.path ? kept({ kind: f.path, address: f.address, 'paid-by': f.payer }) : undefined,
      customs: kept({
        ...(b.delivery?.customs as object),
        hs: f.hs,
        origin: f.origin,
        value: money(f.value, f.valueCurrency),
        'declared-name': f.name,
      }),
    }),
    settlement: kept({
      ...b.settlement,
      mode: f.settle,
      instrument: f.instrument,
      currency: f.settleCurrency,
      'cycle-days': f.cycle,
      'fx-day': f.fx,
      invoice: f.invoice,
      'commission-rate': f.commission,
      'slot-fee': money(f.slotFee, f.settleCurrency),
      payee: f.holder ? { holder: f.holder } : undefined,
    }),
    contract: f.text || b.contract ? kept({ ...b.contract, 'governing-law': f.law, text: f.text }) : undefined,
    returns: f.policy === undefined || f.policy === null ? b.returns : { ...b.returns, days: f.policy },
  }) as unknown as Terms
}

type Props = {
  readonly project: string
  readonly product: string
  readonly offer: Answer<'offer.get'>
  readonly open: boolean
  readonly onClose: () => void
}

/** Records the terms; the server works out at once what they cost and lack. */
export function OfferForm({ project, product, offer, open, onClose }: Props) {
  const t = useText()
  const narrow = useNarrow()
  const { traded, market } = useWords()
  const [form] = Form.useForm<Fields>()
  const agree = useCommand('offer.agree', { onDone: onClose, quiet: true })
  const markets = offer.markets.map((m) => m.id)
  const currency = offer.offer?.pricing.price.currency ?? offer.markets[0]?.cost?.currency ?? 'EUR'
  const text = (name: string, label: string, required = false) => (
    <Form.Item name={name} label={label} rules={[{ required }]}>
      <Input />
    </Form.Item>
  )
  const count = (name: string, label: string, required = false) => (
    <Form.Item name={name} label={label} rules={[{ required }]}>
      <InputNumber min={0} style={{ width: '100%' }} />
    </Form.Item>
  )
  const one = (name: string, label: string, ids: readonly string[], say: (id: string) => string) => (
    <Form.Item name={name} label={label}>
      <Select options={ids.map((value) => ({ value, label: say(value) }))} />
    </Form.Item>
  )
  const own = (id: string) => t(id as 'buyer')
  return (
    <Drawer
      title={t('title')}
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 620}
      destroyOnHidden
      extra={
        <Button type="primary" loading={agree.running} onClick={() => form.submit()}>
          {t('save')}
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={fieldsOf(offer.offer, markets, currency)}
        onFinish={(fields) =>
          void agree.run({
            params: { project, product },
            input: termsFrom(offer.offer, fields),
            ...(offer.version === null ? {} : { version: offer.version }),
          })
        }
      >
        {agree.problem ? <ProblemNote problem={agree.problem} /> : null}
        <h3>{t('pricing')}</h3>
        <Form.Item name="markets" label={t('markets')} rules={[{ required: true }]}>
          <Select mode="multiple" options={markets.map((value) => ({ value, label: market(value) }))} />
        </Form.Item>
        <div className="offer-form-two">
          {one('type', t('type'), PRICING_TYPES, traded)}
          {text('target', `${t('target')} · ${t('share')}`)}
          {text('price', t('price'), true)}
          {text('currency', t('currency'), true)}
          {text('from', t('from'))}
          {text('until', t('until'))}
          {count('quantity', t('quantity'), true)}
          {count('stock', t('stock'))}
          {count('limit', t('limit'))}
        </div>
        <h3>{t('costs')}</h3>
        <div className="offer-form-two">
          {text('unit', t('unit'), true)}
          {text('unitCurrency', t('currency'), true)}
          {text('packaging', t('packaging'))}
          {text('freight', t('freight'))}
          {text('host', `${t('host')} · ${t('share')}`)}
          {text('ads', `${t('ads')} · ${t('share')}`)}
          {text('returns', `${t('returns')} · ${t('share')}`)}
        </div>
        <h3>{t('delivery')}</h3>
        <div className="offer-form-two">
          {one('mode', t('mode'), DELIVERY_MODES, traded)}
          {text('hs', t('hs'))}
          {count('min', t('min'))}
          {count('max', t('max'))}
          {one(
            'path',
            t('path'),
            ['local-address', 'collect-and-consolidate', 'send-abroad', 'refund-without-return'],
            own,
          )}
          {text('address', t('address'))}
          {one('payer', t('payer'), ['buyer', 'seller', 'supplier'], own)}
          {text('origin', t('origin'))}
          {text('value', t('value'))}
          {text('valueCurrency', t('currency'))}
          {text('name', t('name'))}
          {count('policy', t('policy'))}
        </div>
        <h3>{t('settlement')}</h3>
        <div className="offer-form-two">
          {one('settle', t('settle'), SETTLEMENT_MODES, traded)}
          {one('instrument', t('instrument'), INSTRUMENTS, traded)}
          {text('settleCurrency', t('currency'), true)}
          {count('cycle', t('cycle'), true)}
          {one('fx', t('fx'), ['order', 'statement', 'payment'], own)}
          {one('invoice', t('invoice'), ['vat-special', 'vat-ordinary', 'commercial', 'none'], own)}
          {text('commission', `${t('commission')} · ${t('share')}`)}
          {text('slotFee', t('slotFee'))}
          {text('holder', t('holder'))}
        </div>
        <h3>{t('contract')}</h3>
        {text('law', t('law'))}
        <Form.Item name="text" label={t('text')}>
          <Input.TextArea rows={10} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
