import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { markets, useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import type { Filter } from '../../ui/list/column.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'

const useText = texts('project-list', {
  title: { zh: '选品项目', en: 'Projects' },
  name: { zh: '项目', en: 'Project' },
  day: { zh: '直播日', en: 'Stream day' },
  markets: { zh: '目标市场', en: 'Markets' },
  products: { zh: '候选产品', en: 'Candidates' },
  plan: { zh: '方案', en: 'Plan' },
  passed: { zh: '通过', en: 'Passed' },
  lineup: { zh: '排品', en: 'Lineup' },
  released: { zh: '{{n}} / {{of}} 已放行', en: '{{n}} of {{of}} released' },
  ready: { zh: '{{n}} / {{of}} 可放行', en: '{{n}} of {{of}} ready' },
  theme: { zh: '主题', en: 'Theme' },
  open: { zh: '进行', en: 'Under way' },
  closed: { zh: '已关闭', en: 'closed' },
  yes: { zh: '进行中', en: 'yes' },
  no: { zh: '已关闭', en: 'closed' },
  state: { zh: '方案关', en: 'Plan gate' },
  from: { zh: '直播日不早于', en: 'Stream from' },
  until: { zh: '直播日不晚于', en: 'Stream until' },
  gatePassed: { zh: '通过', en: 'passed' },
  gateConditional: { zh: '暂定', en: 'provisional' },
  gateOpen: { zh: '未通过', en: 'open' },
  create: { zh: '新建项目', en: 'New project' },
  empty: { zh: '还没有选品项目', en: 'No projects yet' },
  first: { zh: '从一场直播的主题与目标市场开始', en: 'Begin with the theme of a stream and its markets' },
})

/** P1 · The projects of the organisation, the next stream first. */
export function ProjectList() {
  const t = useText()
  const formats = useFormats()
  const { market } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'open',
        title: t('open'),
        options: [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ],
      },
      {
        key: 'state',
        title: t('state'),
        options: [
          { value: 'passed', label: t('gatePassed') },
          { value: 'conditional', label: t('gateConditional') },
          { value: 'open', label: t('gateOpen') },
        ],
      },
      {
        key: 'market',
        title: t('markets'),
        options: Object.keys(markets).map((value) => ({ value, label: market(value) })),
      },
      { key: 'from', title: t('from'), kind: 'day' },
      { key: 'until', title: t('until'), kind: 'day' },
    ],
    [t, market],
  )
  return (
    <Page
      title={t('title')}
      filled
      actions={
        may('selection') ? (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => void navigate({ to: '/projects/new' as string })}
          >
            {t('create')}
          </Button>
        ) : null
      }
    >
      <List
        name="project.list"
        label={t('title')}
        params={{}}
        filters={filters}
        idOf={(row) => row.id}
        open={(row) => ({ to: '/projects/$project', params: { project: row.id } })}
        columns={[
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(220px, 3fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => (
              <>
                {row.name}
                {row.closedAt ? <span className="quiet"> · {t('closed')}</span> : null}
              </>
            ),
          },
          {
            key: 'plan',
            title: t('plan'),
            width: '110px',
            phone: 'beside',
            cell: (row) => <GateMark state={row.state} />,
          },
          { key: 'day', title: t('day'), width: '140px', sort: 'day', cell: (row) => formats.day(row.day) },
          {
            key: 'markets',
            title: t('markets'),
            width: 'minmax(140px, 2fr)',
            cell: (row) => formats.list(row.markets.map(market)),
          },
          {
            key: 'products',
            title: t('products'),
            width: '110px',
            align: 'end',
            cell: (row) => formats.number(row.products),
          },
          {
            key: 'passed',
            spare: true,
            title: t('passed'),
            width: '90px',
            align: 'end',
            cell: (row) => formats.number(row.passed),
          },
          {
            key: 'lineup',
            title: t('lineup'),
            width: '170px',
            align: 'end',
            cell: (row) => t(row.released > 0 ? 'released' : 'ready', { n: row.released || row.ready, of: row.slots }),
          },
          { key: 'theme', title: t('theme'), width: 'minmax(160px, 2fr)', hidden: true, cell: (row) => row.theme },
        ]}
        empty={
          <Empty title={t('empty')}>
            {may('selection') ? <Link to={'/projects/new' as string}>{t('first')}</Link> : null}
          </Empty>
        }
      />
    </Page>
  )
}
