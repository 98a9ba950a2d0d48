import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../client/ask.ts'
import { useCommand } from '../client/command.ts'
import type { ProblemBody } from '../client/problem.ts'
import { useFormats } from '../texts/formats.ts'
import { texts } from '../texts/texts.ts'
import { Asked } from '../ui/page/asked.tsx'
import { Fact, Facts, Section } from '../ui/page/page.tsx'
import { ProblemNote } from '../ui/page/problem-note.tsx'
import { TaskState, useTaskText } from './task-state.tsx'

const useText = texts('task-details', {
  state: { zh: '状态', en: 'State' },
  progress: { zh: '进度', en: 'Progress' },
  started: { zh: '开始', en: 'Started' },
  finished: { zh: '结束', en: 'Finished' },
  project: { zh: '项目', en: 'Project' },
  result: { zh: '结果', en: 'Result' },
  cancel: { zh: '取消任务', en: 'Cancel the task' },
  close: { zh: '关闭', en: 'Close' },
})

/** One task: how far it is, what came out, or what went wrong. */
export function TaskDetails() {
  const t = useText()
  const word = useTaskText()
  const { number, moment } = useFormats()
  const { task } = useParams({ strict: false }) as { task: string }
  const found = useQuery(ask('task.get', { task }))
  const cancel = useCommand('task.cancel')
  return (
    <Asked of={found}>
      {(data) => (
        <Section title={word(data.kind)} beside={<Link to={'/settings/tasks' as never}>{t('close')}</Link>}>
          <Facts>
            <Fact name={t('state')}>
              <TaskState state={data.state} />
            </Fact>
            <Fact name={t('progress')}>
              {number(data.done)}
              {data.of ? ` / ${number(data.of)}` : ''}
            </Fact>
            <Fact name={t('started')}>{moment(data.createdAt)}</Fact>
            {data.finishedAt ? <Fact name={t('finished')}>{moment(data.finishedAt)}</Fact> : null}
            {data.project ? (
              <Fact name={t('project')}>
                <Link to={`/projects/${encodeURIComponent(data.project)}` as never}>{data.project}</Link>
              </Fact>
            ) : null}
          </Facts>
          {data.error ? <ProblemNote problem={data.error as unknown as ProblemBody} /> : null}
          {data.result ? (
            <>
              <h3 style={{ marginTop: 16 }}>{t('result')}</h3>
              <Facts>
                {Object.entries(data.result)
                  .filter(([, value]) => typeof value !== 'object')
                  .map(([name, value]) => (
                    <Fact key={name} name={name}>
                      {String(value)}
                    </Fact>
                  ))}
              </Facts>
            </>
          ) : null}
          {data.state === 'waiting' || data.state === 'running' ? (
            <Button loading={cancel.running} onClick={() => void cancel.run({ params: { task }, input: {} })}>
              {t('cancel')}
            </Button>
          ) : null}
        </Section>
      )}
    </Asked>
  )
}
