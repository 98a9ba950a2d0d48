import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { ask } from '../../../client/ask.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { DayField, ProofField, TextField, useNeeded } from '../../../ui/command/fields.tsx'
import type { Supplier } from '../record.ts'

const useText = texts('document-form', {
  title: { zh: '登记证件', en: 'Record a document' },
  save: { zh: '登记', en: 'Record' },
  type: { zh: '证件类型', en: 'Type' },
  number: { zh: '证件编号', en: 'Number' },
  issuer: { zh: '签发机构', en: 'Issuer' },
  issued: { zh: '签发日', en: 'Issued' },
  expires: { zh: '有效至（当日仍有效）', en: 'Last day it holds' },
  expiresHow: {
    zh: '证件未写有效期时留空，按该类证件的通常期限计',
    en: 'Leave empty when it names none: the usual term of its type counts',
  },
  evidence: { zh: '扫描件', en: 'Scan' },
  says: { zh: '证件上所写（用于核对）', en: 'As it is written on it, to be compared' },
  saysName: { zh: '名称', en: 'Name' },
  saysRepresentative: { zh: '法定代表人', en: 'Representative' },
  saysAddress: { zh: '地址', en: 'Address' },
  replaces: { zh: '同类同号的旧件会被替换', en: 'One of the same type and number is replaced' },
})

type Values = {
  type: string
  number?: string
  issuer?: string
  issued?: string
  expires?: string
  evidence?: string
  says?: { name?: string; representative?: string; address?: string }
}
type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly supplier: Pick<Supplier['record'], 'id' | 'country'>
  readonly type?: string | undefined
}

/** I2 · A document: what it says at the left, the scan that proves it at the right. */
export function DocumentForm({ open, onClose, supplier, type }: Props) {
  const t = useText()
  const say = useSay()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const standard = useQuery({ ...ask('supplier-standard.get', {}), enabled: open, staleTime: Number.POSITIVE_INFINITY })
  const chosen = Form.useWatch('type', form)
  const types = (standard.data?.documents ?? []).filter((d) => !d.countries || d.countries.includes(supplier.country))
  const about = types.find((d) => d.id === chosen)
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.add-document"
      params={{ supplier: supplier.id }}
      ok={t('save')}
      open={open}
      onClose={onClose}
      form={form}
      initial={type === undefined ? {} : { type }}
      inputOf={({ says, ...rest }) => {
        const written = filled(says ?? {})
        return filled({ ...rest, ...(Object.keys(written).length > 0 ? { says: written } : {}) }) as never
      }}
      proof={<ProofField label={t('evidence')} />}
    >
      <Form.Item name="type" label={t('type')} rules={needed} extra={about ? say(about.proves) : undefined}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={types.map((d) => ({ value: d.id, label: say(d.name) }))}
        />
      </Form.Item>
      <Form.Item name="number" label={t('number')} extra={t('replaces')}>
        <Input />
      </Form.Item>
      <Form.Item name="issuer" label={t('issuer')}>
        <Input placeholder={about ? say(about.issuer) : undefined} />
      </Form.Item>
      <DayField name="issued" label={t('issued')} />
      <DayField name="expires" label={t('expires')} extra={t('expiresHow')} />
      <fieldset className="form-rows">
        <legend>{t('says')}</legend>
        <TextField name={['says', 'name']} label={t('saysName')} />
        <TextField name={['says', 'representative']} label={t('saysRepresentative')} />
        <TextField name={['says', 'address']} label={t('saysAddress')} />
      </fieldset>
    </CommandForm>
  )
}
