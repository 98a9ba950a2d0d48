import { useQuery } from '@tanstack/react-query'
import { freshKey } from '../../client/fresh-key.ts'
import type { Answer } from '../../client/operations.ts'
import { send } from '../../client/send.ts'
import { useMe } from '../../shell/session.ts'

export type There = Answer<'live.attend'>['there'][number]
const EVERY_MS = 5_000
const DESK = 'haixuan.desk'

/** One desk is one window, also after it was loaded anew. */
function thisDesk(): string {
  const desk = sessionStorage.getItem(DESK) ?? freshKey()
  sessionStorage.setItem(DESK, desk)
  return desk
}

/** S3 · Says that this desk is there while it is shown, and gives who is, this desk among them; an auditor looks on unseen. */
export function useAttending(project: string, view: 'control' | 'host'): readonly There[] {
  const roles = useMe().data?.roles ?? []
  const told = useQuery({
    queryKey: ['live.attend', project, view],
    queryFn: async ({ signal }) =>
      (
        await send('live.attend', {
          params: { project },
          body: { desk: thisDesk(), view },
          headers: { 'idempotency-key': freshKey() },
          signal,
        })
      ).answer.there,
    enabled: roles.some((role) => role !== 'auditor'),
    refetchInterval: EVERY_MS,
    // a desk that nobody hears does not say it again and again
    retry: false,
    placeholderData: (before) => before,
  })
  return told.isError ? [] : (told.data ?? [])
}
