import { Form, Input, Radio } from 'antd'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { DayField, useNeeded } from '../../../ui/command/fields.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import type { Review, Supplier } from '../record.ts'
import { useSupplierWords } from '../words.ts'

const useText = texts('decide-form', {
  title: { zh: '签署资格评定', en: 'Sign the decision' },
  save: { zh: '签署', en: 'Sign' },
  result: { zh: '结论', en: 'Result' },
  lapses: { zh: '有效至', en: 'Stands until' },
  reason: { zh: '理由', en: 'Reason' },
  ground: { zh: '现有资料的结论', en: 'As the record stands' },
  beyond: { zh: '结论宽于现有资料，供应商关仍会保持未通过。', en: 'More than the record gives: its gate stays open.' },
})
type Values = { result: 'qualified' | 'conditional' | 'rejected'; lapses?: string; reason?: string }
type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly supplier: Supplier
  readonly review: Review
}
const RANK = { qualified: 0, conditional: 1, rejected: 2 } as const

/** I2 · A person signs; what the record gives by the one method stands beside it. */
export function DecideForm({ open, onClose, supplier, review }: Props) {
  const t = useText()
  const w = useSupplierWords()
  const say = useSay()
  const formats = useFormats()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const due = review.decision
  const chosen = Form.useWatch('result', form)
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.decide"
      params={{ supplier: supplier.id }}
      version={supplier.version}
      ok={t('save')}
      open={open}
      onClose={onClose}
      form={form}
      initial={due ? { result: due.result, lapses: due.lapses } : {}}
      proof={
        due ? (
          <>
            <p className="quiet">{t('ground')}</p>
            <p className="decision-result">{w(due.result)}</p>
            <p>
              {formats.day(due.lapses)} · {say(due.because)}
            </p>
            <ul className="decision-reasons">
              {due.reasons.map((r) => (
                <li key={`${r.part} ${r.what.en}`}>
                  <GateMark state={r.effect === 'reject' ? 'open' : 'conditional'} small /> <span>{say(r.what)}</span>
                </li>
              ))}
            </ul>
          </>
        ) : undefined
      }
    >
      <Form.Item name="result" label={t('result')} rules={needed}>
        <Radio.Group
          options={(['qualified', 'conditional', 'rejected'] as const).map((value) => ({ value, label: w(value) }))}
        />
      </Form.Item>
      {due && chosen && RANK[chosen] < RANK[due.result] ? <p className="profile-warn">{t('beyond')}</p> : null}
      <DayField name="lapses" label={t('lapses')} />
      <Form.Item name="reason" label={t('reason')} {...(chosen !== 'qualified' ? { rules: needed } : {})}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
    </CommandForm>
  )
}
