import { Form, Input, Select } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { DayField, ProofField, TextField, useNeeded } from '../../../ui/command/fields.tsx'
import { useKindOptions } from './class-fields.tsx'
import type { Shared } from './shared.ts'

const useText = texts('claim-form', {
  words: { zh: '宣称的措辞', en: 'Words claimed' },
  type: { zh: '类型', en: 'Type' },
  says: { zh: '依据的内容', en: 'What it says' },
  saysHelp: { zh: '例如检测结果与条件', en: 'Such as the result and how it was tested' },
  expires: { zh: '有效至', en: 'Last day it holds' },
  evidence: { zh: '依据文件', en: 'The evidence' },
})

/** R3 · What proves the words of a claim. */
export function ClaimForm({ more, ...shared }: Shared & { readonly more: Readonly<Record<string, unknown>> }) {
  const t = useText()
  const needed = useNeeded()
  const words = (more.span as { words: string } | undefined)?.words
  return (
    <CommandForm
      {...shared}
      name="product.prove-claim"
      initial={{ words, type: more.type }}
      proof={<ProofField label={t('evidence')} />}
    >
      <TextField name="words" label={t('words')} needed />
      <Form.Item name="type" label={t('type')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={useKindOptions('evidence')} />
      </Form.Item>
      <Form.Item name="says" label={t('says')} extra={t('saysHelp')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <DayField name="expires" label={t('expires')} />
    </CommandForm>
  )
}
