import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useSyncExternalStore } from 'react'
import { ask } from '../../client/ask.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { useProjectAtHand } from '../project-at-hand.ts'
import { STEPS } from './steps.ts'
import { at, follow, show } from './tour-state.ts'
import './tour.css'

const useText = texts('tour', {
  name: { zh: '标准导览', en: 'A walk through the standard' },
  invite: { zh: '第一次来？用十步走完标准', en: 'New here? Walk through the standard in ten steps' },
  about: {
    zh: '跟着一个项目看每个条款怎样落地，约五分钟，随时可以停下，也可以从账号菜单再来一次。',
    en: 'See each clause at work in a project: about five minutes, stop whenever you like, begin again from the account menu.',
  },
  begin: { zh: '开始', en: 'Begin' },
  skip: { zh: '跳过', en: 'Skip' },
  back: { zh: '上一步', en: 'Back' },
  next: { zh: '下一步', en: 'Next' },
  done: { zh: '完成', en: 'Done' },
  step: { zh: '第 {{n}} 步，共 {{of}} 步', en: 'Step {{n}} of {{of}}' },
})

/** M2 · Ten steps through the standard over a project that is there: at first invited to, then whenever it is asked for. */
export function Tour() {
  const t = useText()
  const say = useSay()
  const navigate = useNavigate()
  const atHand = useProjectAtHand()
  const step = useSyncExternalStore(follow, at)
  const shown = typeof step === 'number' ? STEPS[step] : undefined
  // who is here for the first time has been in no project yet
  const first = useQuery({
    ...ask('project.list', {}, { limit: 1 }),
    enabled: step !== 'over' && atHand === undefined,
  }).data?.rows[0]
  const project = atHand ?? first?.id
  const to =
    shown?.to.includes('$project') && project === undefined
      ? '/projects'
      : shown?.to.replace('$project', encodeURIComponent(project ?? ''))
  useEffect(() => {
    if (to) void navigate({ to: to as never })
  }, [to, navigate])
  // an organisation that begins has nothing to be walked through: its first steps stand on Today
  if (step === 'over' || (step === 'invited' && project === undefined)) return null
  return (
    <aside className="tour no-print" aria-label={t('name')}>
      {shown === undefined || typeof step !== 'number' ? (
        <>
          <h2>{t('invite')}</h2>
          <p className="quiet">{t('about')}</p>
          <div className="tour-steps">
            <Button type="text" onClick={() => show('over')}>
              {t('skip')}
            </Button>
            <Button type="primary" onClick={() => show(0)}>
              {t('begin')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="quiet" aria-live="polite">
            {t('step', { n: step + 1, of: STEPS.length })}{' '}
            {shown.clauses.map((id) => (
              <Clause key={id} id={id} />
            ))}
          </p>
          <h2>{say(shown.title)}</h2>
          <p>{say(shown.look)}</p>
          <div className="tour-steps">
            <Button type="text" onClick={() => show('over')}>
              {t('skip')}
            </Button>
            <Button disabled={step === 0} onClick={() => show(step - 1)}>
              {t('back')}
            </Button>
            <Button type="primary" onClick={() => show(step + 1 < STEPS.length ? step + 1 : 'over')}>
              {t(step + 1 < STEPS.length ? 'next' : 'done')}
            </Button>
          </div>
        </>
      )}
    </aside>
  )
}
