import { useSyncExternalStore } from 'react'

const phone = matchMedia('(max-width: 720px)')
const follow = (on: () => void) => {
  phone.addEventListener('change', on)
  return () => phone.removeEventListener('change', on)
}

/** Whether the window is as narrow as a phone's. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, () => phone.matches)
