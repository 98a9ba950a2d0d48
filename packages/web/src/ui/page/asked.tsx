import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { problemOf } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { ProblemNote } from './problem-note.tsx'

const useText = texts('asked', { again: { zh: '重试', en: 'Try again' } })

type Props<T> = {
  readonly of: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  readonly children: (data: T) => ReactNode
  /** lines of the skeleton while it is asked for */
  readonly lines?: number
}

/** What was asked of the server: a skeleton until it is there, what went wrong and a way to try again, or the answer. */
export function Asked<T>({ of, children, lines = 4 }: Props<T>) {
  const t = useText()
  if (of.data !== undefined) return children(of.data)
  if (of.error)
    return (
      <ProblemNote problem={problemOf(of.error)}>
        <Button size="small" onClick={() => void of.refetch()}>
          {t('again')}
        </Button>
      </ProblemNote>
    )
  return <Skeleton active title={false} paragraph={{ rows: lines }} />
}
