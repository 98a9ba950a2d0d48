import { Form, Input } from 'antd'
import { useCommand } from '../../../client/command.ts'
import { texts } from '../../../texts/texts.ts'
import { EvidenceField } from '../../../ui/evidence/evidence-field.tsx'
import { CommandDrawer } from './command-drawer.tsx'
import { useNeeded } from './fields.tsx'

const useText = texts('action-form', {
  answer: { zh: '答复整改', en: 'Answer the corrective action' },
  close: { zh: '关闭整改', en: 'Close the corrective action' },
  text: { zh: '做了什么', en: 'What was done' },
  evidence: { zh: '证据（照片、记录）', en: 'Evidence: a photo, a record' },
})

/** Which corrective action, and whether it is answered or closed. */
export type ActionAt = {
  readonly template: string
  readonly day: string
  readonly item: string
  readonly action: string
  readonly does: 'answer' | 'close'
}
type Values = { text?: string; evidence?: string }
type Props = { readonly action: ActionAt | undefined; readonly supplier: string; readonly onClose: () => void }

/** I1 · What was done of a corrective action: the supplier answers, a person of ours closes it. */
export function ActionForm({ action, supplier, onClose }: Props) {
  const t = useText()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const answer = useCommand('supplier.answer-corrective-action', { quiet: true, onDone: onClose })
  const close = useCommand('supplier.close-corrective-action', { quiet: true, onDone: onClose })
  const does = action?.does ?? 'answer'
  const submit = ({ text, evidence }: Values) => {
    if (!action) return
    const of = { template: action.template, day: action.day, item: action.item }
    if (does === 'close') void close.run({ params: { supplier }, input: { ...of, evidence: evidence ?? '' } })
    else
      void answer.run({
        params: { supplier },
        input: { ...of, text: text ?? '', ...(evidence ? { evidence } : {}) },
      })
  }
  return (
    <CommandDrawer
      title={t(does)}
      open={action !== undefined}
      onClose={onClose}
      form={form}
      does={t(does)}
      running={answer.running || close.running}
      problem={answer.problem ?? close.problem}
      onSubmit={submit}
    >
      <p>{action?.action}</p>
      {does === 'answer' ? (
        <Form.Item name="text" label={t('text')} rules={needed}>
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} />
        </Form.Item>
      ) : null}
      <Form.Item name="evidence" label={t('evidence')} {...(does === 'close' ? { rules: needed } : {})}>
        <EvidenceField accept="image/*,application/pdf" />
      </Form.Item>
    </CommandDrawer>
  )
}
