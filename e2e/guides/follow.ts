/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import type { Said, Step } from './guide.ts'

/** How long a word may take to come into sight. */
const PATIENCE_MS = 6_000

/**
 * Does what the steps of a guide say, by the very words they print: goes the ways they name through rail and tabs, and
 * looks for every word in turn. A word that is not in sight comes into it by pressing the one before; nothing else is
 * pressed, so that nothing is sent. Gives what could not be followed.
 */
export async function follow(page: Page, steps: readonly Step[]): Promise<string[]> {
  const lost: string[] = []
  for (const { place, said } of steps) {
    let before: string | undefined
    for (const each of said) {
      const found = each.kind === 'word' ? await sees(page, each.word, before) : await goes(page, each)
      if (!found)
        lost.push(`${place}: ${each.kind === 'page' ? each.to : told(each)} at ${new URL(page.url()).pathname}`)
      if (each.kind === 'word' && each.opens && found) await press(page)
      before = each.kind === 'word' && found ? each.word : undefined
    }
  }
  return lost
}

const told = (said: Said) =>
  said.kind === 'word' ? `“${said.word}”` : said.kind === 'way' ? said.parts.join(' › ') : ''

/** Goes to a page by the names of its part and its tabs, or to a record by its address. */
async function goes(page: Page, said: Exclude<Said, { kind: 'word' }>): Promise<boolean> {
  if (said.kind === 'page') await turnTo(page, said.to)
  else {
    await page.keyboard.press('Escape')
    const rows = ['.rail a', '.tabs-row:not(.tabs-within) a', '.tabs-within a']
    for (const [n, name] of said.parts.entries()) {
      const link = page.locator(rows[n] as string).filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
      if (!(await shown(() => link.first().isVisible()))) return false
      await link.first().click()
    }
  }
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main .ant-skeleton-active') === null)
  return true
}

/** Opens a page without loading the whole workbench anew. */
async function turnTo(page: Page, to: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.evaluate((address) => {
    history.pushState({}, '', '/standard/glossary')
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, to)
}

async function sees(page: Page, word: string, before: string | undefined): Promise<boolean> {
  const here = () => page.evaluate(marks, word)
  if (await shown(here, before === undefined ? PATIENCE_MS : 500)) return true
  if (before === undefined || !(await page.evaluate(marks, before))) return false
  await press(page)
  return shown(here)
}

/** Presses what was found last. */
async function press(page: Page): Promise<void> {
  await page.locator('[data-said]').click()
  await page.waitForFunction(() => document.querySelector('main .ant-skeleton-active') === null)
}

async function shown(ask: () => Promise<boolean>, patience = PATIENCE_MS): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((next) => setTimeout(next, 100)))
    if (await ask().catch(() => false)) return true
  return false
}

/** Runs in the page: marks what is in sight and says just this, by its text, name or placeholder; the last one opened first. */
function marks(word: string): boolean {
  // a field that may be left out says so after its name
  const bare = (text: string | null) => (text ?? '').replaceAll(/[\s*]|（可选）|\(optional\)/g, '')
  const wanted = bare(word)
  for (const old of document.querySelectorAll('[data-said]')) old.removeAttribute('data-said')
  const says = (element: Element) =>
    [element.getAttribute('aria-label'), element.getAttribute('placeholder'), element.getAttribute('title')].some(
      (name) => bare(name) === wanted,
    ) ||
    ((element.textContent as string).length < 400 && bare(element.textContent) === wanted)
  const found = [...document.body.querySelectorAll('*')].filter(
    (element) => says(element) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  )
  const top = found.filter((element) => element.closest('.ant-modal, .ant-drawer, [role=dialog], .ant-dropdown'))
  const pressed = (element: Element) =>
    element.closest('button, a, summary, label, [role=radio], [role=menuitem], [role=tab]')
  const chosen = [...top, ...found].find((element) => pressed(element)) ?? top[0] ?? found[0]
  if (chosen === undefined) return false
  ;(pressed(chosen) ?? chosen).setAttribute('data-said', '')
  return true
}
