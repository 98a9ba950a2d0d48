import { CheckCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { streamOver } from '../../texts/today.ts'
import { Confirm } from '../../ui/dialog/confirm.tsx'
import { ProblemNote } from '../../ui/page/problem-note.tsx'

const useText = texts('close-project', {
  close: { zh: '结项归档', en: 'Close the project' },
  sure: {
    zh: '结项后方案、产品与排品都不再改动，此项不能撤销。',
    en: 'Once closed, its plan, products and lineup change no more; this cannot be undone.',
  },
  closing: { zh: '正在结项', en: 'Closing' },
  closed: { zh: '已于 {{at}} 结项', en: 'Closed {{at}}' },
  archive: { zh: '导出归档', en: 'Export its archive' },
  ahead: { zh: '{{day}} 直播之后才能结项', en: 'Closed after its stream of {{day}}' },
  may: { zh: '由选品负责人结项', en: 'A selection manager closes it' },
})
const ENDED = ['done', 'failed', 'cancelled']

/** T2 · Closing a project is worked out in the background; what the closure gate lacks is told where it was asked for. */
export function useClosing(project: string | undefined) {
  const t = useText()
  const formats = useFormats()
  const may = useMay()('selection')
  const [task, setTask] = useState<string>()
  const stored = useQuery({ ...ask('project.get', { project: project ?? '' }), enabled: project !== undefined }).data
  const start = useCommand('project.close', { onDone: (answer) => setTask(answer.task) })
  const seen = useQuery({
    ...ask('task.get', { task: task ?? '' }),
    enabled: task !== undefined,
    refetchInterval: ({ state }) => (ENDED.includes(state.data?.state ?? '') ? false : 1_000),
  }).data
  if (project === undefined || !stored) return undefined
  const { closedAt, version, plan } = stored
  if (closedAt !== null)
    return {
      button: null,
      stops: (
        <>
          <CheckCircleOutlined aria-hidden /> {t('closed', { at: formats.moment(closedAt) })} ·{' '}
          <Link to="/archive/exports">{t('archive')}</Link>
        </>
      ),
    }
  const ahead = !streamOver(plan.date, plan['time-zone'])
  const running = start.running || (task !== undefined && !ENDED.includes(seen?.state ?? ''))
  const failed = seen?.state === 'failed' ? seen.error : null
  return {
    button: (
      <Confirm
        about={t('sure')}
        ok={t('close')}
        onOk={() => void start.run({ params: { project }, input: {}, version })}
      >
        <Button type="primary" disabled={!may || ahead} loading={running}>
          {running ? t('closing') : t('close')}
        </Button>
      </Confirm>
    ),
    stops: failed ? (
      <ProblemNote problem={failed} />
    ) : ahead ? (
      t('ahead', { day: formats.day(plan.date) })
    ) : may ? undefined : (
      t('may')
    ),
  }
}
