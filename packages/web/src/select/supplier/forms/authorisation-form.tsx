import { Form, Select, Switch } from 'antd'
import { texts, useSay } from '../../../texts/texts.ts'
import { markets } from '../../../texts/words.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { DayField, ProofField, TextField, useNeeded } from '../../../ui/command/fields.tsx'
import type { Supplier } from '../record.ts'

const useText = texts('authorisation-form', {
  title: { zh: '登记授权书', en: 'Record a letter of authorisation' },
  save: { zh: '登记', en: 'Record' },
  brand: { zh: '品牌', en: 'Brand' },
  from: { zh: '授权方', en: 'From' },
  to: { zh: '被授权方', en: 'To' },
  territory: { zh: '授权地域', en: 'Territory' },
  world: { zh: '全球', en: 'Worldwide' },
  channels: { zh: '授权渠道', en: 'Channels' },
  livestream: { zh: '直播', en: 'Livestream' },
  online: { zh: '网店', en: 'Online shop' },
  offline: { zh: '线下', en: 'Offline' },
  all: { zh: '全部渠道', en: 'All channels' },
  begins: { zh: '生效日', en: 'In force from' },
  expires: { zh: '有效至', en: 'Last day it holds' },
  sublicence: { zh: '允许转授权', en: 'Its holder may authorise others' },
  evidence: { zh: '授权书扫描件', en: 'The letter itself' },
})
type Props = { readonly open: boolean; readonly onClose: () => void; readonly supplier: Supplier['record'] }

/** G2, I2 · One link of a brand's chain, with the letter beside it. */
export function AuthorisationForm({ open, onClose, supplier }: Props) {
  const t = useText()
  const say = useSay()
  const needed = useNeeded()
  const first = supplier.brands.find((b) => b.owner !== supplier.name)
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.add-authorisation"
      params={{ supplier: supplier.id }}
      ok={t('save')}
      open={open}
      onClose={onClose}
      initial={{
        to: supplier.name,
        channels: ['livestream'],
        ...(first ? { brand: first.brand, from: first.owner } : {}),
      }}
      proof={<ProofField label={t('evidence')} />}
    >
      <TextField name="brand" label={t('brand')} needed />
      <TextField name="from" label={t('from')} needed />
      <TextField name="to" label={t('to')} needed />
      <Form.Item name="territory" label={t('territory')} rules={needed}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: 'world', label: t('world') },
            ...Object.entries(markets).map(([value, name]) => ({ value, label: say(name) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="channels" label={t('channels')} rules={needed}>
        <Select
          mode="multiple"
          options={(['livestream', 'online', 'offline', 'all'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      <DayField name="valid-from" label={t('begins')} needed />
      <DayField name="expires" label={t('expires')} />
      <Form.Item name="sublicence" label={t('sublicence')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </CommandForm>
  )
}
