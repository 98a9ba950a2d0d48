import { parseMoney } from '@haixuan/domain/kernel/money'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm, filled } from '../../ui/command/command-form.tsx'
import { CurrencyField, TextField, Two, useNeeded } from '../../ui/command/fields.tsx'
import type { Supplier } from '../supplier/record.ts'

const useText = texts('nominate-form', {
  title: { zh: '推荐产品', en: 'Nominate a product' },
  save: { zh: '推荐', en: 'Nominate' },
  project: { zh: '用于项目', en: 'For which project' },
  name: { zh: '产品标题', en: 'Title' },
  sku: { zh: '货号', en: 'SKU' },
  gtin: { zh: '商品条码', en: 'GTIN' },
  brand: { zh: '品牌', en: 'Brand' },
  description: { zh: '产品说明（材质、规格、用途）', en: 'Description: materials, size, use' },
  price: { zh: '供货价', en: 'Price' },
  currency: { zh: '币种', en: 'Currency' },
  image: { zh: '图片链接', en: 'Address of a picture' },
})
type Values = {
  project: string
  title: string
  sku: string
  gtin?: string
  brand?: string
  description?: string
  price?: string
  currency: string
  image?: string
}
type Props = { readonly open: boolean; readonly onClose: () => void; readonly supplier: Supplier }

/** P2 · A product the supplier puts forward for a project it takes part in. */
export function NominateForm({ open, onClose, supplier }: Props) {
  const t = useText()
  const language = useLanguage()
  const needed = useNeeded()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const project = Form.useWatch('project', form)
  const inputOf = ({ project: _, price, currency, image, description = '', ...rest }: Values) => {
    const listing = {
      ...filled(rest),
      row: 1,
      description,
      images: image ? [image] : [],
      category: [],
      seller: supplier.record.name,
      variants: [],
      attributes: [],
      language,
      ...(price ? { price: parseMoney(price, currency) } : {}),
    }
    return { listings: [listing] } as never
  }
  return (
    <CommandForm
      long
      name="product.nominate"
      title={t('title')}
      params={{ project: project ?? '' }}
      ok={t('save')}
      open={open}
      onClose={onClose}
      form={form}
      initial={{ currency: 'CNY', ...(supplier.gates[0] ? { project: supplier.gates[0].project } : {}) }}
      inputOf={inputOf}
      onDone={({ added, present }) => {
        const product = added[0] ?? present[0]
        if (product) void navigate({ to: '/portal/products/$project/$product', params: { project, product } } as never)
      }}
    >
      <Form.Item name="project" label={t('project')} rules={needed}>
        <Select options={supplier.gates.map((g) => ({ value: g.project, label: g.name }))} />
      </Form.Item>
      <TextField name="title" label={t('name')} needed focus />
      <TextField name="sku" label={t('sku')} needed />
      <Form.Item name="gtin" label={t('gtin')}>
        <Input inputMode="numeric" />
      </Form.Item>
      <TextField name="brand" label={t('brand')} />
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Two>
        <Form.Item name="price" label={t('price')}>
          <InputNumber min="0" stringMode style={{ width: '100%' }} />
        </Form.Item>
        <CurrencyField label={t('currency')} />
      </Two>
      <Form.Item name="image" label={t('image')} rules={[{ type: 'url' }]}>
        <Input />
      </Form.Item>
    </CommandForm>
  )
}
