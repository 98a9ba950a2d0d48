/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** Where Tab came to: what a person sees of it. */
type Stop = {
  readonly name: string
  /** nothing has the focus: the end of the page, or it was lost */
  readonly nowhere: boolean
  /** which it was of all stops so far; one that comes again ends the walk */
  readonly nth: number
  readonly faults: readonly string[]
}
declare const window: {
  walk: { lookOf: (of: Element) => string; seen: { element: Element; name: string; look: string }[] }
}

/** More stops than any page has: who comes so far is in a trap. */
const MOST = 400

/**
 * Walks a page by Tab as it stands, from its beginning to its end, and tells what is wrong on the way: focus that is
 * not seen, that is lost, that never comes to the end, that jumps up the page. The frame that all pages stand in is
 * walked when asked for; else the link past it is taken.
 */
export async function walkThrough(page: Page, frame: boolean): Promise<string[]> {
  await page.evaluate(() => {
    /** all that may show that something has the focus: itself, what frames it, what stands for it */
    const lookOf = (of: Element): string => {
      const look: Element[] = [of]
      for (let up = of.parentElement; up && look.length < 5; up = up.parentElement) look.push(up)
      if (of.nextElementSibling) look.push(of.nextElementSibling)
      return look
        .map((e) => {
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
            getComputedStyle(e)
          return [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow, borderColor, backgroundColor]
        })
        .join('|')
    }
    window.walk = { seen: [], lookOf }
    // the walk begins at the very top, wherever the page put the focus
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const faults: string[] = []
  const next = async (key: string) => {
    await page.keyboard.press(key)
    const stop = await page.evaluate(lookAround)
    faults.push(...stop.faults)
    return stop
  }
  const first = await next('Tab')
  if (!first.name.startsWith('a “跳到内容”')) faults.push(`begins with ${first.name}`)
  let before = frame ? first : await next('Enter')
  if (!frame && !before.name.startsWith('main#main')) faults.push(`the link past the frame leads to ${before.name}`)
  for (let n = 0; n < MOST; n++) {
    const stop = await next('Tab')
    if (stop.nowhere) {
      // at the end of the page the next one is the first again
      if ((await next('Tab')).nth > 0) faults.push(`focus is lost after ${before.name}`)
      break
    }
    if (stop.nth < before.nth) break
    if (n === MOST - 1) faults.push(`no end after ${MOST} stops, the last ${stop.name}`)
    before = stop
  }
  return [...faults, ...(await page.evaluate(unseen))]
}

/** Runs in the page. */
function lookAround(): Stop {
  const { walk } = window
  const element = document.activeElement as HTMLElement | null
  const faults: string[] = []
  if (!element || element === document.body || element === document.documentElement)
    return { name: '', nowhere: true, nth: -1, faults }
  const words = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent ?? ''
  const name = `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''} “${words.trim().slice(0, 40)}”`
  const before = walk.seen.findIndex((stop) => stop.element === element)
  if (before >= 0) return { name, nowhere: false, nth: before, faults }
  // a box of a tick or a switch is drawn by what stands beside it
  const drawn = element.matches('input[type=checkbox], input[type=radio], input[type=file]')
    ? (element.closest('label, span') ?? element)
    : element
  const at = drawn.getBoundingClientRect()
  if (at.width < 2 || at.height < 2 || !drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    faults.push(`${name} has the focus and is not to be seen`)
  else if (at.bottom < 0 || at.right < 0 || at.top > innerHeight || at.left > innerWidth)
    faults.push(`${name} has the focus out of sight`)
  // down the page, or to the right; what sticks to an edge has no place in it
  const sticks = (e: Element | null): boolean =>
    e !== null &&
    e !== document.body &&
    (['fixed', 'sticky'].includes(getComputedStyle(e).position) || sticks(e.parentElement))
  const from = walk.seen.at(-1)?.element
  if (from?.isConnected && from.closest('main') && element.closest('main') && !sticks(from) && !sticks(element)) {
    const was = from.getBoundingClientRect()
    if (at.bottom < was.top - 8 && at.left < was.right - 8 && was.height < innerHeight / 2)
      faults.push(`${name} comes after what stands below it (${Math.round(was.top - at.bottom)} px)`)
  }
  walk.seen.push({ element, name, look: window.walk.lookOf(element) })
  return { name, nowhere: false, nth: walk.seen.length - 1, faults }
}

/** Runs in the page, at the end of a walk: what looks without the focus as it did with it. */
function unseen(): string[] {
  ;(document.activeElement as HTMLElement | null)?.blur()
  const { seen, lookOf } = window.walk
  return seen
    .filter(({ element, look }) => element.id !== 'main' && element.isConnected && lookOf(element) === look)
    .map(({ name }) => `${name} does not show that it has the focus`)
}
