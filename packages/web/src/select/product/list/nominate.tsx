import { parseMoney } from '@haixuan/domain/kernel/money'
import { Form, Input, Select } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { CurrencyField, TextField, Two } from '../../../ui/command/fields.tsx'

const useText = texts('nominate', {
  title: { zh: '登记候选产品', en: 'Add a candidate' },
  ok: { zh: '登记', en: 'Add' },
  name: { zh: '标题', en: 'Title' },
  nameMissing: { zh: '请填写标题', en: 'Give the title' },
  description: { zh: '描述', en: 'Description' },
  sku: { zh: '商家编码', en: 'SKU' },
  brand: { zh: '品牌', en: 'Brand' },
  seller: { zh: '供应商', en: 'Supplier' },
  sellerHelp: { zh: '填写名称；已有档案的按名称归入', en: 'By name; one on record is found by it' },
  price: { zh: '标价', en: 'Price' },
  priceWrong: { zh: '请填写如 12.90 的金额', en: 'An amount such as 12.90' },
  channel: { zh: '选品途径', en: 'Channel' },
})

type Values = {
  title: string
  description?: string
  sku?: string
  brand?: string
  seller?: string
  amount?: string
  currency: string
  channel?: string
}
type Props = {
  readonly project: string
  readonly plan: Answer<'project.get'>['plan'] | undefined
  readonly onClose: () => void
}

/** P2 · One candidate by hand. */
export function Nominate({ project, plan, onClose }: Props) {
  const t = useText()
  const inputOf = (values: unknown) => {
    const { amount, currency, channel, description = '', ...rest } = filled(values as Values)
    const listing = {
      ...rest,
      row: 1,
      description,
      images: [],
      category: [],
      variants: [],
      attributes: [],
      language: /\p{Script=Han}/u.test(rest.title) ? 'zh' : 'und',
      ...(amount ? { price: parseMoney(amount, currency), currency: currency } : {}),
    }
    return { listings: [listing], ...(channel ? { channel } : {}) }
  }
  return (
    <CommandForm
      name="product.nominate"
      title={t('title')}
      params={{ project }}
      initial={{ currency: plan?.currency ?? 'CNY' }}
      inputOf={inputOf as never}
      ok={t('ok')}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('name')} rules={[{ required: true, message: t('nameMissing') }]}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Two>
        <TextField name="sku" label={t('sku')} />
        <TextField name="brand" label={t('brand')} />
      </Two>
      <Form.Item name="seller" label={t('seller')} extra={t('sellerHelp')}>
        <Input />
      </Form.Item>
      <Two>
        <Form.Item name="amount" label={t('price')} rules={[{ pattern: /^\d+(\.\d+)?$/, message: t('priceWrong') }]}>
          <Input inputMode="decimal" />
        </Form.Item>
        <CurrencyField />
      </Two>
      {plan && plan.channels.length > 0 ? (
        <Form.Item name="channel" label={t('channel')}>
          <Select allowClear options={plan.channels.map((c) => ({ value: c.id, label: c.name }))} />
        </Form.Item>
      ) : null}
    </CommandForm>
  )
}
