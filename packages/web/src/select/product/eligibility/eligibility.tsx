import '../product.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Popover } from 'antd'
import { ask } from '../../../client/ask.ts'
import type { Row } from '../../../client/operations.ts'
import { useNarrow } from '../../../look/narrow.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Clause } from '../../../ui/gate/clause.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import type { Column } from '../../../ui/list/column.ts'
import { List } from '../../../ui/list/list.tsx'
import { Empty } from '../../../ui/page/empty.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { useProductFilters } from '../list/filters.ts'

const useText = texts('eligibility', {
  title: { zh: '准入矩阵', en: 'Eligibility' },
  about: {
    zh: '每件产品在每个市场能否上播；未通过的，先看第一项阻断。',
    en: 'Whether each product may go on air in each market; where it may not, what stops it first.',
  },
  product: { zh: '产品', en: 'Product' },
  state: { zh: '总状态', en: 'Overall' },
  class: { zh: '品类', en: 'Class' },
  more: { zh: '共 {{count}} 项阻断', en: { one: '{{count}} finding in all', other: '{{count}} findings in all' } },
  empty: { zh: '还没有候选产品', en: 'No candidates yet' },
  may: { zh: '可以上播', en: 'may go on air' },
  above: { zh: '前面的关口未通过', en: 'held by a gate before it' },
  emptyHow: {
    zh: '导入清单后，此处逐市场显示可否上播。',
    en: 'Import a list; each product then stands here market by market.',
  },
})

type Product = Row<'product.eligibility'>
type Cell = Product['markets'][string]

/** I3, G2 · Products by markets: the state of each, and what stops it there first. */
export function Eligibility() {
  const t = useText()
  const { project } = useParams({ strict: false }) as { project: string }
  const { market, className } = useWords()
  const plan = useQuery(ask('project.get', { project })).data?.plan
  const filters = useProductFilters(plan)
  const columns: Column<Product>[] = [
    {
      key: 'product',
      title: t('product'),
      width: 'minmax(240px, 3fr)',
      sort: 'title',
      phone: 'title',
      cell: (row) => (
        <span className="product-cell">
          <span>
            <b title={row.title}>{row.title}</b>
            <small>{[row.id, row.class ? className(row.class) : undefined].filter(Boolean).join(' · ')}</small>
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      width: '124px',
      sort: 'state',
      phone: 'beside',
      cell: (row) => <GateMark state={row.state} />,
    },
    ...(plan?.markets ?? []).map(
      (id): Column<Product> => ({
        key: `market-${id}`,
        title: market(id),
        width: 'minmax(150px, 1.5fr)',
        cell: (row) => (row.markets[id] ? <MarketCell of={market(id)} cell={row.markets[id]} /> : '—'),
      }),
    ),
  ]
  return (
    <Page title={t('title')} about={t('about')} filled>
      <List
        name="product.eligibility"
        label={t('title')}
        params={{ project }}
        idOf={(row) => row.id}
        columns={columns}
        filters={filters}
        open={(row) => ({ to: '/projects/$project/products/$product', params: { project, product: row.id } })}
        empty={
          <Empty title={t('empty')}>
            <p>{t('emptyHow')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function MarketCell({ of, cell }: { readonly of: string; readonly cell: Cell }) {
  const t = useText()
  const say = useSay()
  const narrow = useNarrow()
  const { colon } = useFormats()
  if (!cell.first)
    return (
      <span className="mark-of">
        <GateMark state={cell.state} small of={of} />
        <span className="quiet">
          {narrow ? `${of}${colon}` : ''}
          {t(cell.state === 'passed' ? 'may' : 'above')}
        </span>
      </span>
    )
  return (
    <Popover
      title={of}
      content={
        <div style={{ maxWidth: 320 }}>
          <p>
            {say(cell.first.what)} <Clause id={cell.first.clause} />
          </p>
          <p>{say(cell.first.remedy)}</p>
          <p className="quiet">{t('more', { count: cell.blocks })}</p>
        </div>
      }
    >
      <span className="mark-of">
        <GateMark state={cell.state} small of={of} />
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {narrow ? `${of}${colon}` : ''}
          {say(cell.first.what)}
        </span>
      </span>
    </Popover>
  )
}
