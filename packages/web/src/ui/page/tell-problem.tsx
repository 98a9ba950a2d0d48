import { App } from 'antd'
import { useCallback } from 'react'
import type { ProblemBody } from '../../client/problem.ts'
import { useTold } from '../../texts/told.ts'
import { Lines } from './lines.tsx'

/** Tells what went wrong, and what to do, in a corner of the window. */
export function useTellProblem(): (problem: ProblemBody) => void {
  const { notification } = App.useApp()
  const told = useTold()
  return useCallback(
    (problem) => {
      const { title, lines } = told(problem)
      notification.error({ title, description: <Lines of={lines} />, duration: 8 })
    },
    [notification, told],
  )
}
