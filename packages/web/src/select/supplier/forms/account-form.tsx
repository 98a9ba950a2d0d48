import { Form, Input } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { CountryField, ProofField, TextField, useNeeded } from '../../../ui/command/fields.tsx'
import type { Supplier } from '../record.ts'

const useText = texts('account-form', {
  title: { zh: '提出收款账户', en: 'Propose a payee account' },
  save: { zh: '提出', en: 'Propose' },
  how: {
    zh: '提出后原账户即停用，新账户须经他人回拨核实，并过冷静期方可付款。',
    en: 'The former account is out of use at once; the new one is paid to after others have called back and it has cooled off.',
  },
  holder: { zh: '户名', en: 'Account holder' },
  bank: { zh: '开户行', en: 'Bank' },
  account: { zh: '账号（IBAN 或末四位，如 ****1234）', en: 'IBAN, or masked, such as ****1234' },
  explained: { zh: '户名与供应商不同的原因', en: 'Why the holder is another than the supplier' },
  evidence: { zh: '开户证明', en: 'Proof of the account' },
})
type Values = {
  holder: string
  bank: string
  account: string
  country: string
  'holder-explained'?: string
  evidence?: string
}
type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly supplier: Pick<Supplier['record'], 'id' | 'name' | 'country'>
}

/** R4 · Step one of a change of account: what is proposed, with its proof. */
export function AccountForm({ open, onClose, supplier }: Props) {
  const t = useText()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const holder = Form.useWatch('holder', form)
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.propose-bank-account"
      params={{ supplier: supplier.id }}
      ok={t('save')}
      open={open}
      onClose={onClose}
      form={form}
      initial={{ holder: supplier.name, country: supplier.country }}
      proof={<ProofField label={t('evidence')} />}
    >
      <p className="quiet">{t('how')}</p>
      <TextField name="holder" label={t('holder')} needed />
      {holder !== undefined && holder !== supplier.name ? (
        <Form.Item name="holder-explained" label={t('explained')}>
          <Input.TextArea autoSize />
        </Form.Item>
      ) : null}
      <TextField name="bank" label={t('bank')} needed />
      <Form.Item name="account" label={t('account')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <CountryField />
    </CommandForm>
  )
}
