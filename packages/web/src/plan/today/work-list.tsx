import type { Judged } from '@haixuan/domain/gate/gate'
import { OWNERS } from '@haixuan/domain/gate/words'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { clauses, useWords } from '../../texts/words.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { markOf } from '../../ui/gate/finding-list.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import type { Filter } from '../../ui/list/column.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { placeOf } from './subject-link.tsx'

const useText = texts('work-list', {
  title: { zh: '待办', en: 'Work' },
  about: {
    zh: '待播的关口、已播的收尾，等人处理的每一项，先到期的在前',
    en: 'Gates of streams to come, what streams have left to be done: everything that waits for someone, what is due first standing first',
  },
  subject: { zh: '对象', en: 'Subject' },
  what: { zh: '问题与处理', en: 'What and remedy' },
  state: { zh: '状态', en: 'State' },
  project: { zh: '项目', en: 'Project' },
  owner: { zh: '责任方', en: 'Owed by' },
  due: { zh: '期限', en: 'Due' },
  role: { zh: '责任角色', en: 'Role' },
  all: { zh: '所有角色', en: 'All roles' },
  kind: { zh: '类别', en: 'Kind' },
  plan: { zh: '方案', en: 'plan' },
  supplier: { zh: '供应商', en: 'supplier' },
  product: { zh: '产品', en: 'product' },
  case: { zh: '退换货', en: 'case' },
  nonconformity: { zh: '不合格', en: 'nonconformity' },
  suggestion: { zh: '改进建议', en: 'suggestion' },
  closing: { zh: '播后结项', en: 'closing a stream' },
  clause: { zh: '条款', en: 'Clause' },
  check: { zh: '检查', en: 'Check' },
  from: { zh: '期限不早于', en: 'Due from' },
  until: { zh: '期限不晚于', en: 'Due until' },
  exactly: { zh: '期限当日', en: 'Due on' },
  empty: { zh: '没有待办', en: 'Nothing to do' },
  emptyHow: {
    zh: '有了项目之后，各关口缺什么、由谁在何日前补齐，都列在这里',
    en: 'Once there is a project, what its gates lack, who owes it and by when stands here',
  },
})

const KINDS = ['plan', 'supplier', 'product', 'case', 'nonconformity', 'suggestion', 'closing'] as const

/** F1 · What is owed, by role, project, clause, check and day: where the numbers of the flowchart lead. */
export function WorkList() {
  const t = useText()
  const say = useSay()
  const { term, market, clause } = useWords()
  const formats = useFormats()
  const projects = useQuery(ask('project.list', {}, { open: 'true', limit: 200 } as never))
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'role',
        title: t('role'),
        options: [{ value: 'all', label: t('all') }, ...OWNERS.map((value) => ({ value, label: term(value) }))],
      },
      {
        key: 'project',
        title: t('project'),
        options: (projects.data?.rows ?? []).map((p) => ({ value: p.id, label: p.name })),
      },
      {
        key: 'kind',
        title: t('kind'),
        options: KINDS.map((value) => ({ value, label: t(value) })),
      },
      {
        key: 'clause',
        title: t('clause'),
        options: Object.keys(clauses).map((value) => ({ value, label: `${value} ${clause(value)}` })),
      },
      { key: 'check', title: t('check') },
      { key: 'from', title: t('from'), kind: 'day' },
      { key: 'until', title: t('until'), kind: 'day' },
      { key: 'due', title: t('exactly'), kind: 'day' },
    ],
    [t, term, clause, projects.data],
  )
  return (
    <Page title={t('title')} about={t('about')} filled>
      <List
        name="work.list"
        params={{}}
        label={t('title')}
        filters={filters}
        idOf={(row) => `${row.project} ${row.kind} ${row.subject} ${JSON.stringify(row.finding)}`}
        open={placeOf}
        columns={[
          {
            key: 'title',
            title: t('subject'),
            width: 'minmax(170px, 2fr)',
            sort: 'title',
            phone: 'title',
            cell: (row) => row.title,
          },
          {
            key: 'state',
            title: t('state'),
            width: '118px',
            phone: 'beside',
            cell: (row) => <GateMark state={markOf(row.finding as Judged) ?? 'conditional'} />,
          },
          {
            key: 'what',
            title: t('what'),
            width: 'minmax(264px, 3.6fr)',
            cell: ({ finding }) => (
              <span title={say(finding.remedy)}>
                {say(finding.what)} <Clause id={finding.clause} />
                {finding.market ? <span className="quiet"> · {market(finding.market)}</span> : null}
              </span>
            ),
          },
          { key: 'owner', title: t('owner'), width: '92px', cell: (row) => term(row.finding.owner) },
          {
            key: 'due',
            title: t('due'),
            width: '136px',
            sort: 'due',
            phone: 'named',
            cell: (row) => formats.day(row.due),
          },
          { key: 'project', title: t('project'), width: 'minmax(120px, 1.3fr)', cell: (row) => row.name ?? '—' },
        ]}
        empty={<Empty title={t('empty')}>{t('emptyHow')}</Empty>}
      />
    </Page>
  )
}
