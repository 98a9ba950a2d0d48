import { UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { NextLineup } from '../suggestions/next-lineup.tsx'
import { useCountWords } from './count-words.ts'
import { GroupChart } from './group-chart.tsx'
import { ImportResults } from './import-results.tsx'
import { ResultRows } from './result-rows.tsx'
import './results.css'

const useText = texts('results-page', {
  title: { zh: '直播结果', en: 'Results' },
  about: {
    zh: '订单、流量、评价与退货回流；什么卖得好、为什么，下一场怎么排',
    en: 'Orders, traffic, ratings and returns come back: what sold and why, and what to do next',
  },
  import: { zh: '导入结果', en: 'Import results' },
  stops: { zh: '由选品、客服或场控导入', en: 'Selection, service or live control import' },
  by: { zh: '按', en: 'By' },
  product: { zh: '产品', en: 'Product' },
  role: { zh: '作用', en: 'Role' },
  slot: { zh: '坑位', en: 'Slot' },
  class: { zh: '品类', en: 'Class' },
  supplier: { zh: '供应商', en: 'Supplier' },
  sold: { zh: '什么卖得好、为什么', en: 'What sold and why' },
  rows: { zh: '明细', en: 'Rows' },
  sales: { zh: '成交额', en: 'Sales' },
  conversion: { zh: '转化率', en: 'Conversion' },
  returns: { zh: '退货率', en: 'Return rate' },
  empty: { zh: '还没有结果回流', en: 'Nothing has come back yet' },
  why: {
    zh: '导入店铺导出的订单表（每行一个订单商品）或按货号汇总的数量表；买家信息不会保存。',
    en: 'Import the order list your shop exports, or counts by product; nothing of the buyers is kept.',
  },
})
const BY = ['product', 'role', 'slot', 'class', 'supplier'] as const
type By = (typeof BY)[number]

/** T3 · What came back of a stream, with charts that open their rows, and what it proposes for the next. */
export function ResultsPage() {
  const t = useText()
  const { project = '' } = useParams({ strict: false })
  const { at, change } = useListAddress()
  const by: By = BY.find((b) => b === at.by) ?? 'product'
  const may = useMay()('selection', 'service', 'live-control')
  const [importing, setImporting] = useState(false)
  const groups = useQuery(ask('results.groups', { project }, { by }))
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Button type="primary" icon={<UploadOutlined />} disabled={!may} onClick={() => setImporting(true)}>
          {t('import')}
        </Button>
      }
      stops={may ? undefined : t('stops')}
    >
      <Asked of={groups} lines={8}>
        {(told) =>
          told.groups.length === 0 ? (
            <Empty title={t('empty')}>
              <p>{t('why')}</p>
              {may ? <Button onClick={() => setImporting(true)}>{t('import')}</Button> : null}
            </Empty>
          ) : (
            <>
              <Totals told={told} />
              <Section
                title={t('sold')}
                beside={
                  <Segmented
                    aria-label={t('by')}
                    value={by}
                    options={BY.map((value) => ({ value, label: t(value) }))}
                    onChange={(value) =>
                      change({
                        by: value,
                        product: undefined,
                        role: undefined,
                        slot: undefined,
                        class: undefined,
                        supplier: undefined,
                      })
                    }
                  />
                }
              >
                <GroupChart told={told} by={by} head={t(by)} onChoose={(key) => change({ [by]: key })} />
              </Section>
              <NextLineup project={project} />
              <Section title={t('rows')} id="rows">
                <ResultRows project={project} />
              </Section>
            </>
          )
        }
      </Asked>
      {importing ? <ImportResults project={project} onClose={() => setImporting(false)} /> : null}
    </Page>
  )
}

function Totals({ told }: { readonly told: Answer<'results.groups'> }) {
  const t = useText()
  const word = useCountWords()
  const formats = useFormats()
  const [events, trials] = told.conversion
  const share = (part: string, whole: string) =>
    told.totals[whole] ? formats.percent((told.totals[part] ?? 0) / told.totals[whole]) : '—'
  const tiles: { name: string; value: string; of?: string }[] = [
    ...told.sales.map((money) => ({
      name: `${t('sales')} ${money.currency}`,
      // the currency is in the name; some languages set it off by a space that does not break
      value: formats.money(money).replace(/^[A-Z]{3}\s/, ''),
    })),
    ...['orders', 'units', 'clicks', 'views']
      .filter((name) => told.totals[name])
      .map((name) => ({ name: word(name), value: formats.number(told.totals[name] ?? 0) })),
    ...(told.totals[trials]
      ? [{ name: t('conversion'), value: share(events, trials), of: `${word(events)} / ${word(trials)}` }]
      : []),
    ...(told.totals.returns === undefined ? [] : [{ name: t('returns'), value: share('returns', 'orders') }]),
  ]
  return (
    <dl className="results-totals">
      {tiles.map(({ name, value, of }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value} {of ? <small className="quiet">{of}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
