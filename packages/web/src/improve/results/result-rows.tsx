import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { useCountWords } from './count-words.ts'

const useText = texts('result-rows', {
  label: { zh: '各产品的结果', en: 'Results by product' },
  product: { zh: '产品', en: 'Product' },
  slot: { zh: '坑位', en: 'Slot' },
  role: { zh: '作用', en: 'Role' },
  class: { zh: '品类', en: 'Class' },
  supplier: { zh: '供应商', en: 'Supplier' },
  sales: { zh: '成交额', en: 'Sales' },
  indicators: { zh: '指标', en: 'Indicators' },
  quiet: { zh: '正常', en: 'quiet' },
  empty: { zh: '没有明细', en: 'No rows' },
})

/** T3 · The rows behind the charts: each product with what came back and its indicators. */
export function ResultRows({ project }: { readonly project: string }) {
  const t = useText()
  const say = useSay()
  const word = useCountWords()
  const formats = useFormats()
  const { term, className } = useWords()
  return (
    <div style={{ height: 'min(70vh, 560px)' }}>
      <List
        name="results.list"
        label={t('label')}
        params={{ project }}
        idOf={(row) => row.product}
        filters={[
          { key: 'product', title: t('product') },
          { key: 'role', title: t('role'), nameOf: term },
          { key: 'class', title: t('class'), nameOf: className },
          { key: 'supplier', title: t('supplier') },
          { key: 'slot', title: t('slot') },
        ]}
        columns={[
          {
            key: 'title',
            title: t('product'),
            width: 'minmax(200px, 2.4fr)',
            sort: 'product',
            phone: 'title',
            cell: (row) => (
              <Link
                to={`/projects/${encodeURIComponent(project)}/products/${encodeURIComponent(row.product)}` as never}
              >
                {row.title}
              </Link>
            ),
          },
          { key: 'slot', title: t('slot'), width: '70px', align: 'end', cell: (row) => row.slot ?? '—' },
          { key: 'role', title: t('role'), width: '90px', cell: (row) => (row.role === null ? '—' : term(row.role)) },
          {
            key: 'orders',
            title: word('orders'),
            width: '90px',
            align: 'end',
            sort: 'orders',
            cell: (row) => formats.number(row.counts.orders ?? 0),
          },
          {
            key: 'returns',
            title: word('returns'),
            width: '90px',
            align: 'end',
            sort: 'returns',
            cell: (row) => formats.number(row.counts.returns ?? 0),
          },
          {
            key: 'sales',
            title: t('sales'),
            width: '140px',
            align: 'end',
            sort: 'sales',
            cell: (row) => (row.sales === null ? '—' : formats.money(row.sales)),
          },
          {
            key: 'indicators',
            title: t('indicators'),
            width: 'minmax(170px, 1.4fr)',
            phone: 'beside',
            cell: (row) => {
              const loud = row.indicators.filter((i) => i.state !== 'quiet')
              return loud.length === 0 ? (
                <span className="quiet">{t('quiet')}</span>
              ) : (
                loud.map((i) => (
                  <Tag key={i.id} color={i.state === 'hold' ? 'error' : 'warning'}>
                    {say(i.name)} {formats.percent(i.events / Math.max(1, i.trials))}
                  </Tag>
                ))
              )
            },
          },
        ]}
        empty={<Empty title={t('empty')} />}
      />
    </div>
  )
}
