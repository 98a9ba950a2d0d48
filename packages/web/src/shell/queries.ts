import { QueryClient } from '@tanstack/react-query'
import { Problem } from '../client/problem.ts'

/** Only what the network or a busy server refused is asked for again. */
const retry = (times: number, error: unknown) =>
  times < 3 && navigator.onLine && error instanceof Problem && [0, 429, 502, 503, 504].includes(error.body.status)

export const queries = new QueryClient({
  defaultOptions: {
    // without a network a page says so, or shows what it kept, instead of waiting in silence; then it catches up
    queries: {
      retry,
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      refetchOnReconnect: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
