import { Link, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Row } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { List } from '../../ui/list/list.tsx'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { AlertPeek } from './alert-peek.tsx'
import { RiskTabs } from './risk-tabs.tsx'

const useText = texts('alert-list', {
  title: { zh: '预警', en: 'Alerts' },
  indicator: { zh: '指标', en: 'Indicator' },
  about: { zh: '对象', en: 'About' },
  whole: { zh: '整个项目', en: 'The whole project' },
  level: { zh: '级别', en: 'Level' },
  alert: { zh: '预警', en: 'alert' },
  hold: { zh: '应冻结', en: 'calls for a hold' },
  reading: { zh: '读数', en: 'Reading' },
  read: { zh: '{{share}}（{{n}} / {{of}}）', en: '{{share}} ({{n}} of {{of}})' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '待处理', en: 'open' },
  acknowledged: { zh: '处理中', en: 'taken on' },
  closed: { zh: '已关闭', en: 'closed' },
  due: { zh: '期限', en: 'Due' },
  owner: { zh: '负责', en: 'Owner' },
  do: { zh: '处理', en: 'Do' },
  take: { zh: '接手', en: 'Take on' },
  close: { zh: '关闭', en: 'Close' },
  closing: { zh: '关闭预警', en: 'Close the alert' },
  reason: { zh: '查明的原因与措施', en: 'What was found and done' },
  long: { zh: '请至少写 5 个字', en: 'Write at least 5 characters' },
  by: { zh: '{{state}} · {{by}}', en: '{{state}} · {{by}}' },
  empty: { zh: '没有预警', en: 'No alerts' },
  emptyHow: {
    zh: '退货、评价等数据回流后，越过阈值的指标在此预警。',
    en: 'Once orders and returns come back, indicators above their threshold stand here.',
  },
})
type Alert = Row<'alert.list'>

/** S2 · What is above its threshold, by the day it is owed. */
export function AlertList() {
  const t = useText()
  const formats = useFormats()
  const { term, indicator } = useWords()
  const may = useMay()
  const { project } = useParams({ from: '/projects/$project/risk/alerts' })
  const { at, change } = useListAddress()
  const [closing, setClosing] = useState<Alert>()
  const take = useCommand('alert.acknowledge')
  const query = useMemo(() => ({ project }), [project])
  const filters = [
    {
      key: 'state',
      title: t('state'),
      options: (['open', 'acknowledged', 'closed'] as const).map((value) => ({ value, label: t(value) })),
    },
    {
      key: 'level',
      title: t('level'),
      options: (['alert', 'hold'] as const).map((value) => ({ value, label: t(value) })),
    },
    { key: 'product', title: t('about') },
  ]
  return (
    <Page title={t('title')} about={<RiskTabs />} filled>
      <List
        name="alert.list"
        label={t('title')}
        params={{}}
        query={query}
        filters={filters}
        idOf={(row) => row.id}
        open={(row) => ({ to: '.', search: ((before: object) => ({ ...before, at: row.id })) as object })}
        beside={at.at ? <AlertPeek key={at.at} alert={at.at} onClose={() => change({ at: undefined })} /> : undefined}
        columns={[
          {
            key: 'indicator',
            title: t('indicator'),
            width: 'minmax(140px, 1.4fr)',
            phone: 'title',
            cell: (row) => indicator(row.indicator),
          },
          {
            key: 'level',
            title: t('level'),
            width: '150px',
            phone: 'beside',
            cell: (row) => (
              <strong className={row.level === 'hold' ? 'quality-bad' : 'indicator-alert'}>{t(row.level)}</strong>
            ),
          },
          {
            key: 'product',
            title: t('about'),
            width: 'minmax(180px, 2fr)',
            cell: (row) =>
              row.product ? (
                <Link
                  to={'/projects/$project/products/$product' as never}
                  params={{ project: row.project, product: row.product } as never}
                >
                  {row.title ?? row.product}
                </Link>
              ) : (
                t('whole')
              ),
          },
          {
            key: 'reading',
            title: t('reading'),
            width: '170px',
            align: 'end',
            cell: ({ reading: r }) =>
              t('read', {
                share: formats.percent(r.trials === 0 ? 0 : r.events / r.trials),
                n: formats.number(r.events),
                of: formats.number(r.trials),
              }),
          },
          { key: 'owner', spare: true, title: t('owner'), width: '110px', cell: (row) => term(row.owner) },
          {
            key: 'due',
            title: t('due'),
            width: '142px',
            sort: 'due',
            phone: 'named',
            cell: (row) => formats.day(row.due),
          },
          {
            key: 'state',
            spare: true,
            title: t('state'),
            width: '160px',
            cell: (row) => {
              const by = row.closedBy ?? row.acknowledgedBy
              return by ? t('by', { state: t(row.state), by }) : t(row.state)
            },
          },
          {
            key: 'do',
            title: t('do'),
            width: '160px',
            cell: (row) =>
              row.state === 'closed' ? (
                <span className="quiet">{row.reason}</span>
              ) : (
                <>
                  {row.state === 'open' && may('quality', 'service', 'legal', 'selection', 'finance') ? (
                    <Button
                      size="small"
                      onClick={() => void take.run({ params: { alert: row.id }, input: {}, version: row.version })}
                    >
                      {t('take')}
                    </Button>
                  ) : null}{' '}
                  {may('quality', 'service', 'legal') ? (
                    <Button size="small" onClick={() => setClosing(row)}>
                      {t('close')}
                    </Button>
                  ) : null}
                </>
              ),
          },
        ]}
        empty={<Empty title={t('empty')}>{t('emptyHow')}</Empty>}
      />
      {closing ? <CloseForm alert={closing} onClose={() => setClosing(undefined)} /> : null}
    </Page>
  )
}

function CloseForm({ alert, onClose }: { readonly alert: Alert; readonly onClose: () => void }) {
  const t = useText()
  return (
    <CommandForm
      name="alert.close"
      title={t('closing')}
      ok={t('close')}
      params={{ alert: alert.id }}
      version={alert.version}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, min: 5, whitespace: true, message: t('long') }]}
      >
        <Input.TextArea rows={4} maxLength={2000} autoFocus />
      </Form.Item>
    </CommandForm>
  )
}
