import { Form, Input, Radio } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { useNeeded } from '../../../ui/command/fields.tsx'
import { Hit } from '../profile/hit.tsx'
import type { Supplier } from '../record.ts'

const useText = texts('hit-form', {
  title: { zh: '判定命中', en: 'Decide the hits' },
  save: { zh: '判定', en: 'Decide' },
  decision: { zh: '供应商与名单所列是否同一主体', en: 'Is the supplier the listed party?' },
  'not-the-same': { zh: '不是同一主体', en: 'No, another party' },
  'the-same': { zh: '是同一主体：不得交易', en: 'Yes: do not deal with it' },
  reason: { zh: '依据（如注册地、负责人、出生日期不同）', en: 'Why: such as another seat, person or day of birth' },
})
type Values = { decision: 'not-the-same' | 'the-same'; reason: string }
type Props = {
  readonly screening: Supplier['record']['screenings'][number] | undefined
  readonly supplier: string
  readonly onClose: () => void
}

/** I2 · Legal's answer to the hits of a screening, which stand beside it. */
export function HitForm({ screening, supplier, onClose }: Props) {
  const t = useText()
  const needed = useNeeded()
  return (
    <CommandForm
      long
      title={t('title')}
      name="supplier.decide-screening"
      params={{ supplier }}
      ok={t('save')}
      open={screening !== undefined}
      onClose={onClose}
      inputOf={(values: Values) => ({ list: screening?.list ?? '', ...values })}
      proof={screening?.hits.map((hit) => <Hit key={`${hit.entry} ${hit.name}`} hit={hit} />)}
    >
      <Form.Item name="decision" label={t('decision')} rules={needed}>
        <Radio.Group
          options={(['not-the-same', 'the-same'] as const).map((value) => ({ value, label: t(value) }))}
          style={{ display: 'grid', gap: 6 }}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
    </CommandForm>
  )
}
