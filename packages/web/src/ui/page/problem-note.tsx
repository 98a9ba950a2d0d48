import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { ProblemBody } from '../../client/problem.ts'
import { useSay } from '../../texts/texts.ts'

/** What went wrong, where it went wrong, with the remedy. */
export function ProblemNote({ problem, children }: { readonly problem: ProblemBody; readonly children?: ReactNode }) {
  const say = useSay()
  const { text, clause, detail, place, field, remedy } = problem
  const where = [place, field].filter(Boolean).join(' · ')
  return (
    <Alert
      type="error"
      showIcon
      title={clause ? `${say(text)} · ${clause}` : say(text)}
      description={[remedy ? say(remedy) : undefined, where ? `${where}: ${detail ?? ''}` : detail]
        .filter(Boolean)
        .join(' · ')}
      action={children}
    />
  )
}
