import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { ProblemBody } from '../../client/problem.ts'
import { useTold } from '../../texts/told.ts'
import { Lines } from './lines.tsx'

/** What went wrong, where it went wrong, with the remedy. */
export function ProblemNote({ problem, children }: { readonly problem: ProblemBody; readonly children?: ReactNode }) {
  const { title, lines } = useTold()(problem)
  return <Alert type="error" showIcon title={title} description={<Lines of={lines} />} action={children} />
}
