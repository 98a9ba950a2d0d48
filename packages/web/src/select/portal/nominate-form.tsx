import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { useCommand } from '../../client/command.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { CommandDrawer } from '../supplier/forms/command-drawer.tsx'
import { useNeeded } from '../supplier/forms/fields.tsx'
import type { Supplier } from '../supplier/profile/profile.tsx'

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
const CURRENCIES = ['CNY', 'USD', 'EUR', 'SGD', 'MYR', 'THB', 'IDR', 'PHP', 'VND', 'GBP', 'JPY', 'KRW']
/** Currencies without a smaller unit (ISO 4217). */
const WHOLE = new Set(['JPY', 'KRW', 'VND'])

type Values = {
  project: string
  title: string
  sku: string
  gtin?: string
  brand?: string
  description?: string
  price?: number
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
  const nominate = useCommand('product.nominate', { quiet: true })
  const submit = async ({ project, title, sku, gtin, brand, description, price, currency, image }: Values) => {
    const amount =
      price === undefined || price === null
        ? {}
        : { price: { minor: Math.round(price * (WHOLE.has(currency) ? 1 : 100)), currency } }
    const listing = {
      row: 1,
      sku,
      title,
      description: description ?? '',
      images: image ? [image] : [],
      category: [],
      seller: supplier.record.name,
      variants: [],
      attributes: [],
      language,
      ...(gtin ? { gtin } : {}),
      ...(brand ? { brand } : {}),
      ...amount,
    }
    const done = await nominate.run({ params: { project }, input: { listings: [listing] } as never })
    if (!done) return
    onClose()
    const product = done.added[0] ?? done.present[0]
    if (product) void navigate({ to: '/portal/products/$project/$product', params: { project, product } } as never)
  }
  return (
    <CommandDrawer
      title={t('title')}
      open={open}
      onClose={onClose}
      form={form}
      initial={{ currency: 'CNY', ...(supplier.gates[0] ? { project: supplier.gates[0].project } : {}) }}
      does={t('save')}
      running={nominate.running}
      problem={nominate.problem}
      onSubmit={(values) => void submit(values)}
    >
      <Form.Item name="project" label={t('project')} rules={needed}>
        <Select options={supplier.gates.map((g) => ({ value: g.project, label: g.name }))} />
      </Form.Item>
      <Form.Item name="title" label={t('name')} rules={needed}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="sku" label={t('sku')} rules={needed}>
        <Input />
      </Form.Item>
      <Form.Item name="gtin" label={t('gtin')}>
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="brand" label={t('brand')}>
        <Input />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <div className="portal-pair">
        <Form.Item name="price" label={t('price')}>
          <InputNumber min={0} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="currency" label={t('currency')}>
          <Select options={CURRENCIES.map((value) => ({ value }))} />
        </Form.Item>
      </div>
      <Form.Item name="image" label={t('image')} rules={[{ type: 'url' }]}>
        <Input />
      </Form.Item>
    </CommandDrawer>
  )
}
