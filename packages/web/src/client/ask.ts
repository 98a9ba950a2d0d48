import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { isKept, keep, keyOf, lastAnswer } from '../offline/kept-answers.ts'
import type { Answer, ListName, Params, Query, QueryName } from './operations.ts'
import { offline } from './problem.ts'
import { send } from './send.ts'

/**
 * One question to the API, for `useQuery`: its answer is kept until something changes.
 *
 *     const product = useQuery(ask('product.get', { project, product }))
 */
export const ask = <N extends QueryName>(name: N, params: Params<N>, query?: Query<N>) =>
  queryOptions({
    queryKey: [name, params, query ?? {}],
    queryFn: async ({ signal }): Promise<Answer<N>> => {
      const key = keyOf(name, params, query ?? {})
      try {
        const { answer } = await send(name, { params, query: query ?? {}, signal } as never)
        if (isKept(name)) keep(name, key, answer)
        return answer as Answer<N>
      } catch (error) {
        const kept = error === offline && isKept(name) ? lastAnswer(name, key) : undefined
        if (!kept) throw error
        return kept.answer as Answer<N>
      }
    },
  })

type Page = { readonly rows: readonly unknown[]; readonly next: string | null }

/** A list, page after page, for `useInfiniteQuery`. */
export const askPages = <N extends ListName>(name: N, params: Params<N>, query: Query<N>) =>
  infiniteQueryOptions({
    queryKey: [name, params, query, 'pages'],
    queryFn: async ({ pageParam, signal }): Promise<Answer<N>> =>
      (await send(name, { params, query: { limit: 100, ...(query as object), cursor: pageParam }, signal } as never))
        .answer,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Page).next ?? undefined,
  })
