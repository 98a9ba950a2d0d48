import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Segmented } from 'antd'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { DayField, Two } from '../../../ui/command/fields.tsx'

const useText = texts('settle-form', {
  title: { zh: '计算结算单', en: 'Work out a statement' },
  compute: { zh: '计算并对账', en: 'Work out and reconcile' },
  from: { zh: '自', en: 'From' },
  until: { zh: '至（不含）', en: 'Until (not included)' },
  source: { zh: '订单来源', en: 'Orders' },
  imported: { zh: '项目已导入的订单', en: 'As imported into the project' },
  pasted: { zh: '粘贴', en: 'Pasted' },
  period: { zh: '选定期间后列出订单', en: 'Choose the period to see its orders' },
  none: {
    zh: '该期间没有已导入的订单。请先在“结果”中导入含下单时间与金额的订单表，或改为粘贴。',
    en: 'No imported orders in this period. Import a list with day and amount under Results, or paste them.',
  },
  count: {
    zh: '{{orders}} 笔订单，实付 {{paid}}；{{refunds}} 笔退款，共 {{refunded}}',
    en: '{{orders}} orders, {{paid}} paid; {{refunds}} refunds, {{refunded}} in all',
  },
  final: {
    zh: '末期：计入坑位费、保量、买断与定金',
    en: 'The last: slot fee, guarantee, purchase and deposit stand in it',
  },
  orders: { zh: '订单，每行：订单号,日期,件数,实付金额', en: 'Orders, a line each: id,day,quantity,paid' },
  refunds: { zh: '退款，每行：订单号,日期,金额', en: 'Refunds, a line each: order,day,amount' },
  theirs: {
    zh: '对方账单，每行：项目,订单号,金额',
    en: 'Their statement, a line each: kind,order,amount',
  },
})

type Props = {
  readonly project: string
  readonly product: string
  readonly currency: string
  /** the day the newest statement ends on */
  readonly last: string | undefined
  readonly open: boolean
  readonly onClose: () => void
}
type Values = {
  from?: string
  until?: string
  source: 'imported' | 'pasted'
  final?: boolean
  orders?: string
  refunds?: string
  theirs?: string
}

/** I8 · A statement of a period: of the orders that were imported into the project, or of pasted ones. */
export function SettleForm({ project, product, currency, last, open, onClose }: Props) {
  const t = useText()
  const [form] = Form.useForm<Values>()
  const source = Form.useWatch('source', form)
  const from = Form.useWatch('from', form)
  const until = Form.useWatch('until', form)
  const params = { project, product }
  const amount = (text: string | undefined) => ({ amount: text ?? '', currency })
  const inputOf = (f: Values) => {
    const pasted = f.source === 'pasted'
    const theirs = rowsOf(f.theirs)
    return {
      from: f.from,
      until: f.until,
      final: f.final ?? false,
      imported: !pasted,
      orders: rowsOf(pasted ? f.orders : '').map(([id = '', day = '', quantity, paid]) => ({
        id,
        day,
        quantity: Number(quantity),
        paid: amount(paid),
      })),
      refunds: rowsOf(pasted ? f.refunds : '').map(([order = '', day = '', paid]) => ({
        order,
        day,
        amount: amount(paid),
      })),
      ...(theirs.length > 0
        ? { theirs: theirs.map(([kind, order, paid]) => ({ kind, ...(order ? { order } : {}), amount: amount(paid) })) }
        : {}),
    } as never
  }
  return (
    <CommandForm
      name="offer.settle"
      title={t('title')}
      params={params}
      ok={t('compute')}
      width={640}
      open={open}
      onClose={onClose}
      form={form}
      initial={{ source: 'imported', from: last }}
      inputOf={inputOf}
    >
      <Two>
        <DayField name="from" label={t('from')} needed />
        <DayField name="until" label={t('until')} needed />
      </Two>
      <Form.Item name="source" label={t('source')} required>
        <Segmented options={(['imported', 'pasted'] as const).map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      {source === 'pasted' ? (
        <>
          <Form.Item name="orders" label={t('orders')}>
            <Input.TextArea rows={4} />
          </Form.Item>
          <Form.Item name="refunds" label={t('refunds')}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </>
      ) : (
        <Imported {...params} {...{ from, until, currency }} />
      )}
      <Form.Item name="theirs" label={t('theirs')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="final" valuePropName="checked">
        <Checkbox>{t('final')}</Checkbox>
      </Form.Item>
    </CommandForm>
  )
}

type ImportedProps = {
  readonly project: string
  readonly product: string
  readonly from: string | undefined
  readonly until: string | undefined
  readonly currency: string
}

/** How many imported orders the statement would count. */
function Imported({ project, product, from = '', until = '', currency }: ImportedProps) {
  const t = useText()
  const { money, number } = useFormats()
  const chosen = from !== '' && from < until
  const { data } = useQuery({ ...ask('offer.orders', { project, product }, { from, until }), enabled: chosen })
  const sum = (all: readonly { readonly minor: number }[]) =>
    money({ minor: all.reduce((total, { minor }) => total + minor, 0), currency })
  if (!chosen || !data) return <p className="settle-counted quiet">{t('period')}</p>
  return (
    <p className="settle-counted">
      {data.orders.length === 0 && data.refunds.length === 0
        ? t('none')
        : t('count', {
            orders: number(data.orders.length),
            paid: sum(data.orders.map((o) => o.paid)),
            refunds: number(data.refunds.length),
            refunded: sum(data.refunds.map((r) => r.amount)),
          })}
    </p>
  )
}

const rowsOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.split(/[,，\t]/).map((cell) => cell.trim()))
    .filter((cells) => cells.length > 1)
