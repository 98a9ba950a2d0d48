import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { ask } from '../../client/ask.ts'
import { texts } from '../../texts/texts.ts'
import { ProductPicker } from '../../ui/picker/product-picker.tsx'

const useText = texts('replacement-fields', {
  available: { zh: '替换品有货', en: 'A replacement is in stock' },
  product: { zh: '换成哪个产品（带出价格）', en: 'Exchanged for (brings its price in)' },
  price: { zh: '替换品单价', en: 'Price of the replacement' },
  figure: { zh: '如 19.90', en: 'such as 19.90' },
})

/** What the fields of a replacement hold; the product only brings its price in. */
export type Replacement = { replacement?: { available: boolean; price?: string } }

/** The input of a command from these fields; nothing when they were not shown. */
export const replacementOf = ({ replacement }: Replacement): Replacement =>
  replacement?.available === undefined
    ? {}
    : { replacement: { available: replacement.available, ...(replacement.price ? { price: replacement.price } : {}) } }

type Props = {
  readonly project: string | undefined
  readonly market: string | undefined
  readonly currency: string | undefined
}

/** T4 · What the goods are exchanged for, picked among the products, with its price in the buyer's market. */
export function ReplacementFields({ project, market, currency }: Props) {
  const t = useText()
  const form = Form.useFormInstance<Replacement>()
  const queries = useQueryClient()
  const bring = async (product: string | undefined) => {
    if (product === undefined || project === undefined) return
    const { offer } = await queries.fetchQuery(ask('offer.get', { project, product }))
    const prices = [offer?.pricing['market-prices']?.[market ?? ''], offer?.pricing.price]
    const price = prices.find((p) => p?.currency === currency)
    form.setFieldValue(['replacement', 'available'], true)
    form.setFieldValue(['replacement', 'price'], price?.amount)
  }
  return (
    <>
      <Form.Item label={t('product')}>
        <ProductPicker project={project} label={t('product')} onChange={(id) => void bring(id)} clearable />
      </Form.Item>
      <Form.Item
        name={['replacement', 'price']}
        label={t('price')}
        rules={[{ pattern: /^\d+(\.\d+)?$/, message: t('figure') }]}
      >
        <Input inputMode="decimal" suffix={currency} />
      </Form.Item>
      <Form.Item name={['replacement', 'available']} valuePropName="checked">
        <Checkbox>{t('available')}</Checkbox>
      </Form.Item>
    </>
  )
}
