import { Form, Input, Select } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { LanguageField, ProofField, useNeeded } from '../../../ui/command/fields.tsx'
import { useKindOptions } from './class-fields.tsx'
import type { Shared } from './shared.ts'

const useText = texts('label-form', {
  statement: { zh: '标签项', en: 'Statement' },
  language: { zh: '语言', en: 'Language' },
  text: { zh: '标签原文', en: 'As it is printed' },
  evidence: { zh: '标签照片', en: 'Photo of the label' },
})

/** I3 · A statement that stands on product, package or listing, in which language, with a photo of it. */
export function LabelForm({ more, ...shared }: Shared & { readonly more: Readonly<Record<string, unknown>> }) {
  const t = useText()
  const needed = useNeeded()
  const languages = (more.languages as readonly string[] | undefined) ?? []
  return (
    <CommandForm
      {...shared}
      name="product.add-label"
      initial={{ statement: more.statement, language: languages[0] }}
      proof={<ProofField label={t('evidence')} photo />}
    >
      <Form.Item name="statement" label={t('statement')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={useKindOptions('labels')} />
      </Form.Item>
      <LanguageField name="language" label={t('language')} />
      <Form.Item name="text" label={t('text')}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
    </CommandForm>
  )
}
