import { Form, Input, Select } from 'antd'
import type { Answer, Input as InputOf } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'

type New = InputOf<'receiver.create'>
const KINDS: readonly New['kind'][] = ['email', 'dingtalk', 'feishu', 'wecom', 'webhook']

export const useKindText = texts('receiver-kinds', {
  webhook: { zh: 'Webhook', en: 'Webhook' },
  email: { zh: '邮件', en: 'E-mail' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  feishu: { zh: '飞书', en: 'Feishu' },
  wecom: { zh: '企业微信', en: 'WeCom' },
})

const useText = texts('receiver-form', {
  title: { zh: '添加接收方', en: 'Add a receiver' },
  kind: { zh: '方式', en: 'How' },
  name: { zh: '名称', en: 'Name' },
  address: { zh: '机器人或接口地址（https://…）', en: 'Address of the robot or endpoint (https://…)' },
  mail: { zh: '邮箱地址', en: 'E-mail address' },
  secret: { zh: '机器人的加签密钥（选填）', en: 'Secret of the robot, when it checks signatures' },
  events: { zh: '告知哪些事', en: 'What to tell' },
  eventsAbout: { zh: '可选一类（如 case.*）、某一种，或全部 *', en: 'A family such as case.*, one type, or * for all' },
  add: { zh: '添加', en: 'Add' },
  missing: { zh: '请填写', en: 'Please fill this in' },
  wrong: { zh: '请填写完整的地址', en: 'Write the whole address' },
  all: { zh: '全部', en: 'Everything' },
  alerts: { zh: '风险预警', en: 'Risk alerts' },
  lineup: { zh: '排品', en: 'Lineup' },
  live: { zh: '直播现场', en: 'On air' },
  cases: { zh: '售后', en: 'After-sales' },
  recalls: { zh: '召回', en: 'Recalls' },
  plans: { zh: '方案', en: 'Plans' },
  results: { zh: '直播结果', en: 'Results' },
})
const EVENTS = [
  ['*', 'all'],
  ['alert.*', 'alerts'],
  ['recall.*', 'recalls'],
  ['live.*', 'live'],
  ['lineup.*', 'lineup'],
  ['plan.*', 'plans'],
  ['case.*', 'cases'],
  ['results.*', 'results'],
] as const

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: (answer: Answer<'receiver.create'>) => void
}

export function ReceiverForm({ open, onClose, onDone }: Props) {
  const t = useText()
  const kindText = useKindText()
  const [form] = Form.useForm<New>()
  const kind = Form.useWatch('kind', form) ?? 'email'
  const needed = { required: true, message: t('missing') }
  return (
    <CommandForm<'receiver.create', New>
      name="receiver.create"
      open={open}
      title={t('title')}
      ok={t('add')}
      params={{}}
      form={form}
      initial={{ kind: 'email', events: ['alert.*'] }}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="kind" label={t('kind')} rules={[needed]}>
        <Select options={KINDS.map((value) => ({ value, label: kindText(value) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="address"
        label={t(kind === 'email' ? 'mail' : 'address')}
        rules={[needed, { type: kind === 'email' ? 'email' : 'url', message: t('wrong') }]}
      >
        <Input maxLength={2000} autoComplete="off" />
      </Form.Item>
      {kind === 'dingtalk' || kind === 'feishu' ? (
        <Form.Item name="secret" label={t('secret')}>
          <Input.Password autoComplete="off" maxLength={200} />
        </Form.Item>
      ) : null}
      <Form.Item name="events" label={t('events')} extra={t('eventsAbout')} rules={[needed]}>
        <Select mode="tags" options={EVENTS.map(([value, name]) => ({ value, label: `${t(name)} ${value}` }))} />
      </Form.Item>
    </CommandForm>
  )
}
