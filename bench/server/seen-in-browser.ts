import { chromium } from 'playwright-core'
import { browser, installBrowser } from '../../scripts/browser.mjs'
import { buildWeb } from '../../scripts/build-web.mjs'
import type { Bench } from './open-bench.ts'

const TIMES = 5

/** Milliseconds until the largest part of a page of the workbench is painted, in Chromium with nothing in its cache: the middle of five. */
export async function seenInBrowser(bench: Bench, page: string): Promise<number> {
  if (!installBrowser()) throw new Error('there is no Chromium: install it, or name it in CHROMIUM')
  const opened = await chromium.launch({ executablePath: browser() as string, args: ['--no-sandbox'] })
  const all: number[] = []
  try {
    for (let time = 0; time < TIMES; time++) {
      const context = await opened.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
      const tab = await context.newPage()
      await tab.addInitScript(`new PerformanceObserver((list) => { window.largest = list.getEntries().at(-1).startTime })
        .observe({ type: 'largest-contentful-paint', buffered: true })`)
      await tab.goto(`${new URL(bench.address).origin}${page}`)
      await tab
        .getByText(/no\. \d+/)
        .first()
        .waitFor()
      await tab.waitForLoadState('networkidle')
      all.push(await tab.evaluate('window.largest'))
      await context.close()
    }
  } finally {
    await opened.close()
  }
  return all.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)]!
}

/** Builds the workbench when it must, before anything is measured. */
export const readyToBeSeen = () => {
  if (buildWeb() !== 0) throw new Error('the workbench cannot be built')
}
