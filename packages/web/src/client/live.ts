import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** What happens in quick succession is shown together, and an import of thousands of rows not more often than this. */
const REST_MS = 300
const BETWEEN_MS = 2_000
/** Told to whoever follows a task: its progress, as it is. */
export type TaskNews = {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly of: number | null
}
type EventNews = { readonly type: string; readonly subject: string; readonly project?: string | null }
type NotificationNews = { readonly id: number; readonly kind: string }
type Listener = {
  readonly notification?: (news: NotificationNews) => void
  readonly task?: (news: TaskNews) => void
  readonly event?: (news: EventNews) => void
}

const listeners = new Set<Listener>()

/** Follows what happens in the organisation while a component is shown. */
export function useNews(listener: Listener): void {
  useEffect(() => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  })
}

/** Keeps what is shown true: when something happens in the organisation, it is asked for anew. Once, at the root. */
export function useLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let last = 0
    const renew = () => {
      waiting ??= setTimeout(
        () => {
          waiting = undefined
          last = Date.now()
          void queries.invalidateQueries()
        },
        Math.max(REST_MS, last + BETWEEN_MS - Date.now()),
      )
    }
    const source = new EventSource('/api/v1/stream')
    const told = (kind: keyof Listener) => (message: MessageEvent<string>) => {
      const news = JSON.parse(message.data)
      for (const listener of listeners) listener[kind]?.(news)
      renew()
    }
    source.addEventListener('event', told('event'))
    source.addEventListener('task', told('task'))
    source.addEventListener('notification', told('notification'))
    source.addEventListener('reset', renew)
    // after a break something may have happened that nobody told
    let broken = false
    source.onerror = () => {
      broken = true
    }
    source.onopen = () => {
      if (broken) renew()
      broken = false
    }
    return () => {
      clearTimeout(waiting)
      source.close()
    }
  }, [queries])
}
