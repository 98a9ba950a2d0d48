import { PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { markets, useWords } from '../../texts/words.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { KINDS, STATES, useCaseState, useKind } from './case-words.ts'
import { StateTag } from './state-tag.tsx'

const useText = texts('case-list', {
  title: { zh: '退换货', en: 'After-sales' },
  about: {
    zh: '按买家所在市场下单日的法律与店铺政策裁定；货不对板会回到产品关口',
    en: 'Decided by the law of the buyer’s market on the day of the order; not as described goes back to the gates',
  },
  open: { zh: '受理退换货', en: 'Open a case' },
  stops: { zh: '由客服受理', en: 'Service opens cases' },
  id: { zh: '案件', en: 'Case' },
  kind: { zh: '类型', en: 'Kind' },
  state: { zh: '状态', en: 'State' },
  market: { zh: '市场', en: 'Market' },
  product: { zh: '产品', en: 'Product' },
  total: { zh: '应退金额', en: 'To pay back' },
  due: { zh: '最后期限', en: 'Due' },
  overdue: { zh: '已逾期', en: 'overdue' },
  recovery: { zh: '供应商承担', en: 'Supplier bears' },
  recovered: { zh: '已追回', en: 'recovered' },
  owed: { zh: '待追回', en: 'owed' },
  created: { zh: '受理时间', en: 'Opened' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  notClosed: { zh: '未结案', en: 'Not closed' },
  empty: { zh: '还没有退换货案件', en: 'No cases yet' },
  why: {
    zh: '买家要求退换货时，在此受理；系统逐行算出应退金额与期限。',
    en: 'Open one when a buyer asks; what is owed and by when is worked out line by line.',
  },
})

/** T4 · The cases of the organisation, by what is due. */
export function CaseList() {
  const t = useText()
  const kind = useKind()
  const state = useCaseState()
  const formats = useFormats()
  const { market } = useWords()
  const navigate = useNavigate()
  const may = useMay()('service')
  const flag = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ]
  const open = () => void navigate({ to: '/cases/new' })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      filled
      actions={
        <Button type="primary" icon={<PlusOutlined />} disabled={!may} onClick={open}>
          {t('open')}
        </Button>
      }
      stops={may ? undefined : t('stops')}
    >
      <List
        name="case.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.id}
        open={(row) => ({ to: '/cases/$case', params: { case: row.id } })}
        filters={[
          { key: 'state', title: t('state'), options: STATES.map((value) => ({ value, label: state(value) })) },
          { key: 'kind', title: t('kind'), options: KINDS.map((value) => ({ value, label: kind(value) })) },
          {
            key: 'market',
            title: t('market'),
            options: Object.keys(markets).map((value) => ({ value, label: market(value) })),
          },
          { key: 'open', title: t('notClosed'), options: flag },
          { key: 'overdue', title: t('overdue'), options: flag },
          {
            key: 'recovery',
            title: t('recovery'),
            options: [
              { value: 'owed', label: t('owed') },
              { value: 'recovered', label: t('recovered') },
            ],
          },
          { key: 'due-by', title: t('due'), kind: 'day' },
          { key: 'product', title: t('product') },
        ]}
        columns={[
          {
            key: 'kind',
            title: t('kind'),
            width: 'minmax(150px, 1fr)',
            phone: 'title',
            cell: (row) => kind(row.kind),
          },
          {
            key: 'state',
            title: t('state'),
            width: '150px',
            phone: 'beside',
            cell: (row) => <StateTag state={row.state} />,
          },
          { key: 'market', title: t('market'), width: '110px', cell: (row) => market(row.market) },
          {
            key: 'product',
            title: t('product'),
            width: 'minmax(150px, 2fr)',
            cell: (row) => row.title ?? row.product ?? '—',
          },
          {
            key: 'total',
            title: t('total'),
            width: '140px',
            align: 'end',
            sort: 'total',
            cell: (row) => (row.total === null || row.total.minor === 0 ? '—' : formats.money(row.total)),
          },
          {
            key: 'due',
            title: t('due'),
            width: '190px',
            sort: 'due',
            phone: 'named',
            cell: (row) =>
              row.due === null ? (
                '—'
              ) : (
                <span>
                  {formats.day(row.due)} {row.overdue ? <Tag color="error">{t('overdue')}</Tag> : null}
                </span>
              ),
          },
          {
            key: 'recovery',
            spare: true,
            title: t('recovery'),
            width: '190px',
            align: 'end',
            cell: (row) =>
              row.recovery === null ? (
                '—'
              ) : (
                <span title={row.recovery.supplier}>
                  {formats.money(row.recovery)} {row.recovered === null ? '' : `· ${t('recovered')}`}
                </span>
              ),
          },
          {
            key: 'created',
            title: t('created'),
            width: '156px',
            sort: 'created',
            phone: 'left-out',
            cell: (row) => formats.moment(row.created),
          },
          {
            key: 'id',
            title: t('id'),
            width: '130px',
            phone: 'left-out',
            hidden: true,
            cell: (row) => <code>{row.id}</code>,
          },
        ]}
        empty={
          <Empty title={t('empty')}>
            <p>{t('why')}</p>
            {may ? <Button onClick={open}>{t('open')}</Button> : null}
          </Empty>
        }
      />
    </Page>
  )
}
