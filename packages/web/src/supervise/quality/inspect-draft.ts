import { useState } from 'react'

/** What an inspector has answered so far; kept on the device, so that nothing is lost without a network. */
export type Draft = {
  readonly photos: readonly string[]
  /** units by class */
  readonly counts: Readonly<Record<string, number>>
  readonly whats: Readonly<Record<string, string>>
  readonly shots: Readonly<Record<string, string>>
  readonly measured: Readonly<Record<string, number | string | undefined>>
}
const NOTHING: Draft = { photos: [], counts: {}, whats: {}, shots: {}, measured: {} }

const read = (key: string): Draft => {
  try {
    return { ...NOTHING, ...JSON.parse(localStorage.getItem(key) ?? '{}') }
  } catch {
    return NOTHING
  }
}

export function useDraft(lot: string) {
  const key = `haixuan.lot.${lot}`
  const [draft, set] = useState(() => read(key))
  const change = (to: Partial<Draft>) => {
    const next = { ...draft, ...to }
    localStorage.setItem(key, JSON.stringify(next))
    set(next)
  }
  return { draft, change, forget: () => localStorage.removeItem(key) }
}
