/** How far back one can be led. */
const LONGEST = 24

type Step = { readonly element: HTMLElement; readonly path: string }

/**
 * Keyboard focus is never lost: when what had it is taken from the page (a dialog that closes, a row that is done), it
 * goes back to where it was before on this page; on a new page, to its content.
 */
export function keepFocus(): void {
  const trail: Step[] = []
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    // under a window that stands over the page it is but for a moment: the window takes it back
    if (document.querySelector('[aria-modal="true"]') && target.closest('#root')) return
    trail.push({ element: target, path: location.pathname })
    if (trail.length > LONGEST) trail.shift()
  })
  const lead = () => {
    // first what costs nothing: this is asked with every change of the page
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const last = trail.at(-1)
    if (last === undefined || isThere(last.element)) return
    const step = trail.findLast(({ element, path }) => path === location.pathname && isThere(element))
    const to = step?.element ?? document.getElementById('main')
    to?.focus({ preventScroll: step === undefined })
  }
  // taken away, or hidden
  addEventListener('focusout', ({ relatedTarget }) => relatedTarget === null && setTimeout(lead))
  new MutationObserver(lead).observe(document.body, { childList: true, subtree: true })
}

const isThere = (element: HTMLElement) => element.isConnected && element.checkVisibility({ visibilityProperty: true })
