import { Form, Input, Select } from 'antd'
import { texts } from '../../texts/texts.ts'
import { indicators, useWords } from '../../texts/words.ts'
import { CommandForm, filled } from '../../ui/command/command-form.tsx'
import { useNeeded } from '../../ui/command/fields.tsx'
import { ChoiceField } from '../../ui/command/money-fields.tsx'
import { ProductPicker } from '../../ui/picker/product-picker.tsx'
import { ProjectPicker } from '../../ui/picker/project-picker.tsx'
import { ABOUTS, useAbout } from './suggestion-words.ts'

const useText = texts('make-suggestion', {
  title: { zh: '提出改进建议', en: 'Suggest an improvement' },
  save: { zh: '提出', en: 'Suggest' },
  project: { zh: '依据哪一场', en: 'From which stream' },
  about: { zh: '关于', en: 'About' },
  what: { zh: '建议', en: 'What to do' },
  why: { zh: '理由', en: 'Why' },
  indicator: { zh: '要改善的指标', en: 'The indicator it is to move' },
  product: { zh: '产品', en: 'Product' },
  whole: { zh: '整场则留空', en: 'Empty for the whole stream' },
})
type Fields = {
  project: string
  about: (typeof ABOUTS)[number]
  what: string
  why: string
  indicator: string
  product?: string
}
type Props = {
  readonly project?: string
  readonly from?: { readonly product: string; readonly what: string; readonly why: string }
  readonly onClose: () => void
}

/** T3 · Plan: what is to change, and the indicator by which its effect will be measured. */
export function MakeSuggestion({ project, from, onClose }: Props) {
  const t = useText()
  const about = useAbout()
  const { indicator } = useWords()
  const needed = useNeeded()
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch('project', form) ?? project
  return (
    <CommandForm<'suggestion.make', Fields>
      name="suggestion.make"
      title={t('title')}
      params={{ project: chosen ?? '' }}
      ok={t('save')}
      form={form}
      initial={{ ...(project ? { project } : {}), about: from ? 'lineup' : 'product', ...from }}
      inputOf={({ project: _, ...input }) => filled(input)}
      onClose={onClose}
    >
      <Form.Item name="project" label={t('project')} rules={needed}>
        <ProjectPicker />
      </Form.Item>
      <Form.Item name="about" label={t('about')} rules={needed}>
        <Select options={ABOUTS.map((value) => ({ value, label: about(value) }))} />
      </Form.Item>
      <Form.Item name="what" label={t('what')} rules={needed}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="why" label={t('why')} rules={needed}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <ChoiceField name="indicator" label={t('indicator')} ids={Object.keys(indicators)} nameOf={indicator} needed />
      <Form.Item name="product" label={t('product')} extra={t('whole')}>
        <ProductPicker project={chosen} clearable />
      </Form.Item>
    </CommandForm>
  )
}
