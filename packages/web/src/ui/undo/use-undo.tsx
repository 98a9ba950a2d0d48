import { App, Button } from 'antd'
import { useCallback } from 'react'
import { freshKey } from '../../client/fresh-key.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('undo', { undo: { zh: '撤销', en: 'Undo' } })
const SHOWN_S = 10

/** What was done last and can still be taken back, wherever one has gone since. */
let last: (() => void) | undefined

addEventListener('keydown', (event) => {
  if (event.key !== 'z' || !(event.metaKey || event.ctrlKey) || !last || event.defaultPrevented) return
  // a text takes back what was typed in it
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')) return
  event.preventDefault()
  last()
})

/** Tells what was done, and takes it back by a button or by Ctrl Z (⌘Z) as long as that is shown. */
export function useUndo(): (done: string, undo: () => void) => void {
  const t = useText()
  const { notification } = App.useApp()
  return useCallback(
    (done, undo) => {
      const key = freshKey()
      const back = () => {
        notification.destroy(key)
        last = undefined
        undo()
      }
      last = back
      notification.info({
        key,
        title: done,
        role: 'status',
        duration: SHOWN_S,
        actions: (
          <Button size="small" onClick={back}>
            {t('undo')} <kbd aria-hidden>{navigator.platform.startsWith('Mac') ? '⌘Z' : 'Ctrl Z'}</kbd>
          </Button>
        ),
        onClose: () => {
          if (last === back) last = undefined
        },
      })
    },
    [notification, t],
  )
}
