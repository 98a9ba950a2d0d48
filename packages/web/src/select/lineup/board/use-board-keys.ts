import { exchanged } from '@haixuan/domain/select/lineup/board/put'
import { useEffect } from 'react'
import type { Board } from './use-board.ts'

/** What keys do on a card: arrows move the focus, with Alt the product; Delete takes it out. Control and Z undo. */
export function useBoardKeys({ seats, put, undo, redo }: Board, mayEdit: boolean) {
  useEffect(() => {
    const onUndo = (e: KeyboardEvent) => {
      const typing = (e.target as HTMLElement).closest('input,textarea') !== null
      if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 'z' || typing) return
      e.preventDefault()
      if (e.shiftKey) redo?.()
      else undo?.()
    }
    addEventListener('keydown', onUndo)
    return () => removeEventListener('keydown', onUndo)
  }, [undo, redo])

  /** Whether the key did something on the card of a slot. */
  return (slot: number, key: string): boolean => {
    const step = key.endsWith('ArrowRight') ? 1 : key.endsWith('ArrowLeft') ? -1 : 0
    if (step !== 0) {
      const to = seats.find((s) => s.slot === slot + step)?.slot
      if (to === undefined) return true
      if (key.startsWith('Alt+') && mayEdit) put(exchanged(seats, slot, to))
      // at once: the next key may come before anything that waits
      document.querySelector<HTMLElement>(`[data-slot="${to}"]`)?.focus()
      return true
    }
    if ((key === 'Delete' || key === 'Backspace') && mayEdit) {
      put([{ slot, product: null }])
      return true
    }
    return false
  }
}
