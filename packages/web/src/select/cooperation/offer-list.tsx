import { DELIVERY_MODES, SETTLEMENT_MODES } from '@haixuan/domain/select/cooperation/offer'
import { PRICING_TYPES } from '@haixuan/domain/select/cooperation/pricing/pricing-terms'
import { useParams } from '@tanstack/react-router'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import './cooperation.css'

const useText = texts('offer-list', {
  title: { zh: '合作条件', en: 'Offers' },
  about: {
    zh: '毛利取各市场中最低者，从低到高排列',
    en: 'The margin is of the market where it is least, the poorest first',
  },
  product: { zh: '产品', en: 'Product' },
  gate: { zh: '合作关', en: 'Gate' },
  pricing: { zh: '定价', en: 'Pricing' },
  delivery: { zh: '配送', en: 'Delivery' },
  settlement: { zh: '结算', en: 'Settlement' },
  price: { zh: '直播价', en: 'Price' },
  floor: { zh: '底价', en: 'Floor' },
  margin: { zh: '毛利率', en: 'Margin' },
  market: { zh: '市场', en: 'Market' },
  blocks: { zh: '待解决', en: 'To solve' },
  recorded: { zh: '登记', en: 'Recorded' },
  lacking: { zh: '尚未登记', en: 'not recorded yet' },
  belowFloor: { zh: '低于底价', en: 'Below the floor' },
  yes: { zh: '是', en: 'yes' },
  passed: { zh: '通过', en: 'passed' },
  conditional: { zh: '暂定', en: 'provisional' },
  open: { zh: '未通过', en: 'open' },
  empty: { zh: '还没有合作条件', en: 'No offers yet' },
  how: {
    zh: '请打开产品，登记定价、配送、结算与合同',
    en: 'Open a product and record pricing, delivery, settlement and contract',
  },
})

/** I6–I8 · The offers of a project, those that earn least first. */
export function OfferList() {
  const t = useText()
  const { money, rate, number } = useFormats()
  const { traded, market } = useWords()
  const { project } = useParams({ strict: false }) as { project: string }
  const options = (ids: readonly string[]) => ids.map((value) => ({ value, label: traded(value) }))
  return (
    <Page title={t('title')} about={t('about')} filled>
      <List
        name="offer.list"
        label={t('title')}
        params={{ project }}
        idOf={(row) => row.product}
        open={(row) => ({
          to: '/projects/$project/products/$product/offer',
          params: { project, product: row.product },
        })}
        filters={[
          {
            key: 'state',
            title: t('gate'),
            options: (['open', 'conditional', 'passed'] as const).map((value) => ({ value, label: t(value) })),
          },
          { key: 'pricing', title: t('pricing'), options: options(PRICING_TYPES) },
          { key: 'delivery', title: t('delivery'), options: options(DELIVERY_MODES) },
          { key: 'settlement', title: t('settlement'), options: options(SETTLEMENT_MODES) },
          { key: 'belowFloor', title: t('belowFloor'), options: [{ value: 'true', label: t('yes') }] },
          { key: 'recorded', title: t('recorded'), options: [{ value: 'false', label: t('lacking') }] },
        ]}
        columns={[
          {
            key: 'product',
            title: t('product'),
            width: 'minmax(200px, 2fr)',
            sort: 'title',
            phone: 'title',
            cell: (r) => (
              <span className="offer-title">
                <b title={r.title}>{r.title}</b>
                <small>{r.supplierName ?? r.supplier}</small>
              </span>
            ),
          },
          {
            key: 'gate',
            title: t('gate'),
            width: '110px',
            sort: 'state',
            phone: 'beside',
            cell: (r) => <GateMark state={r.state} />,
          },
          {
            key: 'pricing',
            title: t('pricing'),
            width: 'minmax(104px, 0.7fr)',
            cell: (r) => (r.pricing ? traded(r.pricing) : '—'),
          },
          {
            key: 'delivery',
            title: t('delivery'),
            width: 'minmax(104px, 1.5fr)',
            cell: (r) => (r.delivery ? traded(r.delivery) : '—'),
          },
          {
            key: 'settlement',
            spare: true,
            title: t('settlement'),
            width: 'minmax(104px, 0.8fr)',
            cell: (r) => (r.settlement ? traded(r.settlement) : '—'),
          },
          {
            key: 'price',
            title: t('price'),
            width: '108px',
            align: 'end',
            cell: (r) => (r.least ? money(r.least.price) : '—'),
          },
          {
            key: 'floor',
            title: t('floor'),
            width: '108px',
            align: 'end',
            cell: (r) => (r.least?.floor ? money(r.least.floor) : '—'),
          },
          {
            key: 'margin',
            title: t('margin'),
            width: '88px',
            align: 'end',
            sort: 'margin',
            cell: (r) =>
              r.least ? (
                <span className={r.least.floor && r.least.price.minor >= r.least.floor.minor ? '' : 'offer-under'}>
                  {rate(r.least.marginRate)}
                </span>
              ) : (
                '—'
              ),
          },
          {
            key: 'market',
            spare: true,
            title: t('market'),
            width: '104px',
            cell: (r) => (r.least ? market(r.least.market) : '—'),
          },
          {
            key: 'blocks',
            title: t('blocks'),
            width: '72px',
            align: 'end',
            cell: (r) => (r.blocks > 0 ? number(r.blocks) : '—'),
          },
        ]}
        empty={<Empty title={t('empty')}>{t('how')}</Empty>}
      />
    </Page>
  )
}
