import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCommand } from '../../../client/command.ts'
import { inProject } from '../../../shell/address.ts'
import { language } from '../../../texts/language.ts'
import { texts } from '../../../texts/texts.ts'
import { Page } from '../../../ui/page/page.tsx'
import { planOf } from './plan-fields.ts'
import { PlanForm } from './plan-form.tsx'

const useText = texts('new-project', {
  title: { zh: '新建项目', en: 'New project' },
  about: {
    zh: '写下一场直播的主题、市场与要求；建成后由另一人批准方案',
    en: 'Say what the stream is about, where it sells and what it asks; another person then approves the plan',
  },
  create: { zh: '建立项目', en: 'Create the project' },
})

/** P1 · A new project with its plan. */
export function NewProject() {
  const t = useText()
  const navigate = useNavigate()
  const create = useCommand('project.create', { quiet: true })
  const initial = useMemo(() => ({ language: language(), slots: 20 }), [])
  return (
    <Page title={t('title')} about={t('about')}>
      <PlanForm
        of="new"
        initial={initial}
        submit={t('create')}
        running={create.running}
        problem={create.problem}
        onSend={async (fields) => {
          const made = await create.run({ params: {}, input: planOf(fields) })
          if (made) void navigate({ to: inProject(made.id) })
          return made !== undefined
        }}
      />
    </Page>
  )
}
