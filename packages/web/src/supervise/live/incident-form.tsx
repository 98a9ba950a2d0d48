import { Form, Input, Segmented, Select } from 'antd'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'

export const useIncidentText = texts('incident', {
  title: { zh: '记录直播事件', en: 'Record an incident' },
  kind: { zh: '事件', en: 'Kind' },
  technical: { zh: '技术', en: 'Technical' },
  claim: { zh: '宣称', en: 'Claim' },
  price: { zh: '价格', en: 'Price' },
  stock: { zh: '库存', en: 'Stock' },
  delivery: { zh: '物流', en: 'Delivery' },
  safety: { zh: '安全', en: 'Safety' },
  conduct: { zh: '言行', en: 'Conduct' },
  other: { zh: '其他', en: 'Other' },
  severity: { zh: '程度', en: 'Severity' },
  minor: { zh: '轻微', en: 'Minor' },
  major: { zh: '严重', en: 'Major' },
  critical: { zh: '危急', en: 'Critical' },
  what: { zh: '发生了什么', en: 'What happened' },
  done: { zh: '已做处置', en: 'What was done at once' },
  save: { zh: '记录', en: 'Record it' },
  needed: { zh: '请说明发生了什么', en: 'Say what happened' },
})
const KINDS = ['technical', 'claim', 'price', 'stock', 'delivery', 'safety', 'conduct', 'other'] as const
const SEVERITIES = ['minor', 'major', 'critical'] as const

/** S3 · An incident on air, with what was done about it. */
export function IncidentForm({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const t = useIncidentText()
  return (
    <CommandForm
      name="live.incident"
      title={t('title')}
      ok={t('save')}
      params={{ project }}
      initial={{ kind: 'technical', severity: 'minor' }}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="severity" label={t('severity')}>
        <Segmented options={SEVERITIES.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="what" label={t('what')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input.TextArea autoFocus rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="done" label={t('done')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </CommandForm>
  )
}
