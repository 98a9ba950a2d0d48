import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { z } from 'zod'

/** What a list keeps in the address: words, sort and filters. A route with a list validates its search by this. */
export const listSearch = z.looseObject({ q: z.string().optional(), sort: z.string().optional() }).catch({})

export type ListAddress = Readonly<Record<string, string | undefined>>

/** What a list shows, from the address, and how to change it there. */
export function useListAddress(): { at: ListAddress; change: (to: ListAddress) => void } {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const at = Object.fromEntries(
    Object.entries(search).map(([key, value]) => [key, value === undefined ? undefined : String(value)]),
  )
  const change = useCallback(
    (to: ListAddress) =>
      void navigate({
        to: '.',
        replace: true,
        search: ((before: Record<string, unknown>) =>
          Object.fromEntries(
            Object.entries({ ...before, ...to }).filter(([, value]) => value !== undefined && value !== ''),
          )) as never,
      }),
    [navigate],
  )
  return { at, change }
}
