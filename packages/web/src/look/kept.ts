import { useSyncExternalStore } from 'react'

/** Something a person chose that this device remembers, with what follows it. */
export function keptChoice<T extends string>(key: string, isOne: (value: string) => value is T) {
  const followers = new Set<() => void>()
  const chosen = (): T | undefined => {
    const value = localStorage.getItem(key)
    return value !== null && isOne(value) ? value : undefined
  }
  const follow = (on: () => void) => {
    followers.add(on)
    return () => followers.delete(on)
  }
  return {
    chosen,
    choose(value: T | undefined): void {
      if (value === undefined) localStorage.removeItem(key)
      else localStorage.setItem(key, value)
      for (const on of followers) on()
    },
    useChosen: (): T | undefined => useSyncExternalStore(follow, chosen),
  }
}
