import { Outlet, useMatches } from '@tanstack/react-router'
import { Progress } from 'antd'
import { useFormats } from '../texts/formats.ts'
import { texts } from '../texts/texts.ts'
import { List } from '../ui/list/list.tsx'
import { Empty } from '../ui/page/empty.tsx'
import { Page } from '../ui/page/page.tsx'
import { TaskState, useTaskText } from './task-state.tsx'

const useText = texts('task-list', {
  title: { zh: '后台任务', en: 'Tasks' },
  about: {
    zh: '导入、排品、重新判定与归档在后台进行，可离开页面。',
    en: 'Imports, lineups, decisions and archives run in the background; you may leave the page.',
  },
  kind: { zh: '任务', en: 'Task' },
  project: { zh: '项目', en: 'Project' },
  state: { zh: '状态', en: 'State' },
  progress: { zh: '进度', en: 'Progress' },
  by: { zh: '发起人', en: 'Started by' },
  at: { zh: '时间', en: 'When' },
  none: { zh: '还没有后台任务', en: 'No tasks yet' },
})
const STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

/** What the server works on, and worked on. */
export function TaskList() {
  const t = useText()
  const word = useTaskText()
  const { away, number } = useFormats()
  const details = useMatches({ select: (all) => all.some((match) => 'task' in match.params) })
  return (
    <Page title={t('title')} about={t('about')} filled>
      <List
        name="task.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.id}
        open={(row) => ({ to: '/settings/tasks/$task', params: { task: row.id }, search: true as never })}
        beside={details ? <Outlet /> : undefined}
        filters={[
          { key: 'state', title: t('state'), options: STATES.map((value) => ({ value, label: word(value) })) },
          { key: 'project', title: t('project') },
        ]}
        columns={[
          {
            key: 'kind',
            title: t('kind'),
            width: 'minmax(160px, 2fr)',
            phone: 'title',
            cell: (row) => word(row.kind as 'waiting'),
          },
          {
            key: 'state',
            title: t('state'),
            width: '110px',
            phone: 'beside',
            cell: (row) => <TaskState state={row.state} />,
          },
          {
            key: 'progress',
            title: t('progress'),
            width: '170px',
            cell: (row) =>
              row.of ? (
                <Progress percent={Math.round((100 * row.done) / row.of)} size="small" aria-label={t('progress')} />
              ) : row.done > 0 ? (
                number(row.done)
              ) : (
                ''
              ),
          },
          {
            key: 'project',
            title: t('project'),
            width: 'minmax(100px, 1fr)',
            cell: (row) => row.projectName ?? row.project ?? '',
          },
          { key: 'by', title: t('by'), width: '130px', cell: (row) => row.startedBy },
          { key: 'at', title: t('at'), width: '130px', sort: 'created', cell: (row) => away(row.createdAt) },
        ]}
        empty={<Empty title={t('none')} />}
      />
    </Page>
  )
}
