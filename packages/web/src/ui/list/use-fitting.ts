import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { Column } from './column.ts'

const USUAL = 'minmax(100px, 1fr)'
const SELECT = '40px'

/** The tracks of a grid with these columns. */
const tracksOf = (columns: readonly { readonly width?: string }[], selectable: boolean) =>
  [...(selectable ? [SELECT] : []), ...columns.map((c) => c.width ?? USUAL)].join(' ')

/** The least width of all tracks together: every row is as wide as the head, whatever stands in its cells. */
const leastOf = (tracks: string) =>
  [...tracks.matchAll(/(\d+)px/g)].reduce((total, [, width]) => total + Number(width), 0)

/**
 * The columns there is room for, with the tracks of their grid: those that can be spared go, the last one first, until the
 * rest fits. What a person chose for themselves stays, and is scrolled to.
 */
export function useFitting<R>(
  frame: RefObject<HTMLElement | null>,
  columns: readonly Column<R>[],
  { selectable, chosen }: { readonly selectable: boolean; readonly chosen: boolean },
) {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const at = frame.current
    if (!at) return
    const measure = () => setRoom(at.clientWidth)
    measure()
    const size = new ResizeObserver(measure)
    size.observe(at)
    return () => size.disconnect()
  }, [frame])
  return useMemo(() => {
    let shown = columns
    while (!chosen && leastOf(tracksOf(shown, selectable)) > room) {
      const spare = shown.findLast((c) => c.spare || c.phone === 'left-out')
      if (!spare) break
      shown = shown.filter((c) => c !== spare)
    }
    const tracks = tracksOf(shown, selectable)
    return { shown, tracks, least: leastOf(tracks) }
  }, [columns, room, selectable, chosen])
}
