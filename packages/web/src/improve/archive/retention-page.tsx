import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Input as InputOf, Row } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { List } from '../../ui/list/list.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { Picker } from '../../ui/picker/picker.tsx'
import { ProjectPicker } from '../../ui/picker/project-picker.tsx'
import './archive.css'
import { shortId } from '../../ui/record/short-id.ts'

const useText = texts('retention-page', {
  title: { zh: '保存期限与法律保留', en: 'Retention and legal holds' },
  about: {
    zh: '法律要求的保存期限内不删；处于法律保留的，无论期限一律不删',
    en: 'Nothing goes before its day by law; what is under a legal hold stays whatever the day',
  },
  place: { zh: '设置法律保留', en: 'Place a legal hold' },
  stops: { zh: '由法务设置', en: 'Legal places holds' },
  holds: { zh: '有效的法律保留', en: 'Standing legal holds' },
  noHolds: { zh: '当前没有法律保留。', en: 'No legal hold stands.' },
  lift: { zh: '解除', en: 'Lift' },
  liftStops: { zh: '须由设置人以外的法务解除', en: 'Lifted by legal, other than who placed it' },
  by: { zh: '{{by}} 设于 {{at}}', en: 'Placed by {{by}}, {{at}}' },
  organisation: { zh: '整个组织', en: 'The whole organisation' },
  project: { zh: '项目', en: 'Project' },
  person: { zh: '个人资料', en: 'Personal data' },
  record: { zh: '记录', en: 'Record' },
  kind: { zh: '类别', en: 'Kind' },
  markets: { zh: '市场', en: 'Markets' },
  since: { zh: '起算日', en: 'From' },
  until: { zh: '保存至', en: 'Kept until' },
  basis: { zh: '依据', en: 'By' },
  state: { zh: '状态', en: 'State' },
  held: { zh: '法律保留', en: 'legal hold' },
  past: { zh: '已过期限', en: 'past its day' },
  kept: { zh: '保存中', en: 'kept' },
  open: { zh: '未结', en: 'open' },
  erased: { zh: '已删除', en: 'erased' },
  reason: { zh: '理由', en: 'Reason' },
  which: { zh: '谁的资料', en: 'Whose' },
  empty: { zh: '还没有需要保存的记录', en: 'No records to keep yet' },
  needed: { zh: '请填写', en: 'Please fill this in' },
})

/** T2 · How long records are kept and by which law, and what is held whatever the day. */
export function RetentionPage() {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const { market } = useWords()
  const may = useMay()('legal')
  const [placing, setPlacing] = useState(false)
  const stateOf = (row: Row<'retention.list'>) =>
    row.held !== null ? 'held' : row.erased ? 'erased' : row.open ? 'open' : row.past ? 'past' : 'kept'
  const colours = { held: 'purple', erased: 'default', open: 'processing', past: 'warning', kept: 'default' } as const
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Button type="primary" disabled={!may} onClick={() => setPlacing(true)}>
          {t('place')}
        </Button>
      }
      stops={may ? undefined : t('stops')}
    >
      <Holds />
      <div style={{ height: 'min(70vh, 620px)' }}>
        <List
          name="retention.list"
          label={t('title')}
          params={{}}
          idOf={(row) => `${row.about} ${row.id}`}
          filters={[
            {
              key: 'about',
              title: t('kind'),
              options: [
                { value: 'project', label: t('project') },
                { value: 'person', label: t('person') },
              ],
            },
          ]}
          columns={[
            {
              key: 'record',
              title: t('record'),
              width: 'minmax(180px, 2fr)',
              phone: 'title',
              cell: (row) => row.name ?? <code title={row.id}>{shortId(row.id)}</code>,
            },
            {
              key: 'state',
              title: t('state'),
              width: '110px',
              phone: 'beside',
              cell: (row) => <Tag color={colours[stateOf(row)]}>{t(stateOf(row))}</Tag>,
            },
            { key: 'kind', title: t('kind'), width: '128px', cell: (row) => t(row.about) },
            {
              key: 'markets',
              title: t('markets'),
              width: 'minmax(110px, 1fr)',
              cell: (row) => formats.list(row.markets.map(market)),
            },
            {
              key: 'since',
              title: t('since'),
              width: '142px',
              sort: 'since',
              phone: 'left-out',
              cell: (row) => formats.day(row.since),
            },
            {
              key: 'until',
              title: t('until'),
              width: '142px',
              phone: 'named',
              cell: (row) => (row.until === null ? '—' : formats.day(row.until)),
            },
            {
              key: 'basis',
              title: t('basis'),
              width: 'minmax(200px, 2fr)',
              cell: (row) =>
                row.by === null
                  ? '—'
                  : `${say(row.by.name)} · ${row.by.act}${row.by.article ? ` ${row.by.article}` : ''}`,
            },
          ]}
          empty={<Empty title={t('empty')} />}
        />
      </div>
      {placing ? <Place onClose={() => setPlacing(false)} /> : null}
    </Page>
  )
}

function Holds() {
  const t = useText()
  const formats = useFormats()
  const me = useMe().data
  const may = useMay()('legal')
  const [lifting, setLifting] = useState<Row<'legal-hold.list'>>()
  const holds = useQuery(ask('legal-hold.list', {}, { standing: 'true' } as never))
  return (
    <Section title={t('holds')}>
      <Asked of={holds} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{t('noHolds')}</p>
          ) : (
            <ul className="retention-holds">
              {rows.map((hold) => (
                <li key={hold.id} className="retention-hold">
                  <div>
                    <strong>
                      {t(hold.about)} {hold.subject === null ? null : shortId(hold.subject)}
                    </strong>
                    <p>{hold.reason}</p>
                    <p className="quiet">{t('by', { by: hold.placedBy, at: formats.moment(hold.placedAt) })}</p>
                  </div>
                  <Button
                    disabled={!may || hold.placedBy === me?.name}
                    title={hold.placedBy === me?.name || !may ? t('liftStops') : undefined}
                    onClick={() => setLifting(hold)}
                  >
                    {t('lift')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {lifting ? <Lift hold={lifting} onClose={() => setLifting(undefined)} /> : null}
    </Section>
  )
}

function Lift({ hold, onClose }: { readonly hold: Row<'legal-hold.list'>; readonly onClose: () => void }) {
  const t = useText()
  return (
    <CommandForm
      name="legal-hold.lift"
      title={t('lift')}
      ok={t('lift')}
      params={{ hold: hold.id }}
      version={hold.version}
      onClose={onClose}
    >
      <Reason />
    </CommandForm>
  )
}

type Placing = { about: 'organisation' | 'project' | 'person'; subject?: string; reason: string }

function Place({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<Placing>()
  const about = Form.useWatch('about', form) ?? 'project'
  const formats = useFormats()
  const { market } = useWords()
  const people = useQuery({
    ...ask('retention.list', {}, { about: 'person', limit: 200 }),
    enabled: about === 'person',
  })
  const needed = [{ required: true, message: t('needed') }]
  return (
    <CommandForm<'legal-hold.place', Placing>
      name="legal-hold.place"
      title={t('place')}
      ok={t('place')}
      params={{}}
      form={form}
      initial={{ about: 'project' }}
      inputOf={({ reason, ...of }) => ({ of, reason }) as InputOf<'legal-hold.place'>}
      fieldNames={{ 'of.subject': 'subject', of: 'about' }}
      onClose={onClose}
    >
      <Form.Item name="about" label={t('kind')} rules={needed}>
        <Radio.Group
          options={(['organisation', 'project', 'person'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
      {about === 'project' ? (
        <Form.Item name="subject" label={t('project')} rules={needed}>
          <ProjectPicker />
        </Form.Item>
      ) : null}
      {about === 'person' ? (
        <Form.Item name="subject" label={t('which')} rules={needed}>
          <Picker
            onSearch={() => {}}
            choices={people.data?.rows.map((p) => ({
              value: p.id,
              label: p.id,
              more: `${formats.list(p.markets.map(market))} · ${formats.day(p.since)}`,
            }))}
          />
        </Form.Item>
      ) : null}
      <Reason />
    </CommandForm>
  )
}

function Reason() {
  const t = useText()
  return (
    <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 2, message: t('needed') }]}>
      <Input.TextArea rows={3} />
    </Form.Item>
  )
}
