import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { ProblemBody } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { useTellProblem } from '../../ui/page/tell-problem.tsx'

const useText = texts('lineup-propose', {
  propose: { zh: '智能排品', en: 'Propose a lineup' },
  again: { zh: '重新排品', en: 'Propose again' },
  reading: { zh: '正在核对候选产品 {{done}}/{{of}}', en: 'Reading candidates {{done}}/{{of}}' },
  solving: { zh: '正在求解并证明上界', en: 'Solving and proving the bound' },
  cancel: { zh: '取消', en: 'Cancel' },
})

const OVER: readonly string[] = ['done', 'failed', 'cancelled']

/** Starts the solver and shows how far it has come. */
export function Propose({
  project,
  again,
  primary,
}: {
  readonly project: string
  readonly again: boolean
  readonly primary: boolean
}) {
  const t = useText()
  const tell = useTellProblem()
  const queries = useQueryClient()
  const [task, setTask] = useState<string>()
  const start = useCommand('lineup.propose', { onDone: (answer) => setTask(answer.task) })
  const cancel = useCommand('task.cancel')
  const seen = useQuery({
    ...ask('task.get', { task: task ?? '' }),
    enabled: task !== undefined,
    refetchInterval: 1_000,
  })
  const { state, done = 0, of, error } = seen.data ?? {}
  const over = state !== undefined && OVER.includes(state)
  useEffect(() => {
    if (!over) return
    if (state === 'failed') tell(error as never as ProblemBody)
    setTask(undefined)
    // the news of the lineup may come a moment later: what is shown is asked for now
    void queries.invalidateQueries()
  }, [over, state, error, tell, queries])
  if (task === undefined)
    return (
      <Button
        type={primary ? 'primary' : 'default'}
        loading={start.running}
        onClick={() => void start.run({ params: { project }, input: {} })}
      >
        {again ? t('again') : t('propose')}
      </Button>
    )
  const share = of ? Math.round((100 * done) / of) : 0
  return (
    <span className="propose" role="status">
      <Progress type="circle" size={24} percent={share} showInfo={false} />
      {state === 'running' && of && done < of ? t('reading', { done, of }) : t('solving')}
      <Button size="small" onClick={() => void cancel.run({ params: { task }, input: {} } as never)}>
        {t('cancel')}
      </Button>
    </span>
  )
}
