import type { Project } from '@haixuan/domain/plan/project'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import { inProject } from '../../../shell/address.ts'
import { texts } from '../../../texts/texts.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Page } from '../../../ui/page/page.tsx'
import type { Part } from '../part.ts'
import { fieldsOf, planOf } from './plan-fields.ts'
import { PlanForm } from './plan-form.tsx'

const useText = texts('revise-plan', {
  title: { zh: '修订方案', en: 'Revise the plan' },
  about: {
    zh: '修订产生新的一版，须由另一人批准；只重开受影响的关口',
    en: 'A revision is a new version that another person approves; it re-opens just the gates it touches',
  },
  send: { zh: '提交新版本', en: 'Record the new version' },
})

/** P5 · A new version of the plan, with why. */
export function RevisePlan() {
  const t = useText()
  const { project = '' } = useParams({ strict: false })
  const plan = useQuery({ ...ask('project.get', { project }), refetchOnWindowFocus: false })
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={plan} lines={12}>
        {(of) => <Revise of={of} />}
      </Asked>
    </Page>
  )
}

function Revise({ of }: Part) {
  const t = useText()
  const navigate = useNavigate()
  const revise = useCommand('project.revise', { quiet: true })
  const before = of.plan as unknown as Project
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a person writes is not taken away by a refetch
  const initial = useMemo(() => fieldsOf(before), [of.id])
  return (
    <PlanForm
      of={of.id}
      version={of.version}
      initial={initial}
      submit={t('send')}
      running={revise.running}
      problem={revise.problem}
      reasoned
      onSend={async (fields, version) => {
        const changes = (fields.changes ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
        const input = { ...planOf(fields, before), changes }
        const done = await revise.run({ params: { project: of.id }, input: input as never, version })
        if (done) void navigate({ to: inProject(of.id, 'plan') })
        return done !== undefined
      }}
    />
  )
}
