import { Form, Input, Select } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { ProofField, useNeeded } from '../../../ui/command/fields.tsx'
import { Evidence } from '../../../ui/evidence/evidence.tsx'
import type { Supplier } from '../record.ts'
import { useSupplierWords } from '../words.ts'

const useText = texts('verify-form', {
  title: { zh: '核实收款账户', en: 'Verify a payee account' },
  save: { zh: '确认核实', en: 'It is the supplier’s' },
  how: { zh: '核实方式', en: 'How' },
  spoke: { zh: '与何人、以何号码通话', en: 'Whom you spoke to, on which number' },
  spokeHow: {
    zh: '请拨打此前留存的号码，不要用变更通知里的号码。',
    en: 'Call the number held before, never the one in the notice of the change.',
  },
  note: { zh: '通话记录或证明', en: 'Note of the call, or the letter' },
  proof: { zh: '提出时所附证明', en: 'Proof that came with it' },
})
type Values = { how: 'call-back' | 'visit' | 'bank-letter'; spoke?: string; evidence?: string }
type Props = {
  readonly account: Supplier['record']['bank-accounts'][number] | undefined
  readonly how: readonly Values['how'][]
  readonly onClose: () => void
  readonly supplier: string
}

/** R4 · Step two: someone else asks the supplier itself, beside the proof that came with the proposal. */
export function VerifyForm({ account, how, onClose, supplier }: Props) {
  const t = useText()
  const w = useSupplierWords()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const way = Form.useWatch('how', form)
  const proof = account?.evidence
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.verify-bank-account"
      params={{ supplier }}
      ok={t('save')}
      open={account !== undefined}
      onClose={onClose}
      form={form}
      initial={how[0] ? { how: how[0] } : {}}
      inputOf={(values) => ({ account: account?.account ?? '', ...filled(values) }) as never}
      proof={
        <>
          <p className="quiet">{t('proof')}</p>
          {proof && /^[0-9a-f]{64}$/.test(proof) ? <Evidence sha256={proof} /> : <p>—</p>}
        </>
      }
    >
      <p className="account-number">{account?.account}</p>
      <p>{account?.holder}</p>
      <Form.Item name="how" label={t('how')} rules={needed}>
        <Select options={how.map((value) => ({ value, label: w(value) }))} />
      </Form.Item>
      <Form.Item
        name="spoke"
        label={t('spoke')}
        extra={t('spokeHow')}
        {...(way === 'call-back' ? { rules: needed } : {})}
      >
        <Input />
      </Form.Item>
      <ProofField label={t('note')} />
    </CommandForm>
  )
}
