import { useCallback, useEffect, useState } from 'react'
import { draftsOf } from '../../offline/drafts/device-drafts.ts'
import type { Photo } from '../../offline/drafts/photo.ts'

/** What an inspector has answered so far; kept on the device, so that nothing is lost without a network. */
export type Draft = {
  readonly lot: string
  readonly photos: readonly Photo[]
  /** units by class */
  readonly counts: Readonly<Record<string, number>>
  readonly whats: Readonly<Record<string, string>>
  /** of what is wrong, one of a class */
  readonly shots: Readonly<Record<string, readonly Photo[]>>
  readonly measured: Readonly<Record<string, number | string | undefined>>
  /** who has done it, while it waits for the network: it is sent in no other's name */
  readonly ready?: string | undefined
}
const drafts = draftsOf<Draft>('lot')

/** The draft of a lot on this device; undefined until it has been read. */
export function useDraft(lot: string) {
  const [draft, set] = useState<Draft>()
  useEffect(() => {
    const nothing: Draft = { lot, photos: [], counts: {}, whats: {}, shots: {}, measured: {} }
    drafts.read(lot).then(
      (found) => set(found ?? nothing),
      () => set(nothing),
    )
  }, [lot])
  const change = useCallback((next: Draft) => {
    set(next)
    void drafts.keep(next)
  }, [])
  const forget = useCallback(() => drafts.drop(lot), [lot])
  return { draft, change, forget }
}
