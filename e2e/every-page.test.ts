/// <reference lib="dom" />
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { readerOf } from './support/machine-words.ts'
import { everyPage, settled } from './support/pages.ts'
import { signedIn } from './support/people.ts'

type Result = {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string }[]
}
declare const window: { axe: { run: (o: object) => Promise<{ violations: Result[] }> }; shifted: number }

/** WCAG 2.2 A and AA, as axe-core tests them. */
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}
/** Layout shift of a page that does not disturb (web.dev, CLS: good is below 0.1; here half of it). */
const MOST_SHIFT = 0.05

/** What of a page serious findings stand on. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate((rules) => window.axe.run(rules), RULES)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
}

describe.each([
  { theme: 'light', language: 'zh' },
  { theme: 'dark', language: 'en' },
] as const)('every page in $theme and $language', ({ theme, language }) => {
  let page: Page
  let pages: string[]
  beforeAll(async () => {
    page = await signedIn('owner', { theme, language })
    await page.addInitScript(() => {
      window.shifted = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) window.shifted += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    pages = await everyPage(page)
  })

  test('can be read and worked by everyone, in words of theirs, and stands still', async () => {
    const wrong: string[] = []
    const read = readerOf(page, language)
    for (const address of pages) {
      await settled(page, address)
      for (const finding of await findings(page)) wrong.push(`${address} ${finding}`)
      for (const found of await read()) wrong.push(`${address} says ${found}`)
      const shift = await page.evaluate(() => window.shifted)
      if (shift > MOST_SHIFT) wrong.push(`${address} shifts by ${shift.toFixed(3)}`)
    }
    expect(wrong).toEqual([])
    expect(pages.length).toBeGreaterThan(20)
  }, 600_000)
})
