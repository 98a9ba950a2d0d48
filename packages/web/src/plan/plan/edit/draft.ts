import { useCallback, useMemo } from 'react'

const keyOf = (of: string) => `haixuan.draft.plan.${of}`

/** What a person has written and not sent yet, kept in this browser; `of` is the project, or `new`. */
export function useDraft<T extends object>(of: string) {
  const key = keyOf(of)
  const found = useMemo((): Partial<T> | undefined => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null')
      return typeof kept === 'object' && kept !== null ? kept : undefined
    } catch {
      return undefined
    }
  }, [key])
  const keep = useCallback((draft: T) => localStorage.setItem(key, JSON.stringify(draft)), [key])
  const drop = useCallback(() => localStorage.removeItem(key), [key])
  return { found, keep, drop }
}
