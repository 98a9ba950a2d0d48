import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { CountryField, ProofField, TextField } from '../../../ui/command/fields.tsx'
import { ShareField } from '../../../ui/command/money-fields.tsx'

const useText = texts('owner-form', {
  title: { zh: '登记受益所有人', en: 'Record a beneficial owner' },
  save: { zh: '登记', en: 'Record' },
  name: { zh: '姓名', en: 'Name' },
  share: { zh: '持股或表决权比例', en: 'Share of capital or votes' },
  evidence: { zh: '证明', en: 'Evidence' },
})
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
    >
      <TextField name="name" label={t('name')} needed focus />
      <CountryField needed={false} />
      <ShareField name="share" label={t('share')} />
      <ProofField label={t('evidence')} />
    </CommandForm>
  )
}
