import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { useTellProblem } from '../ui/page/tell-problem.tsx'
import { freshKey } from './fresh-key.ts'
import type { Answer, CommandName, Input, Params } from './operations.ts'
import { Problem, problemOf } from './problem.ts'
import { send } from './send.ts'

export type Order<N extends CommandName> = {
  readonly params: Params<N>
  readonly input: Input<N>
  /** the version of the record that was seen, for commands that ask for it */
  readonly version?: number | undefined
}
type Options<N extends CommandName> = {
  readonly onDone?: (answer: Answer<N>) => void
  /** true when the form shows what went wrong itself */
  readonly quiet?: boolean
}

/** How often a command is sent again when the server did not answer or was not ready; the key makes that safe. */
const TRIES = 3
const again = (tries: number, error: unknown) =>
  tries < TRIES && error instanceof Problem && [0, 503].includes(error.body.status)

/**
 * Carries out a command of the API: once, however often it is sent again. What is shown is asked for anew afterwards;
 * what went wrong is told with its remedy.
 */
export function useCommand<N extends CommandName>(name: N, { onDone, quiet = false }: Options<N> = {}) {
  const queries = useQueryClient()
  const tell = useTellProblem()
  const mutation = useMutation<{ answer: Answer<N> }, unknown, Order<N> & { readonly key: string }>({
    mutationKey: [name],
    mutationFn: ({ params, input, version, key }) =>
      send(name, {
        params,
        ...(input === undefined ? {} : { body: input }),
        headers: { 'idempotency-key': key, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      } as never),
    retry: again,
    onError: (error) => {
      if (!quiet) tell(problemOf(error))
      // someone else was faster: what they did is shown
      if (problemOf(error).code === 'stale') void queries.invalidateQueries()
    },
    onSuccess: async ({ answer }) => {
      await queries.invalidateQueries()
      onDone?.(answer)
    },
  })
  const { mutateAsync } = mutation
  const underway = useRef(new Map<string, Promise<Answer<N> | undefined>>())
  /** Gives the answer, or undefined when it went wrong, which has been told. An order given again while it is underway, as by a double click, is that same one. */
  const run = useCallback(
    (order: Order<N>): Promise<Answer<N> | undefined> => {
      const same = JSON.stringify(order)
      const before = underway.current.get(same)
      if (before) return before
      const sent = mutateAsync({ ...order, key: freshKey() })
        .then(
          ({ answer }) => answer,
          () => undefined,
        )
        .finally(() => underway.current.delete(same))
      underway.current.set(same, sent)
      return sent
    },
    [mutateAsync],
  )
  return {
    run,
    running: mutation.isPending,
    problem: mutation.error ? problemOf(mutation.error) : undefined,
    /** what went wrong is told no more */
    forget: mutation.reset,
  }
}
