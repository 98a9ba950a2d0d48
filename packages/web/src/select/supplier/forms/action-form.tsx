import { Form, Input } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { useNeeded } from '../../../ui/command/fields.tsx'
import { EvidenceField } from '../../../ui/evidence/evidence-field.tsx'

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
type Props = { readonly action: ActionAt | undefined; readonly supplier: string; readonly onClose: () => void }
type Values = { text: string; evidence: string }

/** I1 · What was done of a corrective action: the supplier answers, a person of ours closes it. */
export function ActionForm({ action, supplier, onClose }: Props) {
  const t = useText()
  const needed = useNeeded()
  const does = action?.does ?? 'answer'
  return (
    <CommandForm<'supplier.answer-corrective-action' | 'supplier.close-corrective-action', Values>
      long
      name={`supplier.${does}-corrective-action`}
      title={t(does)}
      params={{ supplier }}
      ok={t(does)}
      open={action !== undefined}
      {...(action ? { draft: `action ${supplier} ${action.template} ${action.day} ${action.item}` } : {})}
      onClose={onClose}
      inputOf={(values) => {
        const { template = '', day = '', item = '' } = action ?? {}
        return { template, day, item, ...filled(values) }
      }}
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
    </CommandForm>
  )
}
