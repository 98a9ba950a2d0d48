import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Score, ScoreParts } from '../../ui/score/score.tsx'
import { QualityTabs } from './quality-tabs.tsx'

const useText = texts('scorecards', {
  title: { zh: '供应商记分卡', en: 'Supplier scorecards' },
  supplier: { zh: '供应商', en: 'Supplier' },
  score: { zh: '得分', en: 'Score' },
  lots: { zh: '拒收批次', en: 'Lots refused' },
  of: { zh: '{{n}} / {{of}}', en: '{{n}} / {{of}}' },
  unlike: { zh: '货不对板', en: 'Not as described' },
  late: { zh: '迟发', en: 'Late' },
  open: { zh: '未结不合格', en: 'Still open' },
  parts: { zh: '构成', en: 'Made of' },
  empty: { zh: '还没有供应商', en: 'No suppliers yet' },
})

/** S1, R1 · How suppliers do: lots, goods as described, deliveries and corrections, weighed as the standard says. */
export function Scorecards() {
  const t = useText()
  const formats = useFormats()
  const share = (n: number, of: number) => (of === 0 ? '—' : `${formats.number(n)} (${formats.percent(n / of)})`)
  return (
    <Page title={t('title')} about={<QualityTabs />} filled>
      <List
        name="supplier.scorecards"
        label={t('title')}
        params={{}}
        idOf={(row) => row.supplier}
        open={(row) => ({ to: '/suppliers/$supplier', params: { supplier: row.supplier } })}
        columns={[
          {
            key: 'name',
            title: t('supplier'),
            width: 'minmax(240px, 2fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => row.name,
          },
          {
            key: 'score',
            title: t('score'),
            width: '100px',
            phone: 'beside',
            cell: (row) => <Score card={row} />,
          },
          {
            key: 'lots',
            title: t('lots'),
            width: '150px',
            align: 'end',
            sort: 'refused',
            cell: (row) => t('of', { n: row.counts['lots-refused'], of: row.counts['lots-inspected'] }),
          },
          {
            key: 'unlike',
            title: t('unlike'),
            width: '146px',
            align: 'end',
            sort: 'unlike',
            cell: (row) => share(row.counts['not-as-described'], row.counts.orders),
          },
          {
            key: 'late',
            title: t('late'),
            width: '104px',
            align: 'end',
            cell: (row) => share(row.counts['late-deliveries'], row.counts.orders),
          },
          {
            key: 'open',
            title: t('open'),
            width: '136px',
            align: 'end',
            sort: 'open',
            cell: (row) => formats.number(row.counts['nonconformities-open']),
          },
          {
            key: 'parts',
            title: t('parts'),
            width: 'minmax(330px, 2fr)',
            phone: 'left-out',
            cell: (row) => <ScoreParts card={row} />,
          },
        ]}
        empty={<Empty title={t('empty')} />}
      />
    </Page>
  )
}
