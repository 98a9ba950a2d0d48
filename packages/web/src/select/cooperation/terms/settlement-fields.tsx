import { INSTRUMENTS, SETTLEMENT_MODES } from '@haixuan/domain/select/cooperation/offer'
import { Form } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { CurrencyField, DayField, TextField } from '../../../ui/command/fields.tsx'
import { AmountField, ChoiceField, CountField, ShareField } from '../../../ui/command/money-fields.tsx'
import { RowsField } from '../../../ui/command/rows-field.tsx'

const useText = texts('settlement-fields', {
  title: { zh: '结算', en: 'Settlement' },
  mode: { zh: '结算方式', en: 'Settlement' },
  instrument: { zh: '支付工具', en: 'Instrument' },
  currency: { zh: '结算币种', en: 'Currency of settlement' },
  cycle: { zh: '账期（天）', en: 'Cycle in days' },
  fx: { zh: '汇率日', en: 'Day of the rate' },
  order: { zh: '下单日', en: 'of the order' },
  statement: { zh: '结算日', en: 'of the statement' },
  payment: { zh: '付款日', en: 'of the payment' },
  invoice: { zh: '发票', en: 'Invoice' },
  'vat-special': { zh: '增值税专用发票', en: 'VAT special invoice' },
  'vat-ordinary': { zh: '增值税普通发票', en: 'VAT ordinary invoice' },
  commercial: { zh: '商业发票', en: 'commercial invoice' },
  none: { zh: '无', en: 'none' },
  commission: { zh: '佣金率', en: 'Commission' },
  slotFee: { zh: '坑位费', en: 'Slot fee' },
  gmv: { zh: '保量金额', en: 'Sales guaranteed' },
  shortfall: { zh: '未达保量', en: 'When it falls short' },
  'refund-pro-rata': { zh: '按比例退费', en: 'part of the fee goes back' },
  'refund-all': { zh: '全额退费', en: 'all of the fee goes back' },
  'stream-again': { zh: '补播', en: 'streamed again' },
  unitPrice: { zh: '买断单价', en: 'Price bought at' },
  deposit: { zh: '保证金', en: 'Deposit' },
  holder: { zh: '收款户名', en: 'Account holder' },
  rates: { zh: '约定汇率', en: 'Rates of exchange agreed' },
  addRate: { zh: '添加汇率', en: 'Add a rate' },
  from: { zh: '由', en: 'From' },
  to: { zh: '换为', en: 'To' },
  rate: { zh: '汇率', en: 'Rate' },
  day: { zh: '日期', en: 'Day' },
  source: { zh: '来源', en: 'Source' },
})
const INVOICES = ['vat-special', 'vat-ordinary', 'commercial', 'none'] as const
const SHORTFALLS = ['refund-pro-rata', 'refund-all', 'stream-again'] as const
const at = (field: string) => ['settlement', field]

/** I8 · How the parties are paid: the fields that the mode asks for. */
export function SettlementFields({ currency }: { readonly currency: string }) {
  const t = useText()
  const { traded } = useWords()
  const form = Form.useFormInstance()
  const mode = Form.useWatch(at('mode'), form) as string | undefined
  const own = (id: string) => t(id as 'order')
  const held = (field: string) => form.getFieldValue(at(field)) !== undefined
  const shows = (field: string, ...modes: readonly string[]) => modes.includes(mode ?? '') || held(field)
  return (
    <>
      <h3>{t('title')}</h3>
      <div className="two-fields">
        <ChoiceField name={at('mode')} label={t('mode')} ids={SETTLEMENT_MODES} nameOf={traded} needed />
        <ChoiceField name={at('instrument')} label={t('instrument')} ids={INSTRUMENTS} nameOf={traded} needed />
        <CurrencyField name={at('currency')} label={t('currency')} />
        <CountField name={at('cycle-days')} label={t('cycle')} needed />
        {shows('commission-rate', 'commission', 'slot-fee-commission', 'guaranteed-gmv', 'consignment') ? (
          <ShareField name={at('commission-rate')} label={t('commission')} />
        ) : null}
        {shows('slot-fee', 'slot-fee-commission', 'guaranteed-gmv') ? (
          <AmountField name={at('slot-fee')} label={t('slotFee')} currency={currency} />
        ) : null}
        {shows('guaranteed', 'guaranteed-gmv') ? (
          <>
            <AmountField name={[...at('guaranteed'), 'gmv']} label={t('gmv')} currency={currency} needed />
            <ChoiceField
              name={[...at('guaranteed'), 'shortfall']}
              label={t('shortfall')}
              ids={SHORTFALLS}
              nameOf={own}
              needed
            />
          </>
        ) : null}
        {shows('unit-price', 'buy-out') ? (
          <AmountField name={at('unit-price')} label={t('unitPrice')} currency={currency} />
        ) : null}
        <ChoiceField name={at('fx-day')} label={t('fx')} ids={['order', 'statement', 'payment']} nameOf={own} />
        <ChoiceField name={at('invoice')} label={t('invoice')} ids={INVOICES} nameOf={own} needed />
        <AmountField name={at('deposit')} label={t('deposit')} currency={currency} />
        <TextField name={[...at('payee'), 'holder']} label={t('holder')} />
      </div>
      <RowsField name="rates" label={t('rates')} add={t('addRate')}>
        {(row) => (
          <>
            <CurrencyField name={[row, 'from']} label={t('from')} />
            <CurrencyField name={[row, 'to']} label={t('to')} />
            <TextField name={[row, 'rate']} label={t('rate')} needed />
            <DayField name={[row, 'day']} label={t('day')} needed />
            <TextField name={[row, 'source']} label={t('source')} needed />
          </>
        )}
      </RowsField>
    </>
  )
}
