import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import type { Row } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import './rules.css'

const useText = texts('breach-list', {
  title: { zh: '违规与申诉', en: 'Breaches and appeals' },
  about: {
    zh: '申诉由记录人与当事人以外的人裁定',
    en: 'An appeal is decided by someone who neither recorded it nor is concerned',
  },
  person: { zh: '当事人', en: 'Person' },
  rule: { zh: '制度', en: 'Rule' },
  what: { zh: '行为', en: 'What happened' },
  measure: { zh: '处理', en: 'What follows' },
  state: { zh: '状态', en: 'State' },
  by: { zh: '记录人', en: 'Recorded by' },
  created: { zh: '登记时间', en: 'Recorded' },
  recorded: { zh: '已登记', en: 'recorded' },
  appealed: { zh: '申诉中', en: 'appealed' },
  upheld: { zh: '维持', en: 'upheld' },
  lifted: { zh: '撤销', en: 'lifted' },
  appeal: { zh: '申诉', en: 'Appeal' },
  uphold: { zh: '维持处理', en: 'Uphold' },
  lift: { zh: '撤销处理', en: 'Lift' },
  open: { zh: '查看', en: 'Open' },
  reason: { zh: '理由', en: 'Reason' },
  appealOf: { zh: '{{by}} 申诉', en: 'Appeal by {{by}}' },
  decisionOf: { zh: '{{by}} 裁定', en: 'Decision by {{by}}' },
  waits: { zh: '当事人可申诉一次', en: 'The person concerned may appeal once' },
  other: {
    zh: '由法务中记录人与当事人以外的人裁定',
    en: 'Someone of legal who neither recorded it nor is concerned decides',
  },
  needed: { zh: '请填写理由', en: 'Please give a reason' },
  empty: { zh: '没有违规记录', en: 'No breaches on record' },
})
const STATES = ['recorded', 'appealed', 'upheld', 'lifted'] as const
const COLOURS = { recorded: 'warning', appealed: 'purple', upheld: 'error', lifted: 'success' } as const
type Breach = Row<'breach.list'>

/** T1 · Breaches, appeals and what was decided. */
export function BreachList() {
  const t = useText()
  const formats = useFormats()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<Breach>()
  return (
    <Page title={t('title')} about={t('about')} filled>
      <List
        name="breach.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.id}
        filters={[
          { key: 'state', title: t('state'), options: STATES.map((value) => ({ value, label: t(value) })) },
          { key: 'rule', title: t('rule') },
          { key: 'person', title: t('person') },
        ]}
        columns={[
          { key: 'person', title: t('person'), width: '116px', phone: 'title', cell: (row) => row.person },
          {
            key: 'state',
            title: t('state'),
            width: '100px',
            phone: 'beside',
            cell: (row) => <Tag color={COLOURS[row.state]}>{t(row.state)}</Tag>,
          },
          { key: 'rule', title: t('rule'), width: 'minmax(130px, 1fr)', cell: (row) => row.title },
          { key: 'what', title: t('what'), width: 'minmax(180px, 2fr)', cell: (row) => row.record.what },
          { key: 'measure', title: t('measure'), width: 'minmax(160px, 1.6fr)', cell: (row) => row.record.measure },
          { key: 'by', spare: true, title: t('by'), width: '110px', cell: (row) => row.recordedBy },
          {
            key: 'created',
            spare: true,
            title: t('created'),
            width: '180px',
            sort: 'created',
            cell: (row) => formats.moment(row.created),
          },
          {
            key: 'open',
            title: t('open'),
            width: '80px',
            cell: (row) => (
              <Button size="small" onClick={() => setOpened(row)}>
                {t('open')}
              </Button>
            ),
          },
        ]}
        empty={<Empty title={t('empty')} />}
      />
      {opened ? (
        <BreachDialog
          breach={opened}
          onClose={() => setOpened(undefined)}
          onRule={() => void navigate({ to: '/rules/$rule', params: { rule: opened.rule } })}
        />
      ) : null}
    </Page>
  )
}

type Props = { readonly breach: Breach; readonly onClose: () => void; readonly onRule: () => void }

function BreachDialog({ breach, onClose, onRule }: Props) {
  const t = useText()
  const me = useMe().data
  const may = useMay()('legal')
  const mine = breach.person === me?.name
  const { what, measure, appeal: appealed, decision } = breach.record
  const told = (
    <div className="breach">
      <p>
        <Button type="link" size="small" onClick={onRule} style={{ padding: 0 }}>
          {breach.title} · v{breach.ruleVersion}
        </Button>
      </p>
      <p>{what}</p>
      <p>
        <strong>{t('measure')}</strong> {measure}
      </p>
      {appealed ? (
        <div className="breach-said">
          <strong>{t('appealOf', { by: appealed.by })}</strong>
          <p>{appealed.reason}</p>
        </div>
      ) : null}
      {decision ? (
        <div className="breach-said">
          <strong>{t('decisionOf', { by: decision.by })}</strong>
          <p>{decision.reason}</p>
        </div>
      ) : null}
    </div>
  )
  const shared = {
    title: `${breach.person} · ${t(breach.state)}`,
    params: { breach: breach.id },
    version: breach.version,
    onClose,
    children: (
      <>
        {told}
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 2, message: t('needed') }]}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </>
    ),
  }
  if (breach.state === 'recorded' && mine) return <CommandForm {...shared} name="breach.appeal" ok={t('appeal')} />
  if (breach.state === 'appealed' && may && !mine && breach.recordedBy !== me?.name)
    return (
      <CommandForm<'breach.decide', { reason: string }>
        {...shared}
        name="breach.decide"
        ok={t('uphold')}
        inputOf={({ reason }) => ({ decision: 'upheld', reason })}
        others={[{ ok: t('lift'), inputOf: ({ reason }) => ({ decision: 'lifted', reason }) }]}
      />
    )
  return (
    <Dialog title={shared.title} onClose={onClose}>
      {told}
      {breach.state === 'recorded' ? <p className="quiet">{t('waits')}</p> : null}
      {breach.state === 'appealed' ? <p className="quiet">{t('other')}</p> : null}
    </Dialog>
  )
}
