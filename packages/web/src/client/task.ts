import { useQuery } from '@tanstack/react-query'
import { ask } from './ask.ts'
import type { Answer } from './operations.ts'

const AGAIN_MS = 1_000

/** A task as it stands. It is asked for until it is over: its news may have come before whoever started it knew its id. */
export const useTask = (task: string | undefined): Answer<'task.get'> | undefined =>
  useQuery({
    ...ask('task.get', { task: task ?? '' }),
    enabled: task !== undefined,
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : AGAIN_MS),
  }).data
