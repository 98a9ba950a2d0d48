import { Form, Input, InputNumber, Select } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { territories, useWords } from '../../../texts/words.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { TextField, Two } from '../../../ui/command/fields.tsx'
import type { Shared } from './shared.ts'

const useText = texts('describe-form', {
  model: { zh: '型号', en: 'Model' },
  gtin: { zh: '条码（GTIN）', en: 'GTIN' },
  hs: { zh: 'HS 编码', en: 'HS code' },
  origin: { zh: '原产地', en: 'Origin' },
  country: { zh: '两个大写字母，如 CN', en: 'Two capital letters, such as CN' },
  materials: { zh: '材质', en: 'Materials' },
  dimensions: { zh: '尺寸', en: 'Dimensions' },
  maker: { zh: '生产者名称', en: 'Maker' },
  makerCountry: { zh: '生产者国别', en: 'Maker’s country' },
  makerAddress: { zh: '生产者地址', en: 'Maker’s address' },
  responsible: { zh: '责任人（{{market}}）', en: 'Responsible person ({{market}})' },
  address: { zh: '地址', en: 'Address' },
  stock: { zh: '库存', en: 'Stock' },
  units: { zh: '预计销量', en: 'Expected units' },
})

type Person = { name?: string; address?: string }
type Values = {
  maker?: { name?: string; country?: string; address?: string }
  responsible?: Record<string, Person>
  [field: string]: unknown
}
type Props = Shared & { readonly product: Answer<'product.get'>; readonly markets: readonly string[] }
/** I3 · What is known of the product beside its listing. */
export function DescribeForm({ product, markets, ...shared }: Props) {
  const t = useText()
  const { market } = useWords()
  const { facts, listing } = product
  const areas = [...new Set(markets.map((m) => territories[m] ?? m))]
  const inputOf = (values: Record<string, never>) => {
    const { maker, responsible = {}, ...rest } = values as Values
    const people = Object.fromEntries(Object.entries(responsible).filter(([, who]) => who?.name && who.address))
    return filled({
      ...rest,
      ...(maker?.name && maker.country ? { maker: filled(maker) } : {}),
      ...(Object.keys(people).length > 0 ? { 'responsible-person': people } : {}),
    }) as never
  }
  return (
    <CommandForm
      {...shared}
      name="product.describe"
      width={640}
      initial={{
        model: facts?.model,
        gtin: facts?.gtin,
        hs: facts?.hs,
        origin: facts?.origin,
        materials: facts?.materials,
        dimensions: facts?.dimensions,
        maker: facts?.maker,
        responsible: facts?.['responsible-person'],
        stock: facts?.stock,
        'expected-units': facts?.['expected-units'],
      }}
      inputOf={inputOf}
    >
      <Two>
        <Form.Item name="model" label={t('model')}>
          <Input autoFocus placeholder={listing.mpn ?? ''} />
        </Form.Item>
        <Form.Item name="gtin" label={t('gtin')}>
          <Input inputMode="numeric" placeholder={listing.gtin ?? ''} />
        </Form.Item>
      </Two>
      <Two>
        <Form.Item name="hs" label={t('hs')}>
          <Input inputMode="numeric" placeholder={listing.hs ?? ''} />
        </Form.Item>
        <Form.Item name="origin" label={t('origin')} rules={[{ pattern: /^[A-Z]{2}$/, message: t('country') }]}>
          <Input maxLength={2} placeholder={listing.origin ?? 'CN'} />
        </Form.Item>
      </Two>
      <Form.Item name="materials" label={t('materials')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="dimensions" label={t('dimensions')}>
        <Input placeholder={listing.dimensions ?? ''} />
      </Form.Item>
      <Two>
        <TextField name={['maker', 'name']} label={t('maker')} />
        <Form.Item
          name={['maker', 'country']}
          label={t('makerCountry')}
          rules={[{ pattern: /^[A-Z]{2}$/, message: t('country') }]}
        >
          <Input maxLength={2} placeholder="CN" />
        </Form.Item>
      </Two>
      <TextField name={['maker', 'address']} label={t('makerAddress')} />
      {areas.map((area) => (
        <Two key={area}>
          <Form.Item name={['responsible', area, 'name']} label={t('responsible', { market: market(area) })}>
            <Input />
          </Form.Item>
          <TextField name={['responsible', area, 'address']} label={t('address')} />
        </Two>
      ))}
      <Two>
        <Form.Item name="stock" label={t('stock')}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="expected-units" label={t('units')}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Two>
    </CommandForm>
  )
}
