import { Popover } from 'antd'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { goRound, stopsOf } from './stops.ts'

type Props = {
  readonly label: string
  readonly placement?: 'bottomLeft' | 'bottomRight' | 'left' | 'top'
  /** for whoever closes it by what is done in it */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly content: ReactNode
  /** the button it hangs from */
  readonly children: ReactElement
}

/** A small window that hangs from a button: focus goes in as it opens and stays there; Esc closes it. */
export function Popup({ label, placement = 'bottomLeft', content, children, ...asked }: Props) {
  const [own, setOwn] = useState(false)
  const within = useRef<HTMLDivElement>(null)
  const open = asked.open ?? own
  const change = (next: boolean) => {
    setOwn(next)
    asked.onOpenChange?.(next)
  }
  return (
    <Popover
      trigger="click"
      placement={placement}
      open={open}
      onOpenChange={change}
      afterOpenChange={(opened) =>
        opened && (stopsOf(within.current)[0] ?? within.current)?.focus({ preventScroll: true })
      }
      destroyOnHidden
      // within a dialog, so that this does not take the focus back
      getPopupContainer={(button) => button.closest<HTMLElement>('[role=dialog]') ?? document.body}
      content={
        <div
          ref={within}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={(event) => goRound(event, within.current)}
        >
          {content}
        </div>
      }
    >
      {children}
    </Popover>
  )
}
