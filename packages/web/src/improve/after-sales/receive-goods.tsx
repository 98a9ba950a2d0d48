import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { Answer, Input as InputOf } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'
import { today } from '../../texts/today.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { DayField } from '../../ui/command/fields.tsx'

const useText = texts('receive-goods', {
  title: { zh: '登记退货签收', en: 'Record goods back' },
  day: { zh: '签收日', en: 'Day they came back' },
  lines: { zh: '退回的商品与验收情况', en: 'What came back, and how it was found' },
  line: { zh: '第 {{id}} 行 · {{n}} 件 × {{price}}', en: 'Line {{id}} · {{n}} × {{price}}' },
  quantity: { zh: '退回件数', en: 'Units back' },
  condition: { zh: '状况', en: 'Condition' },
  lost: { zh: '贬值金额', en: 'Value lost' },
  unopened: { zh: '未拆封', en: 'unopened' },
  opened: { zh: '已拆封', en: 'opened' },
  used: { zh: '已使用', en: 'used' },
  damaged: { zh: '已损坏', en: 'damaged' },
  figure: { zh: '如 19.90', en: 'such as 19.90' },
})
const CONDITIONS = ['unopened', 'opened', 'used', 'damaged'] as const
type Case = Answer<'case.get'>
type Back = { back: boolean; quantity: number; condition: (typeof CONDITIONS)[number]; lost?: string }
type Fields = { day: string; lines: Back[] }

/** T4 · What came back, line by line, and how it was found; the case is decided again on it. */
export function ReceiveGoods({ of, onClose }: { readonly of: Case; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<Fields>()
  const { order, case: asked } = of.record
  const lines = order.lines
  const told = Form.useWatch('lines', form)
  const inputOf = ({ day, lines: found }: Fields): InputOf<'case.receive-goods'> => {
    const back: InputOf<'case.receive-goods'>['lines'] = lines.flatMap(({ id }, i) => {
      const { back: came, quantity, condition, lost } = found[i] as Back
      return came ? [{ line: id, quantity, condition, ...(lost ? { 'value-lost': lost } : {}) }] : []
    })
    return { day, lines: back }
  }
  return (
    <CommandForm
      name="case.receive-goods"
      title={t('title')}
      ok={t('title')}
      params={{ case: of.id }}
      version={of.version}
      form={form}
      initial={{
        day: today(),
        lines: lines.map(({ id, quantity }) => {
          const own = asked.lines?.find((l) => l.line === id)
          return {
            back: asked.lines === undefined || own !== undefined,
            quantity: own?.quantity ?? quantity,
            condition: own?.condition ?? 'unopened',
            lost: own?.['value-lost'],
          }
        }),
      }}
      inputOf={inputOf}
      ready={told === undefined || told.some((l) => l?.back)}
      onClose={onClose}
    >
      <DayField name="day" label={t('day')} needed min={order.day} />
      <fieldset className="case-lines">
        <legend>{t('lines')}</legend>
        {lines.map(({ id, quantity, price }, i) => (
          <div key={id}>
            <Form.Item name={['lines', i, 'back']} valuePropName="checked" noStyle>
              <Checkbox>{t('line', { id, n: quantity, price: `${order.currency} ${price}` })}</Checkbox>
            </Form.Item>
            {told?.[i]?.back ? (
              <div className="case-fields">
                <Form.Item name={['lines', i, 'quantity']} label={t('quantity')} rules={[{ required: true }]}>
                  <InputNumber min={1} max={quantity} precision={0} style={{ width: '100%' }} />
                </Form.Item>
                <Form.Item name={['lines', i, 'condition']} label={t('condition')} rules={[{ required: true }]}>
                  <Select options={CONDITIONS.map((value) => ({ value, label: t(value) }))} />
                </Form.Item>
                <Form.Item
                  name={['lines', i, 'lost']}
                  label={t('lost')}
                  rules={[{ pattern: /^\d+(\.\d+)?$/, message: t('figure') }]}
                >
                  <Input inputMode="decimal" suffix={order.currency} />
                </Form.Item>
              </div>
            ) : null}
          </div>
        ))}
      </fieldset>
    </CommandForm>
  )
}
