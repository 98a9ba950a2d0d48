/// <reference lib="dom" />
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { readerOf } from './support/machine-words.ts'
import { everyPage, portalPages, settled } from './support/pages.ts'
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

const LOOKS = [
  { theme: 'light', language: 'zh' },
  { theme: 'dark', language: 'en' },
] as const
/** Whose pages: those of the workbench are the owner's, those of the portal a supplier's. */
const ALL = [
  { of: 'the workbench', account: 'owner', pagesOf: everyPage, least: 21 },
  { of: 'the portal', account: 'luotuo', pagesOf: portalPages, least: 6 },
] as const

describe.each(LOOKS)('every page in $theme and $language', ({ theme, language }) => {
  test.each(ALL)(
    'of $of can be read and worked by everyone, in words of theirs, and stands still',
    async ({ account, pagesOf, least }) => {
      const page = await signedIn(account, { theme, language })
      await page.addInitScript(() => {
        window.shifted = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
            if (!entry.hadRecentInput) window.shifted += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
      })
      const pages = await pagesOf(page)
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
      expect(pages.length).toBeGreaterThanOrEqual(least)
    },
    600_000,
  )
})
