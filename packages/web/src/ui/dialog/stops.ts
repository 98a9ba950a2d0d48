import type { KeyboardEvent } from 'react'

const STOPS = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** Where Tab stops within something, in its order. */
export const stopsOf = (within: Element | null | undefined): HTMLElement[] =>
  [...(within?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter((e) => e.tabIndex >= 0 && e.checkVisibility())

/** Tab goes round within what stands over a page: from its last stop to its first, and back. */
export function goRound(event: KeyboardEvent, within: Element | null | undefined): void {
  if (event.key !== 'Tab') return
  // of several that stand over one another, the topmost
  event.stopPropagation()
  const all = stopsOf(within)
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]]
  // what hangs from a field, such as its choices, has the focus in the field
  if (document.activeElement !== from && all.some((stop) => stop === document.activeElement)) return
  event.preventDefault()
  to?.focus()
}
