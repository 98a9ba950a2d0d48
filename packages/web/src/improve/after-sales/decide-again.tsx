import { Checkbox, Form, Select } from 'antd'
import type { Answer } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { useRemedy } from './case-words.ts'
import { type Replacement, ReplacementFields, replacementOf } from './replacement-fields.tsx'

const useText = texts('decide-again', {
  title: { zh: '重新裁定', en: 'Decide again' },
  wants: { zh: '买家希望', en: 'What the buyer wants' },
  tried: { zh: '已试过而未成、被拒或做不到的', en: 'Tried in vain, refused or impossible' },
  lost: { zh: '承运人已确认丢件', en: 'The carrier confirms the loss' },
  any: { zh: '未表示', en: 'not said' },
})
const REMEDIES = ['repair', 'replace', 'reduce', 'refund'] as const
type Fields = Replacement & {
  wants?: (typeof REMEDIES)[number]
  tried: (typeof REMEDIES)[number][]
  lost: boolean
}

/** T4 · Decides a case again on what has turned out since. */
export function DecideAgain({ of, onClose }: { readonly of: Answer<'case.get'>; readonly onClose: () => void }) {
  const t = useText()
  const remedy = useRemedy()
  const [form] = Form.useForm<Fields>()
  const options = REMEDIES.map((value) => ({ value, label: remedy(value) }))
  const { wants, tried, 'carrier-confirms-loss': lost, replacement } = of.record.case
  const asked = Form.useWatch('wants', form)
  const exchanges = of.kind === 'exchange' || asked === 'replace'
  return (
    <CommandForm<'case.decide', Fields>
      name="case.decide"
      title={t('title')}
      ok={t('title')}
      params={{ case: of.id }}
      version={of.version}
      form={form}
      initial={{ wants, tried, lost, replacement }}
      inputOf={(f) => ({
        ...(f.wants ? { wants: f.wants } : {}),
        tried: f.tried,
        ...(f.lost === undefined ? {} : { 'carrier-confirms-loss': f.lost }),
        ...replacementOf(f),
      })}
      onClose={onClose}
    >
      <Form.Item name="wants" label={t('wants')}>
        <Select allowClear placeholder={t('any')} options={options} />
      </Form.Item>
      <Form.Item name="tried" label={t('tried')}>
        <Checkbox.Group options={options} />
      </Form.Item>
      {exchanges ? (
        <ReplacementFields project={of.project ?? undefined} market={of.market} currency={of.record.order.currency} />
      ) : null}
      {of.kind === 'lost' ? (
        <Form.Item name="lost" valuePropName="checked">
          <Checkbox>{t('lost')}</Checkbox>
        </Form.Item>
      ) : null}
    </CommandForm>
  )
}
