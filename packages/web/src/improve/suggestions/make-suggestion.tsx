import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { ABOUTS, useAbout } from './suggestion-words.ts'

const useText = texts('make-suggestion', {
  title: { zh: '提出改进建议', en: 'Suggest an improvement' },
  project: { zh: '依据哪一场', en: 'From which stream' },
  about: { zh: '关于', en: 'About' },
  what: { zh: '建议', en: 'What to do' },
  why: { zh: '理由', en: 'Why' },
  indicator: { zh: '要改善的指标', en: 'The indicator it is to move' },
  product: { zh: '产品编号（整场则留空）', en: 'Product id (empty for the whole stream)' },
  needed: { zh: '请填写', en: 'Please fill this in' },
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
  const say = useSay()
  const about = useAbout()
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch('project', form) ?? project
  const projects = useQuery(ask('project.list', {}, { limit: 200 })).data?.rows ?? []
  const register = useQuery({ ...ask('risk.register', { project: chosen ?? '' }), enabled: chosen !== undefined })
  const { run, running } = useCommand('suggestion.make', { onDone: onClose })
  const needed = [{ required: true, min: 2, message: t('needed') }]
  return (
    <Modal open title={t('title')} okText={t('title')} confirmLoading={running} onCancel={onClose} onOk={form.submit}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ project, about: from ? 'lineup' : 'product', ...from }}
        onFinish={({ project: of, product, ...input }) =>
          void run({ params: { project: of }, input: { ...input, ...(product ? { product } : {}) } })
        }
      >
        <Form.Item name="project" label={t('project')} rules={[{ required: true, message: t('needed') }]}>
          <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="about" label={t('about')}>
          <Select options={ABOUTS.map((value) => ({ value, label: about(value) }))} />
        </Form.Item>
        <Form.Item name="what" label={t('what')} rules={needed}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="why" label={t('why')} rules={needed}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="indicator" label={t('indicator')} rules={[{ required: true, message: t('needed') }]}>
          <Select
            options={(register.data?.indicators ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
        </Form.Item>
        <Form.Item name="product" label={t('product')}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  )
}
