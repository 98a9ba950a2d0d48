import { useParams } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { List } from '../../../ui/list/list.tsx'
import { Empty } from '../../../ui/page/empty.tsx'
import { Page } from '../../../ui/page/page.tsx'

const useText = texts('settlement-list', {
  title: { zh: '结算单', en: 'Statements' },
  product: { zh: '产品', en: 'Product' },
  period: { zh: '期间', en: 'Period' },
  due: { zh: '应付金额', en: 'Due' },
  dueDay: { zh: '应付日', en: 'Due on' },
  payee: { zh: '收款方', en: 'Payee' },
  operator: { zh: '直播方', en: 'the room' },
  supplier: { zh: '供应商', en: 'the supplier' },
  state: { zh: '状态', en: 'State' },
  computed: { zh: '待确认', en: 'to be agreed' },
  differs: { zh: '对账有差异', en: 'differs' },
  agreed: { zh: '已确认', en: 'agreed' },
  empty: { zh: '还没有结算单', en: 'No statements yet' },
  how: { zh: '请在产品的合作条件页按期计算', en: 'Work one out on the page of an offer' },
})

/** I8 · The statements of a project, those due first. */
export function SettlementList() {
  const t = useText()
  const { money, day } = useFormats()
  const { project } = useParams({ strict: false }) as { project: string }
  return (
    <Page title={t('title')} filled>
      <List
        name="offer.settlements"
        label={t('title')}
        params={{ project }}
        idOf={(r) => `${r.product} ${r.number}`}
        open={(r) => ({ to: '/projects/$project/products/$product/offer', params: { project, product: r.product } })}
        filters={[
          {
            key: 'state',
            title: t('state'),
            options: (['computed', 'differs', 'agreed'] as const).map((value) => ({ value, label: t(value) })),
          },
        ]}
        columns={[
          {
            key: 'product',
            title: t('product'),
            width: 'minmax(200px, 3fr)',
            phone: 'title',
            cell: (r) => `${r.title} · ${r.number}`,
          },
          { key: 'state', title: t('state'), width: '130px', phone: 'beside', cell: (r) => <Tag>{t(r.state)}</Tag> },
          { key: 'period', title: t('period'), width: '220px', cell: (r) => `${day(r.from)} – ${day(r.until)}` },
          { key: 'due', title: t('due'), width: '140px', align: 'end', cell: (r) => money(r.due) },
          { key: 'dueDay', title: t('dueDay'), width: '140px', sort: 'due', cell: (r) => day(r.dueDay) },
          { key: 'payee', spare: true, title: t('payee'), width: '110px', cell: (r) => t(r.payee) },
        ]}
        empty={<Empty title={t('empty')}>{t('how')}</Empty>}
      />
    </Page>
  )
}
