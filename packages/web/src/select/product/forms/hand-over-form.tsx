import { DeleteOutlined } from '@ant-design/icons'
import { nextStates, type Sample, type SampleState } from '@haixuan/domain/select/product/sample'
import { Button, Form, Input, Segmented } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { useSampleState } from '../evidence/sample-states.ts'
import { EvidenceFiles } from './evidence-files.tsx'
import type { Shared } from './shared.ts'

const useText = texts('hand-over-form', {
  state: { zh: '交接为', en: 'It is now' },
  pick: { zh: '请选择', en: 'Choose one' },
  seal: { zh: '封样编号', en: 'Seal number' },
  noSeal: { zh: '封样须填写编号', en: 'Sealing needs a number' },
  holder: { zh: '保管人', en: 'Held by' },
  noHolder: { zh: '借出须填写保管人', en: 'Say who holds it' },
  measured: { zh: '测量', en: 'Measured' },
  attribute: { zh: '项目', en: 'Attribute' },
  value: { zh: '数值', en: 'Value' },
  unit: { zh: '单位', en: 'Unit' },
  add: { zh: '增加一项', en: 'Add one' },
  remove: { zh: '移除', en: 'Remove' },
  photos: { zh: '照片', en: 'Photos' },
  remark: { zh: '备注', en: 'Remark' },
})

type Measured = { attribute?: string; value?: string; unit?: string }
type Props = Shared & { readonly product: Answer<'product.get'>; readonly more: Readonly<Record<string, unknown>> }
const WITH_MEASURES: readonly SampleState[] = ['examined', 'sealed']

/** I4 · One hand-over of a sample: only the states it can go to from where it is. */
export function HandOverForm({ product, more, ...shared }: Props) {
  const t = useText()
  const state = useSampleState()
  const sample = product.facts?.samples.find((s) => s.id === more.sample) as Sample | undefined
  if (!sample) return null
  const last = sample.history.findLast((step) => step.measured.length > 0)
  const next = nextStates(sample)
  const inputOf = (values: Record<string, never>) => {
    const { measured = [], ...rest } = values as unknown as { measured?: Measured[]; [field: string]: unknown }
    return filled({
      ...rest,
      sample: sample.id,
      measured: measured
        .filter((m) => m?.attribute && m.value)
        .map(({ attribute, value = '', unit }) =>
          filled({ attribute, value: /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value, unit }),
        ),
    }) as never
  }
  return (
    <CommandForm
      {...shared}
      name="product.hand-over-sample"
      width={600}
      initial={{
        state: next[0],
        measured: last?.measured.map((m) => ({ ...m, value: String(m.value) })) ?? [{}],
      }}
      inputOf={inputOf}
    >
      <Form.Item name="state" label={t('state')} rules={[{ required: true, message: t('pick') }]}>
        <Segmented options={next.map((value) => ({ value, label: state(value) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['state']}>
        {({ getFieldValue }) => {
          const to = getFieldValue('state') as SampleState
          return (
            <>
              {to === 'sealed' ? (
                <Form.Item name="seal-number" label={t('seal')} rules={[{ required: true, message: t('noSeal') }]}>
                  <Input />
                </Form.Item>
              ) : null}
              <Form.Item
                name="holder"
                label={t('holder')}
                rules={[{ required: to === 'lent', message: t('noHolder') }]}
              >
                <Input />
              </Form.Item>
              {WITH_MEASURES.includes(to) ? (
                <Form.Item label={t('measured')}>
                  <Form.List name="measured">
                    {(fields, { add, remove }) => (
                      <>
                        {fields.map(({ key, name }) => (
                          <div key={key} className="measured-row">
                            <Form.Item name={[name, 'attribute']} noStyle>
                              <Input placeholder={t('attribute')} aria-label={t('attribute')} />
                            </Form.Item>
                            <Form.Item name={[name, 'value']} noStyle>
                              <Input placeholder={t('value')} aria-label={t('value')} />
                            </Form.Item>
                            <Form.Item name={[name, 'unit']} noStyle>
                              <Input placeholder={t('unit')} aria-label={t('unit')} />
                            </Form.Item>
                            <Button
                              type="text"
                              icon={<DeleteOutlined />}
                              aria-label={t('remove')}
                              onClick={() => remove(name)}
                            />
                          </div>
                        ))}
                        <Button size="small" onClick={() => add({})}>
                          {t('add')}
                        </Button>
                      </>
                    )}
                  </Form.List>
                </Form.Item>
              ) : null}
            </>
          )
        }}
      </Form.Item>
      <Form.Item name="photos" label={t('photos')}>
        <EvidenceFiles />
      </Form.Item>
      <Form.Item name="remark" label={t('remark')}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </CommandForm>
  )
}
