import { ProblemNote } from '../../ui/page/problem-note.tsx'
import './archive.css'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Progress, Radio } from 'antd'
import { ask } from '../../client/ask.ts'
import type { Input as InputOf } from '../../client/operations.ts'
import { useProjectAtHand } from '../../shell/project-at-hand.ts'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { DayField } from '../../ui/command/fields.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { ProductPicker } from '../../ui/picker/product-picker.tsx'
import { ProjectPicker } from '../../ui/picker/project-picker.tsx'
import { SupplierPicker } from '../../ui/picker/supplier-picker.tsx'
import { useFieldWords } from './part-words.ts'

const useText = texts('export-dialog', {
  title: { zh: '导出归档', en: 'Export an archive' },
  of: { zh: '范围', en: 'Of' },
  organisation: { zh: '整个组织', en: 'The whole organisation' },
  project: { zh: '一个项目', en: 'A project' },
  day: { zh: '某日的全部直播', en: 'All streams of a day' },
  supplier: { zh: '一个供应商', en: 'A supplier' },
  product: { zh: '一个产品', en: 'A product' },
  needed: { zh: '请填写', en: 'Please fill this in' },
  withheld: { zh: '不公开的字段', en: 'Fields to withhold' },
  note: {
    zh: '不公开的字段以承诺值入档，其余仍可核验；依赖它们的决定会注明无法重演。',
    en: 'Withheld fields stay as commitments, the rest still verifies; decisions that stand on them are told as not run again.',
  },
  start: { zh: '开始导出', en: 'Export' },
  making: { zh: '正在装入事件、证据与证明', en: 'Gathering events, evidence and proofs' },
  counted: { zh: '{{done}} / {{of}} 个事件', en: '{{done}} of {{of}} events' },
  sealing: { zh: '正在封装并计算哈希', en: 'Sealing and hashing' },
  leave: { zh: '可以离开本页，完成后在归档列表中下载。', en: 'You may leave; it will be in the list when it is done.' },
  done: { zh: '归档已就绪', en: 'The archive is ready' },
  what: { zh: '{{events}} 个事件，{{size}}', en: '{{events}} events, {{size}}' },
  save: { zh: '下载', en: 'Download' },
  close: { zh: '关闭', en: 'Close' },
  failed: { zh: '未能导出', en: 'It could not be exported' },
})

type Of = InputOf<'archive.export'>['part']['of']
type Fields = {
  readonly of: Of
  readonly project?: string
  readonly day?: string
  readonly supplier?: string
  readonly product?: string
  readonly withheld: string[]
}
type Props = {
  /** what makes the archive, once it was begun */
  readonly task: string | undefined
  readonly onStarted: (task: string) => void
  readonly onClose: () => void
  readonly onSave: (archive: string) => void
}

/** T2 · Chooses what to export and what to withhold; then shows how far it has come. */
export function ExportDialog({ task, onStarted, onClose, onSave }: Props) {
  const t = useText()
  if (task === undefined) return <Choose {...{ onClose, onStarted }} />
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <Making {...{ task, onClose, onSave }} />
    </Dialog>
  )
}

function Choose({ onClose, onStarted }: Pick<Props, 'onClose' | 'onStarted'>) {
  const t = useText()
  const field = useFieldWords()
  const language = useLanguage()
  const atHand = useProjectAtHand()
  const [form] = Form.useForm<Fields>()
  const of = Form.useWatch('of', form) ?? 'project'
  const fields = useQuery(ask('archive.withholdable', {})).data?.fields ?? []
  const project = Form.useWatch('project', form)
  const needed = [{ required: true, message: t('needed') }]
  return (
    <CommandForm<'archive.export', Fields>
      name="archive.export"
      title={t('title')}
      ok={t('start')}
      width={560}
      params={{}}
      form={form}
      initial={{ of: 'project', project: atHand, withheld: [] }}
      inputOf={({ withheld, ...part }) => ({ part, withheld, language }) as InputOf<'archive.export'>}
      onClose={onClose}
      onDone={({ task }) => onStarted(task)}
    >
      <Form.Item name="of" label={t('of')} rules={needed}>
        <Radio.Group
          options={(['organisation', 'project', 'day', 'supplier', 'product'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
      </Form.Item>
      {of === 'project' || of === 'product' ? (
        <Form.Item name="project" label={t('project')} rules={needed}>
          <ProjectPicker />
        </Form.Item>
      ) : null}
      {of === 'product' ? (
        <Form.Item name="product" label={t('product')} rules={needed}>
          <ProductPicker project={project} />
        </Form.Item>
      ) : null}
      {of === 'day' ? <DayField name="day" label={t('day')} needed /> : null}
      {of === 'supplier' ? (
        <Form.Item name="supplier" label={t('supplier')} rules={needed}>
          <SupplierPicker />
        </Form.Item>
      ) : null}
      <Form.Item name="withheld" label={t('withheld')} extra={t('note')}>
        <Checkbox.Group options={fields.map((value) => ({ value, label: field(value) }))} />
      </Form.Item>
    </CommandForm>
  )
}

function Making({ task, onClose, onSave }: Omit<Props, 'task' | 'onStarted'> & { readonly task: string }) {
  const t = useText()
  const formats = useFormats()
  const told = useQuery({
    ...ask('task.get', { task }),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : 500),
  }).data
  if (told?.state === 'failed')
    return told.error ? <ProblemNote problem={told.error} /> : <Alert type="error" showIcon title={t('failed')} />
  if (told?.state === 'done') {
    const { events, size } = told.result as { events: number; size: number }
    return (
      <div className="export-done">
        <Progress percent={100} status="success" />
        <h3>{t('done')}</h3>
        <p>{t('what', { events: formats.number(events), size: formats.bytes(size) })}</p>
        <Button type="primary" onClick={() => onSave(task)}>
          {t('save')}
        </Button>
      </div>
    )
  }
  const { done = 0, of = null } = told ?? {}
  return (
    <div className="export-done" role="status">
      <Progress percent={of ? Math.min(99, Math.round((done / of) * 100)) : 0} status="active" />
      <p>{of && done >= of ? t('sealing') : t('making')}</p>
      {of ? <p className="quiet">{t('counted', { done: formats.number(done), of: formats.number(of) })}</p> : null}
      <p className="quiet">{t('leave')}</p>
      <Button onClick={onClose}>{t('close')}</Button>
    </div>
  )
}
