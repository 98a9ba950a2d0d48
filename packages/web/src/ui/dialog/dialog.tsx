import { Drawer, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useNarrow } from '../../look/narrow.ts'

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

/** The frame of all that stands over a page: focus stays within, Esc closes it; focus-trail.ts leads back. */
export function Dialog({ title, open = true, side = false, width = WIDTH, footer = null, onClose, children }: Props) {
  const narrow = useNarrow()
  return side ? (
    <Drawer title={title} open={open} onClose={onClose} size={narrow ? '100%' : width} destroyOnHidden footer={footer}>
      {children}
    </Drawer>
  ) : (
    <Modal title={title} open={open} onCancel={onClose} width={width} destroyOnHidden footer={footer}>
      {children}
    </Modal>
  )
}
