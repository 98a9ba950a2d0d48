import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Segmented, Select } from 'antd'
import { ask } from '../../client/ask.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { ProductPicker } from '../../ui/picker/product-picker.tsx'
import { PlanTold } from './plan-told.tsx'
import { useQualityWords } from './quality-words.ts'

const useText = texts('put-up-form', {
  title: { zh: '提交待检批', en: 'Put up a lot' },
  again: { zh: '重新提交 {{lot}}', en: 'Put up {{lot}} again' },
  product: { zh: '产品', en: 'Product' },
  id: { zh: '批号', en: 'Lot number' },
  units: { zh: '批量（件）', en: 'Units in the lot' },
  level: { zh: '检验水平', en: 'Inspection level' },
  aql: { zh: '接收质量限 AQL（严重缺陷）', en: 'AQL for major nonconformities' },
  type: { zh: '抽样', en: 'Sampling' },
  needed: { zh: '请填写', en: 'Fill this in' },
  save: { zh: '提交', en: 'Put it up' },
  after: {
    zh: '提交后按该供应商此品类的历史批次确定严格度。',
    en: "The severity follows from this supplier's lots of the class so far.",
  },
})
type PutUp = { product: string; id: string; units: number; level: string; aql: string; type: 'single' | 'double' }
type Props = {
  readonly project: string
  /** of which product, when that is known */
  readonly product?: string | undefined
  /** a refused lot that is put up again */
  readonly resubmits?: { readonly product: string; readonly lot: string; readonly units: number }
  readonly onClose: () => void
}

/** S1 · A lot put up for inspection: the plan is told as it is filled in. */
export function PutUpForm({ project, product, resubmits, onClose }: Props) {
  const t = useText()
  const words = useQualityWords()
  const navigate = useNavigate()
  const [form] = Form.useForm<PutUp>()
  const filled = Form.useWatch([], form) as Partial<PutUp> | undefined
  const { product: chosen = '', units = 1000, level = 'II', aql = '2.5', type = 'single' } = filled ?? {}
  const plan = useQuery({
    ...ask('sampling.plan', {}, { units: Math.max(2, units || 2), level, aql, type }),
    placeholderData: (before) => before,
  })
  return (
    <CommandForm<'product.put-up-lot', PutUp>
      name="product.put-up-lot"
      title={resubmits ? t('again', { lot: resubmits.lot }) : t('title')}
      ok={t('save')}
      params={{ project, product: chosen }}
      form={form}
      width={640}
      initial={{
        level: 'II',
        aql: '2.5',
        type: 'single',
        units: resubmits?.units ?? 1000,
        ...(product ? { product } : {}),
        ...(resubmits ? { product: resubmits.product, id: `${resubmits.lot}-R` } : {}),
      }}
      inputOf={({ product: _, ...input }) => ({ ...input, ...(resubmits ? { resubmits: resubmits.lot } : {}) })}
      onClose={onClose}
      onDone={({ id, lot }) =>
        void navigate({ to: '/projects/$project/quality/lots/$product/$lot', params: { project, product: id, lot } })
      }
    >
      <Form.Item name="product" label={t('product')} rules={[{ required: true, message: t('needed') }]}>
        <ProductPicker project={project} disabled={resubmits !== undefined} />
      </Form.Item>
      <div className="quality-pair">
        <Form.Item name="id" label={t('id')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="units" label={t('units')} rules={[{ required: true, message: t('needed') }]}>
          <InputNumber min={2} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="level" label={t('level')}>
          <Select options={(plan.data?.levels ?? ['II']).map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="aql" label={t('aql')}>
          <Select options={(plan.data?.aqls ?? ['2.5']).map((value) => ({ value, label: value }))} />
        </Form.Item>
      </div>
      <Form.Item name="type" label={t('type')}>
        <Segmented options={(['single', 'double'] as const).map((value) => ({ value, label: words(value) }))} />
      </Form.Item>
      {plan.data ? <PlanTold plan={plan.data.plan} units={Math.max(2, units || 2)} level={level} aql={aql} /> : null}
      <p className="quiet">{t('after')}</p>
    </CommandForm>
  )
}
