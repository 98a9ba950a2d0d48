import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { List } from '../../ui/list/list.tsx'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PutUpForm } from './put-up-form.tsx'
import { QualityTabs } from './quality-tabs.tsx'
import { useQualityWords } from './quality-words.ts'
import { VerdictMark } from './verdict-mark.tsx'

const useText = texts('lot-list', {
  title: { zh: '大货批次', en: 'Lots of bulk goods' },
  putUp: { zh: '提交待检批', en: 'Put up a lot' },
  lot: { zh: '批号', en: 'Lot' },
  product: { zh: '产品', en: 'Product' },
  verdict: { zh: '判定', en: 'Verdict' },
  supplier: { zh: '供应商', en: 'Supplier' },
  class: { zh: '品类', en: 'Class' },
  units: { zh: '批量', en: 'Units' },
  severity: { zh: '严格度', en: 'Severity' },
  found: { zh: '不合格品', en: 'Nonconforming' },
  of: { zh: '{{n}} / {{of}}', en: '{{n}} of {{of}}' },
  unlike: { zh: '与封样不符', en: 'Unlike the seal' },
  at: { zh: '日期', en: 'Date' },
  again: { zh: '已重新提交', en: 'put up again' },
  empty: { zh: '还没有大货批次', en: 'No lots yet' },
  emptyHow: {
    zh: '提交一批大货，系统按供应商历史给出正常、加严或放宽的抽样方案。',
    en: "Put up a lot: its sampling plan follows from the supplier's lots so far.",
  },
})
const VERDICTS = ['waiting', 'second-sample', 'accepted', 'refused'] as const

/** S1 · The lots of a project, the newest first. */
export function LotList() {
  const t = useText()
  const words = useQualityWords()
  const formats = useFormats()
  const { className } = useWords()
  const may = useMay()
  const { project } = useParams({ from: '/projects/$project/quality' })
  // the product a lot is to be put up of: where a product without one leads
  const { at, change } = useListAddress()
  const [putting, setPutting] = useState(at.put !== undefined)
  const close = () => {
    setPutting(false)
    if (at.put !== undefined) change({ put: undefined })
  }
  const query = useMemo(() => ({ project }), [project])
  const filters = [
    { key: 'verdict', title: t('verdict'), options: VERDICTS.map((value) => ({ value, label: words(value) })) },
    { key: 'product', title: t('product') },
    { key: 'supplier', title: t('supplier') },
    { key: 'class', title: t('class'), nameOf: className },
  ]
  const putUp = may('quality', 'sourcing', 'selection') ? (
    <Button type="primary" onClick={() => setPutting(true)}>
      {t('putUp')}
    </Button>
  ) : null
  return (
    <Page title={t('title')} about={<QualityTabs />} actions={putUp} filled>
      <List
        name="lot.list"
        label={t('title')}
        params={{}}
        query={query}
        filters={filters}
        idOf={(row) => `${row.product} ${row.id}`}
        open={(row) => ({
          to: '/projects/$project/quality/lots/$product/$lot',
          params: { project: row.project, product: row.product, lot: row.id },
        })}
        columns={[
          { key: 'id', title: t('lot'), width: 'minmax(130px, 1.2fr)', phone: 'title', cell: (row) => row.id },
          {
            key: 'verdict',
            title: t('verdict'),
            width: '120px',
            sort: 'verdict',
            phone: 'beside',
            cell: (row) => <VerdictMark verdict={row.verdict} />,
          },
          { key: 'title', title: t('product'), width: 'minmax(180px, 3fr)', cell: (row) => row.title },
          {
            key: 'supplier',
            spare: true,
            title: t('supplier'),
            width: 'minmax(140px, 2fr)',
            cell: (row) => row.supplierName,
          },
          {
            key: 'units',
            title: t('units'),
            width: '90px',
            align: 'end',
            sort: 'units',
            cell: (row) => formats.number(row.units),
          },
          {
            key: 'found',
            title: t('found'),
            width: '116px',
            align: 'end',
            cell: (row) =>
              row.sampled === 0 ? '—' : t('of', { n: row.nonconforming, of: formats.number(row.sampled) }),
          },
          {
            key: 'unlike',
            title: t('unlike'),
            width: '124px',
            align: 'end',
            cell: (row) => (row.differences > 0 ? <b className="quality-bad">{row.differences}</b> : '0'),
          },
          { key: 'severity', spare: true, title: t('severity'), width: '148px', cell: (row) => words(row.severity) },
          {
            key: 'at',
            title: t('at'),
            width: '136px',
            sort: 'at',
            cell: (row) => (row.superseded ? t('again') : formats.dayOf(row.at)),
          },
        ]}
        empty={<Empty title={t('empty')}>{t('emptyHow')}</Empty>}
      />
      {putting ? <PutUpForm project={project} product={at.put} onClose={close} /> : null}
    </Page>
  )
}
