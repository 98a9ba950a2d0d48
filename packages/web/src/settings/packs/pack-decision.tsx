import { App, Form, Input, Modal } from 'antd'
import { useCommand } from '../../client/command.ts'
import { texts } from '../../texts/texts.ts'
import { today } from '../../texts/today.ts'
import { usePackText } from './pack-text.ts'

const useText = texts('pack-decision', {
  adopt: { zh: '启用规则包', en: 'Adopt the pack' },
  reject: { zh: '不采纳此版本', en: 'Turn this version down' },
  withdraw: { zh: '停用规则包', en: 'Withdraw the pack' },
  from: { zh: '生效日', en: 'In force from' },
  until: { zh: '停用日', en: 'No longer from' },
  fromAbout: {
    zh: '今天或之后；所涉产品随即重新判定',
    en: 'Today or later; the products it touches are decided again',
  },
  remark: { zh: '备注', en: 'Remark' },
  reason: { zh: '理由', en: 'Reason' },
  adopted: {
    zh: '已启用，{{count}} 个项目的产品正在重新判定',
    en: {
      one: 'Adopted; the products of {{count}} project are decided again',
      other: 'Adopted; the products of {{count}} projects are decided again',
    },
  },
  withdrawn: {
    zh: '已停用，{{count}} 个项目的产品正在重新判定',
    en: {
      one: 'Withdrawn; the products of {{count}} project are decided again',
      other: 'Withdrawn; the products of {{count}} projects are decided again',
    },
  },
})
type Props = {
  readonly pack: string
  readonly version: number
  readonly what: 'adopt' | 'reject' | 'withdraw'
  readonly onClose: () => void
}
type Fields = { from: string; reason?: string }

/** A second person's word on a pack: from when on it holds, or why it does not. */
export function PackDecision({ pack, version, what, onClose }: Props) {
  const t = useText()
  const word = usePackText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const told = (key: 'adopted' | 'withdrawn') => (answer: { readonly projects: readonly string[] }) => {
    void message.success(t(key, { count: answer.projects.length }))
    onClose()
  }
  const adopt = useCommand('rule-pack.adopt', { onDone: told('adopted') })
  const withdraw = useCommand('rule-pack.withdraw', { onDone: told('withdrawn') })
  const reject = useCommand('rule-pack.reject', { onDone: onClose })
  const needed = { required: true, whitespace: true, message: word('missing') }
  const send = ({ from, reason = '' }: Fields) => {
    const params = { pack }
    if (what === 'adopt')
      return adopt.run({ params, input: { version, from, ...(reason.trim() ? { remark: reason } : {}) } })
    if (what === 'reject') return reject.run({ params, input: { version, reason } })
    return withdraw.run({ params, input: { from, reason } })
  }
  return (
    <Modal
      open
      title={t(what)}
      okText={t(what)}
      cancelText={word('cancel')}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={adopt.running || withdraw.running || reject.running}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today() }}
        onFinish={(fields) => void send(fields)}
      >
        {what === 'reject' ? null : (
          <Form.Item name="from" label={t(what === 'adopt' ? 'from' : 'until')} extra={t('fromAbout')} rules={[needed]}>
            <Input type="date" min={today()} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t(what === 'adopt' ? 'remark' : 'reason')}
          rules={what === 'adopt' ? [] : [needed]}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
