import { Input as AntInput, Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Input, Params } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { DayField, useNeeded } from '../../ui/command/fields.tsx'
import { Section } from '../../ui/page/page.tsx'
import '../settings.css'

const useText = texts('limit-section', {
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改{{what}}', en: 'Change: {{what}}' },
  save: { zh: '保存', en: 'Save' },
  from: { zh: '生效日', en: 'In force from' },
  reason: { zh: '理由', en: 'Reason' },
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
type Name = 'limit.set-refund' | 'limit.set-risk' | 'limit.set-retention'
type When = { readonly from: string; readonly reason: string }
type Row = { readonly id: string; readonly head: ReactNode; readonly cells: readonly ReactNode[] }
type Props<N extends Name, V, F> = {
  /** what changes it */
  readonly name: N
  readonly title: string
  readonly about: string
  readonly day: string
  readonly owner: boolean
  readonly of: { readonly version: number; readonly history: readonly Change<V>[] }
  /** a value in words */
  readonly told: (value: V) => string
  /** what holds today: of the first column the head is that of the rows */
  readonly heads: readonly string[]
  readonly rows: readonly Row[]
  /** the fields of the value, for the form, and what they come to */
  readonly fields: ReactNode
  readonly initial: F
  readonly limitOf: (fields: F) => V
}

/** One kind of limit: what holds today, who changed it when and why, and the form by which an owner changes it. */
export function LimitSection<N extends Name, V, F extends object>(props: Props<N, V, F>) {
  const { name, title, about, day: today, owner, of, told, heads, rows, fields, initial, limitOf } = props
  const t = useText()
  const { day, moment } = useFormats()
  const needed = useNeeded()
  const [open, setOpen] = useState(false)
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
      <table className="limit-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, head, cells }) => (
            <tr key={id}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={heads[i + 1]} data-head={heads[i + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {of.history.length > 0 ? (
        <details className="limit-history">
          <summary>{`${t('history')} ${of.history.length}`}</summary>
          <ul className="settings-rows">
            {of.history.map((h) => (
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
      <CommandForm<N, F & When>
        name={name}
        title={t('changeOf', { what: title })}
        params={{} as Params<N>}
        version={of.version || undefined}
        ok={t('save')}
        open={open}
        marks="needed"
        initial={{ ...initial, from: today }}
        inputOf={({ from, reason, ...value }) =>
          ({ value: limitOf(value as unknown as F), from, reason: reason.trim() }) as unknown as Input<N>
        }
        onClose={() => setOpen(false)}
      >
        {fields}
        <DayField name="from" label={t('from')} needed />
        <Form.Item name="reason" label={t('reason')} rules={needed}>
          <AntInput.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </CommandForm>
    </Section>
  )
}
