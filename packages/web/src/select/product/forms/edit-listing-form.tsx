import { formatDecimal, parseMoney } from '@haixuan/domain/kernel/money'
import { Alert, Form, Input, Select } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { TextField, Two } from '../../../ui/command/fields.tsx'
import type { Shared } from './shared.ts'

const useText = texts('edit-listing-form', {
  title: { zh: '标题', en: 'Title' },
  noTitle: { zh: '标题不能为空', en: 'A title is needed' },
  description: { zh: '描述', en: 'Description' },
  price: { zh: '标价', en: 'Price' },
  currency: { zh: '币种', en: 'Currency' },
  brand: { zh: '品牌', en: 'Brand' },
  images: { zh: '图片链接', en: 'Addresses of pictures' },
  imagesWrong: { zh: '请填写完整的网址，如 https://…', en: 'Whole addresses, such as https://…' },
  priceWrong: { zh: '请填写如 12.90 的金额', en: 'An amount such as 12.90' },
  currencyWrong: { zh: '三个大写字母', en: 'Three capital letters' },
  claim: { zh: '“{{words}}”没有依据', en: '“{{words}}” is not proven' },
  softer: { zh: '可改为：{{words}}', en: 'Say instead: {{words}}' },
  remove: { zh: '请删去，或写明有依据的内容。', en: 'Take it out, or say what is proven.' },
})

type Values = {
  readonly title?: string
  readonly description?: string
  readonly amount?: string
  readonly currency?: string
  readonly brand?: string
  readonly images?: readonly string[]
}
type Props = Shared & { readonly product: Answer<'product.get'>; readonly more: Readonly<Record<string, unknown>> }

/** R3 · What the listing says and asks; its texts are read again as soon as it is kept. */
export function EditListingForm({ product, more, ...shared }: Props) {
  const t = useText()
  const { listing } = product
  const span = more.span as { field: string; from: number; words: string } | undefined
  const softer = more.softer as string | undefined
  const inputOf = (values: Record<string, never>) => {
    const { title, description = '', amount, currency, brand, images } = values as Values
    const price = amount && currency ? parseMoney(amount, currency) : undefined
    const same = price?.minor === listing.price?.minor && price?.currency === listing.price?.currency
    return {
      ...(title === listing.title ? {} : { title }),
      ...(description === listing.description ? {} : { description }),
      ...(price && !same ? { price } : {}),
      ...(brand && brand !== listing.brand ? { brand } : {}),
      ...(images?.join(' ') === listing.images.join(' ') ? {} : { images }),
    } as never
  }
  return (
    <CommandForm
      {...shared}
      name="product.edit-listing"
      width={720}
      initial={{
        title: listing.title,
        description: listing.description,
        amount: listing.price ? formatDecimal(listing.price) : undefined,
        currency: listing.price?.currency ?? listing.currency,
        brand: listing.brand,
        images: listing.images,
      }}
      inputOf={inputOf}
    >
      {span ? (
        <Alert
          style={{ marginBottom: 16 }}
          type="warning"
          title={t('claim', { words: span.words })}
          description={softer ? t('softer', { words: softer }) : t('remove')}
        />
      ) : null}
      <Form.Item name="title" label={t('title')} rules={[{ required: true, message: t('noTitle') }]}>
        <Input autoFocus={span?.field !== 'description'} />
      </Form.Item>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} autoFocus={span?.field === 'description'} />
      </Form.Item>
      <Two>
        <Form.Item name="amount" label={t('price')} rules={[{ pattern: /^\d+(\.\d+)?$/, message: t('priceWrong') }]}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item
          name="currency"
          label={t('currency')}
          rules={[{ pattern: /^[A-Z]{3}$/, message: t('currencyWrong') }]}
        >
          <Input maxLength={3} />
        </Form.Item>
      </Two>
      <TextField name="brand" label={t('brand')} />
      <Form.Item
        name="images"
        label={t('images')}
        rules={[{ type: 'array', defaultField: { type: 'url' }, message: t('imagesWrong') }]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',']} />
      </Form.Item>
    </CommandForm>
  )
}
