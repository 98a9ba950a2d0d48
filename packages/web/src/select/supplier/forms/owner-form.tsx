import { Form, InputNumber } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { CountryField, ProofField, TextField } from '../../../ui/command/fields.tsx'

const useText = texts('owner-form', {
  title: { zh: '登记受益所有人', en: 'Record a beneficial owner' },
  save: { zh: '登记', en: 'Record' },
  name: { zh: '姓名', en: 'Name' },
  share: { zh: '持股或表决权比例（%）', en: 'Share of capital or votes (%)' },
  evidence: { zh: '证明', en: 'Evidence' },
})
type Values = { name: string; country?: string; percent?: number; evidence?: string }
type Props = { readonly open: boolean; readonly onClose: () => void; readonly supplier: string }

/** I2 · A person who owns the supplier in the end. */
export function OwnerForm({ open, onClose, supplier }: Props) {
  const t = useText()
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.add-beneficial-owner"
      params={{ supplier }}
      ok={t('save')}
      open={open}
      onClose={onClose}
      inputOf={({ percent, ...rest }: Values) =>
        filled({ ...rest, ...(typeof percent === 'number' ? { share: shareOf(percent) } : {}) })
      }
    >
      <TextField name="name" label={t('name')} needed focus />
      <CountryField needed={false} />
      <Form.Item name="percent" label={t('share')}>
        <InputNumber min={0} max={100} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <ProofField label={t('evidence')} />
    </CommandForm>
  )
}

/** 51.5 → "0.515", without the noise of floats. */
const shareOf = (percent: number): string => (percent >= 100 ? '1' : (Math.round(percent * 100) / 10_000).toString())
