import { App, Form, Input } from 'antd'
import { texts } from '../../texts/texts.ts'
import { today } from '../../texts/today.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { DayField, useNeeded } from '../../ui/command/fields.tsx'

const useText = texts('pack-decision', {
  adopt: { zh: '启用规则包', en: 'Adopt the pack' },
  reject: { zh: '不采纳此版本', en: 'Turn this version down' },
  withdraw: { zh: '提请停用规则包', en: 'Ask for the pack to be withdrawn' },
  keep: { zh: '不予停用', en: 'Turn the withdrawal down' },
  from: { zh: '生效日', en: 'In force from' },
  until: { zh: '停用日', en: 'No longer from' },
  fromAbout: {
    zh: '今天或之后；所涉产品随即重新判定',
    en: 'Today or later; the products it touches are decided again',
  },
  remark: { zh: '备注', en: 'Remark' },
  reason: { zh: '理由', en: 'Reason' },
  adopted: {
    zh: '已启用，{{count}} 个项目的产品正在重新判定',
    en: {
      one: 'Adopted; the products of {{count}} project are decided again',
      other: 'Adopted; the products of {{count}} projects are decided again',
    },
  },
  asked: { zh: '已提请，待另一人确认', en: 'Asked for: another person confirms it' },
  untilAbout: {
    zh: '今天或之后；另一人确认后生效',
    en: 'Today or later; it counts once another person confirms it',
  },
})
type Props = {
  readonly pack: string
  readonly version: number
  readonly what: 'adopt' | 'reject' | 'withdraw' | 'keep'
  readonly onClose: () => void
}
type Fields = { from: string; reason?: string }

/** A second person's word on a pack: from when on it holds, or why it does not. */
export function PackDecision({ pack, version, what, onClose }: Props) {
  const t = useText()
  const { message } = App.useApp()
  const shared = { title: t(what), ok: t(what), params: { pack }, onClose }
  const from = { from: today() }
  if (what === 'adopt')
    return (
      <CommandForm<'rule-pack.adopt', Fields>
        {...shared}
        name="rule-pack.adopt"
        initial={from}
        inputOf={({ from, reason }) => ({ version, from, ...(reason?.trim() ? { remark: reason } : {}) })}
        fieldNames={{ remark: 'reason' }}
        onDone={({ projects }) => void message.success(t('adopted', { count: projects.length }))}
      >
        <DayField name="from" label={t('from')} extra={t('fromAbout')} needed min={today()} />
        <Reason />
      </CommandForm>
    )
  if (what === 'withdraw')
    return (
      <CommandForm
        {...shared}
        name="rule-pack.propose-withdrawal"
        initial={from}
        onDone={() => void message.success(t('asked'))}
      >
        <DayField name="from" label={t('until')} extra={t('untilAbout')} needed min={today()} />
        <Reason needed />
      </CommandForm>
    )
  return (
    <CommandForm<'rule-pack.reject' | 'rule-pack.keep', { reason: string }>
      {...shared}
      name={what === 'keep' ? 'rule-pack.keep' : 'rule-pack.reject'}
      inputOf={({ reason }) => ({ version, reason })}
    >
      <Reason needed />
    </CommandForm>
  )
}

function Reason({ needed = false }: { readonly needed?: boolean }) {
  const t = useText()
  const [must] = useNeeded()
  const rules = needed ? [{ ...must, whitespace: true }] : []
  return (
    <Form.Item name="reason" label={t(needed ? 'reason' : 'remark')} rules={rules}>
      <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
    </Form.Item>
  )
}
