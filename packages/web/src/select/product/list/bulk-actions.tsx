import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { Row } from '../../../client/operations.ts'
import { useMay } from '../../../shell/session.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { ClassFields } from '../forms/class-fields.tsx'
import { useRoleOptions } from '../role-options.ts'

const useText = texts('product-bulk', {
  class: { zh: '确定品类', en: 'Fix class' },
  role: { zh: '确定作用', en: 'Fix role' },
  sample: { zh: '索样', en: 'Request samples' },
  hold: { zh: '冻结', en: 'Hold' },
  pickRole: { zh: '请选择作用', en: 'Choose a role' },
  remark: { zh: '给供应商的说明', en: 'Note to the supplier' },
  reason: { zh: '冻结原因', en: 'Reason' },
  missing: { zh: '请填写原因', en: 'Say why' },
  title: {
    zh: '{{what}}：{{count}} 件产品',
    en: { one: '{{what}}: {{count}} product', other: '{{what}}: {{count}} products' },
  },
  done: { zh: '已处理 {{count}} 件', en: { one: '{{count}} done', other: '{{count}} done' } },
  refused: { zh: '{{count}} 件未处理', en: { one: '{{count}} not done', other: '{{count}} not done' } },
  most: { zh: '一次最多 500 件', en: 'At most 500 at once' },
})
type What = 'class' | 'role' | 'sample' | 'hold'
const MOST = 500
const COMMANDS = {
  class: 'product.fix-class-many',
  role: 'product.fix-role-many',
  sample: 'product.request-sample-many',
  hold: 'product.hold-many',
} as const
/** Who may do it, as the commands have it. */
const ROLES: Record<What, readonly string[]> = {
  class: ['selection', 'quality', 'legal'],
  role: ['selection'],
  sample: ['sourcing', 'selection', 'quality'],
  hold: ['selection', 'quality', 'legal', 'live-control'],
}

type Props = {
  readonly project: string
  readonly rows: readonly Pick<Row<'product.list'>, 'id' | 'version'>[]
  readonly done: () => void
}

/** What can be done with the products that are selected: one command for all, each answered for itself. */
export function BulkActions({ project, rows, done }: Props) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const { notification } = App.useApp()
  const roles = useRoleOptions()
  const [what, setWhat] = useState<What>()
  const each = rows.map(({ id, version }) => ({ product: id, version }))
  const told = ({
    done: well,
    refused,
  }: {
    readonly done: readonly unknown[]
    readonly refused: readonly Refused[]
  }) => {
    const first = refused.slice(0, 5).map((r) => `${r.id}: ${say(r.problem.remedy ?? r.problem.text)}`)
    notification[refused.length > 0 ? 'warning' : 'success']({
      title: [t('done', { count: well.length }), refused.length > 0 ? t('refused', { count: refused.length }) : '']
        .filter(Boolean)
        .join(' · '),
      description: first.length > 0 ? first.map((line) => <div key={line}>{line}</div>) : undefined,
    })
    done()
  }
  return (
    <>
      {(Object.keys(COMMANDS) as What[])
        .filter((each) => may(...ROLES[each]))
        .map((each) => (
          <Button key={each} size="small" onClick={() => setWhat(each)} disabled={rows.length > MOST}>
            {t(each)}
          </Button>
        ))}
      {rows.length > MOST ? <span className="quiet">{t('most')}</span> : null}
      {what ? (
        <CommandForm
          name={COMMANDS[what]}
          title={t('title', { what: t(what), count: rows.length })}
          params={{ project }}
          inputOf={(values) => ({ each, input: filled(values) }) as never}
          ok={t(what)}
          onClose={() => setWhat(undefined)}
          onDone={(answer) => told(answer as never)}
        >
          {what === 'class' ? <ClassFields traits={false} /> : null}
          {what === 'role' ? (
            <Form.Item name="role" label={t('role')} rules={[{ required: true, message: t('pickRole') }]}>
              <Select options={roles} />
            </Form.Item>
          ) : null}
          {what === 'sample' ? (
            <Form.Item name="remark" label={t('remark')}>
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
          ) : null}
          {what === 'hold' ? (
            <Form.Item name="reason" label={t('reason')} rules={[{ required: true, message: t('missing') }]}>
              <Input.TextArea rows={3} />
            </Form.Item>
          ) : null}
        </CommandForm>
      ) : null}
    </>
  )
}
type Text = { readonly zh: string; readonly en: string }
type Refused = { readonly id: string; readonly problem: { readonly text: Text; readonly remedy?: Text } }
