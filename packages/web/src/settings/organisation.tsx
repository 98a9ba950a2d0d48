import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { ask } from '../client/ask.ts'
import { useCommand } from '../client/command.ts'
import type { Answer } from '../client/operations.ts'
import { useMay } from '../shell/session.ts'
import { texts } from '../texts/texts.ts'
import { useFieldProblem } from '../ui/command/field-problem.ts'
import { Asked } from '../ui/page/asked.tsx'
import { Page, Section } from '../ui/page/page.tsx'
import { ProblemNote } from '../ui/page/problem-note.tsx'
import './settings.css'

const useText = texts('organisation', {
  title: { zh: '组织', en: 'Organisation' },
  id: { zh: '组织编号', en: 'Id' },
  name: { zh: '名称', en: 'Name' },
  zone: { zh: '时区', en: 'Time zone' },
  zoneAbout: { zh: '期限与报表按此时区计日', en: 'Days begin and end in this zone' },
  remind: { zh: '开播前提醒', en: 'Reminders before a stream' },
  remindAbout: {
    zh: '在这些天提醒每个人还欠哪些事项',
    en: 'On these days before a stream everyone is told what they still owe',
  },
  days: { zh: '提前 {{count}} 天', en: { one: '{{count}} day before', other: '{{count}} days before' } },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  readOnly: { zh: '由组织所有者修改', en: 'Changed by an owner of the organisation' },
  missing: { zh: '请填写名称', en: 'Give it a name' },
})
const MOST_DAYS = 30

/** Name, time zone and reminders of the organisation. */
export function Organisation() {
  const t = useText()
  const may = useMay()
  const organisation = useQuery(ask('settings.organisation', {}))
  return (
    <Page title={t('title')} about={may() ? undefined : t('readOnly')}>
      <Section title={t('title')}>
        <Asked of={organisation}>{(data) => <Fields key={data.version} data={data} locked={!may()} />}</Asked>
      </Section>
    </Page>
  )
}

function Fields({ data, locked }: { readonly data: Answer<'settings.organisation'>; readonly locked: boolean }) {
  const t = useText()
  const { message } = App.useApp()
  const [form] = Form.useForm()
  const change = useCommand('settings.change-organisation', {
    quiet: true,
    onDone: () => void message.success(t('saved')),
  })
  const problem = useFieldProblem(form, change.problem)
  const { id, version, ...first } = data
  const days = Array.from({ length: MOST_DAYS + 1 }, (_, n) => ({ value: n, label: t('days', { count: n }) }))
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))
  return (
    <Form
      form={form}
      layout="vertical"
      className="settings-form"
      initialValues={first}
      disabled={locked}
      requiredMark={false}
      onFinish={(input) => void change.run({ params: {}, input, version: version || undefined })}
    >
      <Form.Item label={t('id')}>
        <code>{id}</code>
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('missing') }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="zone" label={t('zone')} extra={t('zoneAbout')}>
        <Select showSearch options={zones} />
      </Form.Item>
      <Form.Item name="remindDays" label={t('remind')} extra={t('remindAbout')}>
        <Select mode="multiple" options={days} maxCount={10} />
      </Form.Item>
      {problem ? <ProblemNote problem={problem} /> : null}
      {locked ? null : (
        <Button type="primary" htmlType="submit" loading={change.running}>
          {t('save')}
        </Button>
      )}
    </Form>
  )
}
