import { useSyncExternalStore } from 'react'

const follow = (on: () => void) => {
  addEventListener('online', on)
  addEventListener('offline', on)
  return () => {
    removeEventListener('online', on)
    removeEventListener('offline', on)
  }
}

/** Whether the device has a network. */
export const useOnline = (): boolean => useSyncExternalStore(follow, () => navigator.onLine)
