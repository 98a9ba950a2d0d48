import { Form, Input } from 'antd'
import { useCommand } from '../../../client/command.ts'
import { texts } from '../../../texts/texts.ts'
import { EvidenceField } from '../../../ui/evidence/evidence-field.tsx'
import type { Supplier } from '../profile/profile.tsx'
import { CommandDrawer } from './command-drawer.tsx'
import { CountryField, said, useNeeded } from './fields.tsx'

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
  const propose = useCommand('supplier.propose-bank-account', { quiet: true, onDone: onClose })
  const holder = Form.useWatch('holder', form)
  return (
    <CommandDrawer
      title={t('title')}
      open={open}
      onClose={onClose}
      form={form}
      initial={{ holder: supplier.name, country: supplier.country }}
      does={t('save')}
      running={propose.running}
      problem={propose.problem}
      onSubmit={(values) => void propose.run({ params: { supplier: supplier.id }, input: said(values) as never })}
      proof={
        <Form.Item name="evidence" label={t('evidence')}>
          <EvidenceField accept="image/*,application/pdf" />
        </Form.Item>
      }
    >
      <p className="quiet">{t('how')}</p>
      <Form.Item name="holder" label={t('holder')} rules={needed}>
        <Input />
      </Form.Item>
      {holder !== undefined && holder !== supplier.name ? (
        <Form.Item name="holder-explained" label={t('explained')}>
          <Input.TextArea autoSize />
        </Form.Item>
      ) : null}
      <Form.Item name="bank" label={t('bank')} rules={needed}>
        <Input />
      </Form.Item>
      <Form.Item name="account" label={t('account')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <CountryField />
    </CommandDrawer>
  )
}
