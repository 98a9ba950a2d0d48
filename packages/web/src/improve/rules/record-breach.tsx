import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { ask } from '../../client/ask.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'

const useText = texts('record-breach', {
  title: { zh: '登记违规', en: 'Record a breach' },
  person: { zh: '当事人', en: 'Whom it concerns' },
  what: { zh: '行为', en: 'What happened' },
  measure: { zh: '处理', en: 'What follows' },
  note: { zh: '当事人会看到并可申诉一次，由他人裁定。', en: 'They see it and may appeal once; someone else decides.' },
  needed: { zh: '请填写', en: 'Please fill this in' },
})

/** T1 · Records a breach of a rule. */
export function RecordBreach({ rule, onClose }: { readonly rule: string; readonly onClose: () => void }) {
  const t = useText()
  const people = useQuery(ask('member.list', {})).data?.rows ?? []
  const needed = [{ required: true, min: 2, message: t('needed') }]
  return (
    <CommandForm
      name="management-rule.record-breach"
      title={t('title')}
      ok={t('title')}
      params={{ rule }}
      onClose={onClose}
    >
      <Form.Item name="person" label={t('person')} rules={[{ required: true, message: t('needed') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Form.Item name="what" label={t('what')} rules={needed}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="measure" label={t('measure')} rules={needed} extra={t('note')}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </CommandForm>
  )
}
