import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { type Looking, launch, openWindow, signIn } from './window.ts'

const TIMEOUT_MS = 20_000

let browser: Browser
const contexts: BrowserContext[] = []
const faults: string[] = []

beforeAll(async () => {
  browser = await launch(inject('workbench').chromium)
})
afterEach(() => {
  // what the browser complains of is a fault of the page, whatever was tested
  expect(faults.splice(0)).toEqual([])
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
})

/**
 * A member of the demo's organisation in a browser of their own.
 * `account` is the first part of their address, such as `qiuhe` (see server/src/start/demo/members.ts).
 */
export async function signedIn(account: string, looking: Looking = {}): Promise<Page> {
  const page = await (await open(looking)).newPage()
  await signIn(page, inject('workbench'), account)
  return page
}

/** A window of nobody. */
export async function open(looking: Looking = {}): Promise<BrowserContext> {
  const context = await openWindow(browser, inject('workbench').address, looking)
  contexts.push(context)
  context.setDefaultTimeout(TIMEOUT_MS)
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`)
  })
  return context
}

/** Allows one complaint of the browser that a test brings about on purpose, such as a request that is refused. */
export function expectFault(pattern: RegExp): void {
  const at = faults.findIndex((fault) => pattern.test(fault))
  expect(at, `no complaint like ${pattern}`).toBeGreaterThanOrEqual(0)
  faults.splice(at, 1)
}
