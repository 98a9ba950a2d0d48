import { App, Form, Input, Modal } from 'antd'
import { useCommand } from '../../client/command.ts'
import { texts } from '../../texts/texts.ts'
import { today } from '../../texts/today.ts'
import { usePackText } from './pack-text.ts'

const useText = texts('pack-decision', {
  adopt: { zh: '启用规则包', en: 'Adopt the pack' },
  reject: { zh: '不采纳此版本', en: 'Turn this version down' },
  withdraw: { zh: '提请停用规则包', en: 'Ask for the pack to be withdrawn' },
  keep: { zh: '不予停用', en: 'Turn the withdrawal down' },
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
  asked: { zh: '已提请，待另一人确认', en: 'Asked for: another person confirms it' },
  untilAbout: {
    zh: '今天或之后；另一人确认后生效',
    en: 'Today or later; it counts once another person confirms it',
  },
})
type Props = {
  readonly pack: string
  readonly version: number
  readonly what: 'adopt' | 'reject' | 'withdraw' | 'keep'
  readonly onClose: () => void
}
type Fields = { from: string; reason?: string }

/** A second person's word on a pack: from when on it holds, or why it does not. */
export function PackDecision({ pack, version, what, onClose }: Props) {
  const t = useText()
  const word = usePackText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const told = (text: string) => {
    void message.success(text)
    onClose()
  }
  const adopt = useCommand('rule-pack.adopt', {
    onDone: ({ projects }) => told(t('adopted', { count: projects.length })),
  })
  const withdraw = useCommand('rule-pack.propose-withdrawal', { onDone: () => told(t('asked')) })
  const keep = useCommand('rule-pack.keep', { onDone: onClose })
  const reject = useCommand('rule-pack.reject', { onDone: onClose })
  const needed = { required: true, whitespace: true, message: word('missing') }
  const send = ({ from, reason = '' }: Fields) => {
    const params = { pack }
    if (what === 'adopt')
      return adopt.run({ params, input: { version, from, ...(reason.trim() ? { remark: reason } : {}) } })
    if (what === 'reject') return reject.run({ params, input: { version, reason } })
    if (what === 'keep') return keep.run({ params, input: { version, reason } })
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
      confirmLoading={adopt.running || withdraw.running || reject.running || keep.running}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today() }}
        onFinish={(fields) => void send(fields)}
      >
        {what === 'reject' || what === 'keep' ? null : (
          <Form.Item
            name="from"
            label={t(what === 'adopt' ? 'from' : 'until')}
            extra={t(what === 'adopt' ? 'fromAbout' : 'untilAbout')}
            rules={[needed]}
          >
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
