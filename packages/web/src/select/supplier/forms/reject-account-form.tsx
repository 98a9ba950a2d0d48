import { Form, Input } from 'antd'
import { useCommand } from '../../../client/command.ts'
import { texts } from '../../../texts/texts.ts'
import type { Supplier } from '../profile/profile.tsx'
import { CommandDrawer } from './command-drawer.tsx'
import { useNeeded } from './fields.tsx'

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
  const [form] = Form.useForm<{ reason: string }>()
  const reject = useCommand('supplier.reject-bank-account', { quiet: true, onDone: onClose })
  return (
    <CommandDrawer
      title={t('title')}
      open={account !== undefined}
      onClose={onClose}
      form={form}
      does={t('save')}
      running={reject.running}
      problem={reject.problem}
      onSubmit={({ reason }) => {
        if (account) void reject.run({ params: { supplier }, input: { account: account.account, reason } })
      }}
    >
      <p>{t('how')}</p>
      <p className="account-number">{account?.account}</p>
      <Form.Item name="reason" label={t('reason')} rules={needed}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3 }} />
      </Form.Item>
    </CommandDrawer>
  )
}
