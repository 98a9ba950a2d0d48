import { Form, Input } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { useNeeded } from '../../../ui/command/fields.tsx'
import type { Supplier } from '../record.ts'

const useText = texts('reject-account-form', {
  title: { zh: '驳回账户变更', en: 'Reject the change of account' },
  save: { zh: '驳回', en: 'Reject' },
  how: { zh: '驳回后，原账户恢复使用。', en: 'The former account is in use again.' },
  reason: { zh: '原因', en: 'Why' },
})
type Props = {
  readonly account: Supplier['record']['bank-accounts'][number] | undefined
  readonly onClose: () => void
  readonly supplier: string
}

/** R4 · A proposed account that did not stand up to the check. */
export function RejectAccountForm({ account, onClose, supplier }: Props) {
  const t = useText()
  const needed = useNeeded()
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.reject-bank-account"
      params={{ supplier }}
      ok={t('save')}
      open={account !== undefined}
      onClose={onClose}
      inputOf={({ reason }: { reason: string }) => ({ account: account?.account ?? '', reason })}
    >
      <p>{t('how')}</p>
      <p className="account-number">{account?.account}</p>
      <Form.Item name="reason" label={t('reason')} rules={needed}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3 }} />
      </Form.Item>
    </CommandForm>
  )
}
