import { CheckCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import type { Answer } from '../../../client/operations.ts'
import { type Destination, inProject, ofSupplier } from '../../../shell/address.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useMemberRole } from '../../../texts/member-roles.ts'
import { texts } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'
import './first-steps.css'
import { useStepText } from './step-words.ts'

const useText = texts('first-steps', {
  title: { zh: '起步', en: 'Getting started' },
  progress: { zh: '已完成 {{done}} / {{all}}', en: '{{done}} of {{all}} done' },
  hide: { zh: '不再显示', en: 'Hide' },
  hidden: { zh: '起步清单不再显示', en: 'Getting started is hidden' },
  undo: { zh: '撤销', en: 'Undo' },
  after: { zh: '新建项目之后', en: 'after the first project' },
  of: { zh: '由{{who}}完成', en: 'for {{who}}' },
  done: { zh: '已完成', en: 'done' },
})

/** What a person has seen and wants no more. */
const SEEN = 'first-steps'

type Answered = Answer<'today.first-steps'>
type Step = Answered['steps'][number]

/** F1 · How a new organisation gets to its first lineup: each step with its state on record, and who may take it. */
export function FirstSteps() {
  const steps = useQuery(ask('today.first-steps', {})).data
  const kept = useQuery({ ...ask('preference.get', {}), staleTime: Number.POSITIVE_INFINITY })
  const hide = useCommand('preference.set', { quiet: true })
  const t = useText()
  const [undo, setUndo] = useState(false)
  const seen = kept.data?.seen ?? []
  const set = (hidden: boolean) => {
    setUndo(hidden)
    void hide.run({ params: {}, input: { seen: hidden ? [...seen, SEEN] : seen.filter((s) => s !== SEEN) } })
  }
  if (!steps || steps.over || !kept.data || hide.running) return null
  if (seen.includes(SEEN))
    return undo ? (
      <p className="quiet" role="status">
        {t('hidden')}
        <Button size="small" type="link" onClick={() => set(false)}>
          {t('undo')}
        </Button>
      </p>
    ) : null
  const next = steps.steps.find((s) => !s.done && s.may && placeOf(s.step, steps))
  return (
    <Section
      title={t('title')}
      beside={
        <span className="first-steps-beside">
          {t('progress', { done: steps.steps.filter((s) => s.done).length, all: steps.steps.length })}
          <Button size="small" type="text" onClick={() => set(true)}>
            {t('hide')}
          </Button>
        </span>
      }
    >
      <ol className="first-steps">
        {steps.steps.map((step) => (
          <Row key={step.step} of={step} to={placeOf(step.step, steps)} next={step === next} />
        ))}
      </ol>
    </Section>
  )
}

function Row({ of, to, next }: { readonly of: Step; readonly to: Destination | undefined; readonly next: boolean }) {
  const t = useText()
  const say = useStepText()
  const { list } = useFormats()
  const roleName = useMemberRole()
  const about = `${of.step}About` as const
  return (
    <li className={of.done ? 'first-step first-step-done' : next ? 'first-step first-step-next' : 'first-step'}>
      <span className="first-step-mark">
        {of.done ? (
          <CheckCircleFilled role="img" aria-label={t('done')} />
        ) : (
          <span aria-hidden className="first-step-open" />
        )}
      </span>
      <div>
        <p className="first-step-name">
          {of.may && to && !of.done ? <Link {...(to as { to: string })}>{say(of.step)}</Link> : say(of.step)}
        </p>
        {of.done ? null : <p className="quiet">{say(about)}</p>}
      </div>
      {of.done || (of.may && to) ? null : (
        <span className="quiet">{of.may ? t('after') : t('of', { who: list(of.roles.map(roleName)) })}</span>
      )}
    </li>
  )
}

/** Where a step is taken; nowhere as long as what it stands on is not there. */
function placeOf(step: Step['step'], { project, supplier }: Answered): Destination | undefined {
  switch (step) {
    case 'organisation':
      return { to: '/settings/organisation' }
    case 'people':
      return { to: '/settings/people' }
    case 'lists':
      return { to: '/settings/lists' }
    case 'project':
      return { to: '/projects/new' }
    case 'supplier':
      return supplier ? ofSupplier(supplier, supplier) : { to: '/suppliers' }
    case 'approval':
      return project ? { to: inProject(project, 'plan') } : undefined
    case 'candidates':
      return project ? { to: inProject(project, 'import') } : undefined
    case 'lineup':
      return project ? { to: inProject(project, 'lineup') } : undefined
  }
}
