import type { Row } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import type { Column } from '../../../ui/list/column.ts'
import { Thumb } from '../thumb.tsx'

type Product = Row<'product.list'>

const useText = texts('product-columns', {
  product: { zh: '产品', en: 'Product' },
  state: { zh: '状态', en: 'State' },
  markets: { zh: '各市场', en: 'Markets' },
  class: { zh: '品类', en: 'Class' },
  unsure: { zh: '待人工确定', en: 'to be fixed' },
  price: { zh: '标价', en: 'Price' },
  role: { zh: '作用', en: 'Role' },
  supplier: { zh: '供应商', en: 'Supplier' },
  owes: { zh: '待办方', en: 'Owed by' },
  fit: { zh: '主题契合', en: 'Theme fit' },
  margin: { zh: '毛利率', en: 'Margin' },
  claims: { zh: '宣称', en: 'Claims' },
  blocks: { zh: '阻断', en: 'Blocks' },
  channel: { zh: '途径', en: 'Channel' },
})

/** What a candidate shows in the list. */
export function useProductColumns(markets: readonly string[]): Column<Product>[] {
  const t = useText()
  const formats = useFormats()
  const { className, term, market } = useWords()
  return [
    {
      key: 'product',
      title: t('product'),
      width: 'minmax(270px, 3fr)',
      sort: 'title',
      phone: 'title',
      cell: (row) => (
        <span className="product-cell">
          <Thumb image={row.image} title={row.title} />
          <span>
            <b title={row.title}>{row.title}</b>
            <small>{[row.id, row.brand].filter(Boolean).join(' · ')}</small>
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      width: '118px',
      sort: 'state',
      phone: 'beside',
      cell: (row) => <GateMark state={row.state} />,
    },
    {
      key: 'markets',
      title: t('markets'),
      width: `${Math.max(96, markets.length * 24 + 16)}px`,
      phone: 'left-out',
      cell: (row) => (
        <span className="marks" style={{ flexWrap: 'nowrap' }}>
          {markets.map((m) => {
            const state = row.markets[m]
            return state ? <GateMark key={m} state={state} of={market(m)} small /> : null
          })}
        </span>
      ),
    },
    {
      key: 'class',
      title: t('class'),
      width: 'minmax(120px, 1.2fr)',
      cell: (row) =>
        row.class ? className(row.class) : <span style={{ color: 'var(--hx-conditional)' }}>{t('unsure')}</span>,
    },
    {
      key: 'price',
      title: t('price'),
      width: '118px',
      align: 'end',
      sort: 'price',
      cell: (row) => (row.price ? formats.money(row.price) : '—'),
    },
    {
      key: 'role',
      title: t('role'),
      width: '76px',
      phone: 'left-out',
      cell: (row) => (row.role ? term(row.role) : '—'),
    },
    {
      key: 'supplier',
      title: t('supplier'),
      width: 'minmax(120px, 1.4fr)',
      cell: (row) => <span title={row.supplierName ?? row.supplier}>{row.supplierName ?? row.supplier}</span>,
    },
    {
      key: 'owes',
      spare: true,
      title: t('owes'),
      width: 'minmax(110px, 1fr)',
      phone: 'named',
      cell: (row) => (row.owes.length > 0 ? formats.row(row.owes.map(term)) : '—'),
    },
    {
      key: 'themeFit',
      title: t('fit'),
      width: '100px',
      align: 'end',
      sort: 'themeFit',
      phone: 'left-out',
      hidden: true,
      cell: (row) => (row.themeFit === null ? '—' : formats.percent(row.themeFit)),
    },
    {
      key: 'margin',
      title: t('margin'),
      width: '88px',
      align: 'end',
      sort: 'margin',
      phone: 'left-out',
      cell: (row) => (row.margin === null ? '—' : formats.rate(row.margin)),
    },
    {
      key: 'claims',
      title: t('claims'),
      width: '70px',
      align: 'end',
      phone: 'left-out',
      hidden: true,
      cell: (row) => row.claims || '—',
    },
    {
      key: 'blocks',
      title: t('blocks'),
      width: '70px',
      align: 'end',
      phone: 'left-out',
      hidden: true,
      cell: (row) => row.blocks || '—',
    },
    {
      key: 'channel',
      title: t('channel'),
      width: '120px',
      phone: 'left-out',
      hidden: true,
      cell: (row) => row.channel ?? '—',
    },
  ]
}
