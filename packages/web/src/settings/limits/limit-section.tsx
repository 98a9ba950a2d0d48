import { Button, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ProblemBody } from '../../client/problem.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Section } from '../../ui/page/page.tsx'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
import '../settings.css'

const useText = texts('limit-section', {
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改{{what}}', en: 'Change: {{what}}' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  from: { zh: '生效日', en: 'In force from' },
  reason: { zh: '理由', en: 'Reason' },
  missing: { zh: '请填写', en: 'Please fill this in' },
  history: { zh: '变更记录', en: 'Changes' },
  'in-force': { zh: '生效中', en: 'in force' },
  coming: { zh: '将生效', en: 'to come' },
  past: { zh: '已过', en: 'past' },
  entry: { zh: '自 {{from}}：{{value}}', en: 'from {{from}}: {{value}}' },
  by: { zh: '{{who}} · {{at}} · {{why}}', en: '{{who}} · {{at}} · {{why}}' },
})
type Change<V> = {
  readonly version: number
  readonly from: string
  readonly value: V
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly standing: 'in-force' | 'coming' | 'past'
}
type Props<V, F> = {
  readonly title: string
  readonly about: string
  readonly day: string
  readonly owner: boolean
  readonly history: readonly Change<V>[]
  /** a value in words */
  readonly told: (value: V) => string
  readonly children: ReactNode
  /** the fields of the value, for the form */
  readonly fields: ReactNode
  readonly initial: F
  readonly saving: { readonly running: boolean; readonly problem?: ProblemBody | undefined }
  /** resolves to true when it was saved */
  readonly onSave: (fields: F, when: { readonly from: string; readonly reason: string }) => Promise<boolean>
}

/** One kind of limit: what holds today, who changed it when and why, and the form by which an owner changes it. */
export function LimitSection<V, F extends object>(props: Props<V, F>) {
  const { title, about, day: today, owner, history, told, children, fields, initial, saving, onSave } = props
  const t = useText()
  const { day, moment } = useFormats()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<F & { from: string; reason: string }>()
  const needed = { required: true, whitespace: true, message: t('missing') }
  return (
    <Section
      title={title}
      beside={
        owner ? (
          <Button aria-label={t('changeOf', { what: title })} onClick={() => setOpen(true)}>
            {t('change')}
          </Button>
        ) : null
      }
    >
      <p className="quiet">{about}</p>
      {children}
      {history.length > 0 ? (
        <details className="limit-history">
          <summary>{`${t('history')} ${history.length}`}</summary>
          <ul className="settings-rows">
            {history.map((h) => (
              <li key={h.version} className="settings-row">
                <div>
                  <strong>{t(h.standing)}</strong> {t('entry', { from: day(h.from), value: told(h.value) })}
                  <div className="quiet">{t('by', { who: h.by, at: moment(h.at), why: h.reason })}</div>
                </div>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Modal
        title={t('changeOf', { what: title })}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={form.submit}
        okText={t('save')}
        cancelText={t('cancel')}
        confirmLoading={saving.running}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          initialValues={{ ...initial, from: today }}
          onFinish={async ({ from, reason, ...value }) => {
            if (await onSave(value as unknown as F, { from, reason })) setOpen(false)
          }}
        >
          {fields}
          <Form.Item name="from" label={t('from')} rules={[needed]}>
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item name="reason" label={t('reason')} rules={[needed]}>
            <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
          </Form.Item>
        </Form>
        {saving.problem ? <ProblemNote problem={saving.problem} /> : null}
      </Modal>
    </Section>
  )
}
