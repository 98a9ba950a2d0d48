import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { DayField } from '../../ui/command/fields.tsx'
import { Picker } from '../../ui/picker/picker.tsx'

const useText = texts('ask-waiver', {
  ask: { zh: '申请豁免', en: 'Ask for a waiver' },
  which: { zh: '要豁免的问题', en: 'What is to be waived' },
  reason: { zh: '理由（至少十个字）', en: 'Reason (ten letters or more)' },
  last: { zh: '有效期至', en: 'Until' },
  needed: { zh: '请填写', en: 'Please fill this in' },
  law: {
    zh: '法定阻断不可豁免，不在此列；批准人须为另一人',
    en: 'What the law blocks cannot be waived and is not offered; another person grants it',
  },
})
type Owed = Row<'work.list'>
type Fields = { readonly finding: string; readonly reason: string; readonly until: string }

/** The finding a choice stands for: the same finding of another market is another choice. */
const keyOf = ({ subject, finding }: Owed) =>
  [finding.check, finding.rule, finding.subject, finding.market, subject].join(' ')

/** P5 · Asks to waive one finding, picked among those that hold a gate and that no law sets. */
export function AskWaiver({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const t = useText()
  const say = useSay()
  const { market } = useWords()
  const [form] = Form.useForm<Fields>()
  const [q, setQ] = useState('')
  const [offered, setOffered] = useState<ReadonlyMap<string, Owed>>(new Map())
  const owed = useQuery(ask('work.list', {}, { project, role: 'all', limit: 100, ...(q ? { q } : {}) }))
  const rows = owed.data?.rows.filter((r) => r.finding.gate !== 'closure' && !r.finding.statutory)
  const needed = { required: true, message: t('needed') }
  return (
    <CommandForm<'project.ask-waiver', Fields>
      name="project.ask-waiver"
      title={t('ask')}
      ok={t('ask')}
      params={{ project }}
      form={form}
      draft={`waiver ${project}`}
      draftWithout={['finding']}
      inputOf={({ finding, ...input }) => {
        const { check, rule, subject, market } = (offered.get(finding) as Owed).finding
        return { check, subject, ...(rule ? { rule } : {}), ...(market ? { market } : {}), ...input }
      }}
      onClose={onClose}
    >
      <p className="quiet">{t('law')}</p>
      <Form.Item name="finding" label={t('which')} rules={[needed]}>
        <Picker
          onSearch={setQ}
          choices={rows?.map((r) => ({
            value: keyOf(r),
            label: [r.title, r.finding.market ? market(r.finding.market) : ''].filter(Boolean).join(' · '),
            more: say(r.finding.what),
          }))}
          onChange={(key) => {
            form.setFieldValue('finding', key)
            setOffered(new Map([...offered, ...(rows ?? []).map((r) => [keyOf(r), r] as const)]))
          }}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ ...needed, min: 10 }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <DayField name="until" label={t('last')} needed />
    </CommandForm>
  )
}
