import { Popover } from 'antd'
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef, useState } from 'react'

type Props = {
  readonly label: string
  readonly placement?: 'bottomLeft' | 'bottomRight' | 'left'
  /** for whoever closes it by what is done in it */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly content: ReactNode
  /** the button it hangs from */
  readonly children: ReactElement
}
const STOPS = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** A small window that hangs from a button: focus goes in as it opens and stays there; Esc closes it. */
export function Popup({ label, placement = 'bottomLeft', content, children, ...asked }: Props) {
  const [own, setOwn] = useState(false)
  const within = useRef<HTMLDivElement>(null)
  const open = asked.open ?? own
  const stops = () => [...(within.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter((e) => e.tabIndex >= 0)
  const change = (next: boolean) => {
    setOwn(next)
    asked.onOpenChange?.(next)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    const all = stops()
    const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]]
    if (document.activeElement !== from && document.activeElement !== within.current) return
    event.preventDefault()
    to?.focus()
  }
  return (
    <Popover
      trigger="click"
      placement={placement}
      open={open}
      onOpenChange={change}
      afterOpenChange={(opened) => opened && (stops()[0] ?? within.current)?.focus({ preventScroll: true })}
      destroyOnHidden
      content={
        <div ref={within} role="dialog" aria-label={label} tabIndex={-1} onKeyDown={onKey}>
          {content}
        </div>
      }
    >
      {children}
    </Popover>
  )
}
