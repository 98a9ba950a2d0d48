import { Form, Input } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { useNeeded } from '../../../ui/command/fields.tsx'

const useText = texts('decline-terms', {
  title: { zh: '不同意合作条件', en: 'Not to agree to the terms' },
  how: {
    zh: '对方采购人员会收到您的理由；条件修改后请您重新答复。',
    en: 'Sourcing at the buyer’s side is told why. Once the terms have changed, you are asked again.',
  },
  note: { zh: '哪一项不同意、为什么', en: 'Which of them, and why' },
  send: { zh: '答复不同意', en: 'Say no' },
})
type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly at: { readonly project: string; readonly product: string }
  readonly parts: NonNullable<Answer<'offer.terms'>['offered']>['parts']
}

/** A no to the terms shown, with its reason. */
export function DeclineForm({ open, onClose, at, parts }: Props) {
  const t = useText()
  const needed = useNeeded()
  return (
    <CommandForm
      name="offer.answer"
      title={t('title')}
      params={at}
      ok={t('send')}
      open={open}
      onClose={onClose}
      inputOf={({ note }: { note: string }) => ({ parts, agrees: false, note })}
    >
      <p className="quiet">{t('how')}</p>
      <Form.Item name="note" label={t('note')} rules={needed}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={1000} />
      </Form.Item>
    </CommandForm>
  )
}
