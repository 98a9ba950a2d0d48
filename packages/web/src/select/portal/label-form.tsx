import { Form, Input, Select } from 'antd'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { EvidenceField } from '../../ui/evidence/evidence-field.tsx'
import { CommandDrawer } from '../supplier/forms/command-drawer.tsx'
import { said, useNeeded } from '../supplier/forms/fields.tsx'

const useText = texts('label-form', {
  title: { zh: '登记标签内容', en: 'Add a label statement' },
  save: { zh: '提交', en: 'Add' },
  statement: { zh: '标签项', en: 'Statement' },
  language: { zh: '语言', en: 'Language' },
  text: { zh: '标签原文', en: 'As it is printed' },
  evidence: { zh: '标签照片', en: 'Photo of the label' },
})
const LANGUAGES = ['zh', 'en', 'ms', 'id', 'th', 'vi', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'ja', 'ko']
type Values = { statement: string; language?: string; text?: string; evidence?: string }
type Props = {
  readonly project: string
  readonly product: string
  readonly open: boolean
  readonly onClose: () => void
  readonly kinds: Answer<'product.kinds'>['labels']
}

/** I3 · What stands on the label, in which language, with a photo of it. */
export function LabelForm({ project, product, open, onClose, kinds }: Props) {
  const t = useText()
  const say = useSay()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const add = useCommand('product.add-label', { quiet: true, onDone: onClose })
  return (
    <CommandDrawer
      title={t('title')}
      open={open}
      onClose={onClose}
      form={form}
      does={t('save')}
      running={add.running}
      problem={add.problem}
      onSubmit={(values) => void add.run({ params: { project, product }, input: said(values) as never })}
      proof={
        <Form.Item name="evidence" label={t('evidence')}>
          <EvidenceField accept="image/*" />
        </Form.Item>
      }
    >
      <Form.Item name="statement" label={t('statement')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map((k) => ({ value: k.id, label: say(k.name) }))}
        />
      </Form.Item>
      <Form.Item name="language" label={t('language')}>
        <Select options={LANGUAGES.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name="text" label={t('text')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandDrawer>
  )
}
