import { Drawer, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useNarrow } from '../../look/narrow.ts'
import { goRound, stopsOf } from './stops.ts'

type Props = {
  readonly title: string
  readonly open?: boolean
  /** at the side of the page, for what is long; else over it */
  readonly side?: boolean
  readonly width?: number | undefined
  /** what answers it; nothing when absent */
  readonly footer?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}
const WIDTH = 520
const FIELDS = 'input:not(:disabled):not([type=hidden]), textarea:not(:disabled)'

/** The frame of all that stands over a page: focus goes in and stays, Esc closes it; focus-trail.ts leads back. */
export function Dialog({ title, open = true, side = false, width = WIDTH, footer = null, onClose, children }: Props) {
  const narrow = useNarrow()
  const body = useRef<HTMLDivElement>(null)
  const frame = () => body.current?.closest('[role=dialog]')
  const begin = (opened: boolean) => {
    if (!opened || document.activeElement?.matches(FIELDS)) return
    // a form begins at its first field; on a phone that would bring the keyboard up before a word is read
    const field = narrow ? undefined : [...(body.current?.querySelectorAll<HTMLElement>(FIELDS) ?? [])].find(isShown)
    ;(field ?? stopsOf(frame())[0])?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => goRound(event, frame())
  const content = (
    <div ref={body} style={{ display: 'contents' }}>
      {children}
    </div>
  )
  const shared = { title, open, destroyOnHidden: true, footer, afterOpenChange: begin }
  return side ? (
    <Drawer {...shared} onClose={onClose} onKeyDown={onKeyDown} size={narrow ? '100%' : width}>
      {content}
    </Drawer>
  ) : (
    <Modal {...shared} onCancel={onClose} wrapProps={{ onKeyDown }} width={width}>
      {content}
    </Modal>
  )
}

const isShown = (element: HTMLElement) => element.checkVisibility()
