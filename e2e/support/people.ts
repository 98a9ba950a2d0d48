import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { type Looking, launch, linkOf, openWindow, signIn } from './window.ts'

const TIMEOUT_MS = 20_000

let browser: Browser
const contexts: BrowserContext[] = []
const faults: string[] = []
/** what may be complained of as often as it is, until the test ends */
const allowed: RegExp[] = []

beforeAll(async () => {
  browser = await launch(inject('workbench').chromium)
})
afterEach(async ({ task }) => {
  const folder = process.env.HAIXUAN_E2E_PICTURES
  if (folder && task.result?.state === 'fail') await pictures(folder)
  // what the browser complains of is a fault of the page, whatever was tested
  const patterns = allowed.splice(0)
  expect(faults.splice(0).filter((fault) => !patterns.some((pattern) => pattern.test(fault)))).toEqual([])
})
/** What stood on every screen when a test failed, for whoever mends it. */
async function pictures(folder: string): Promise<void> {
  for (const [n, page] of contexts.flatMap((context) => context.pages()).entries())
    await page.screenshot({ path: `${folder}/failed-${n}.png` })
}
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

/** Whoever founds an organisation: the link that the server's keeper made lets them in and has them choose a password. */
export async function founder(organisation: string, name: string, looking: Looking = {}): Promise<Page> {
  const link = await linkOf(inject('workbench'), [
    'add',
    `founder@${organisation}.example`,
    ...['--name', name],
    ...['--role', 'owner', '--organisation', organisation],
  ])
  return byLink(link, looking)
}

/** Someone in a browser of their own who opens a one-time link and chooses a password. */
export async function byLink(link: string, looking: Looking = {}): Promise<Page> {
  const page = await (await open(looking)).newPage()
  await page.goto(link)
  await page.locator('#link input[type=password]').fill('correct horse battery')
  await page.locator('#link button').click()
  await page.locator('.frame').waitFor()
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

/** The page opened anew without a network: from the files that the browser keeps, once it keeps them. */
export async function reloadedOffline(page: Page): Promise<void> {
  const worker = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
  await expect.poll(worker, { timeout: 60_000 }).toBe('activated')
  await page.context().setOffline(true)
  await page.reload()
}

/** Allows whatever the browser complains of while there is no network. */
export function expectNoNetwork(): void {
  for (const fault of faults.splice(0))
    if (!/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_NETWORK_CHANGED/.test(fault)) faults.push(fault)
}

/** Allows one complaint of the browser that a test brings about on purpose, such as a request that is refused; it may come late. */
export async function expectFault(pattern: RegExp): Promise<void> {
  const at = () => faults.findIndex((fault) => pattern.test(fault))
  await expect.poll(at, { timeout: TIMEOUT_MS, message: `no complaint like ${pattern}` }).toBeGreaterThanOrEqual(0)
  faults.splice(at(), 1)
}

/** Such a complaint of a question that stays on the page: it is asked anew with any news of the organisation. */
export async function expectFaultOfQuestion(pattern: RegExp): Promise<void> {
  await expectFault(pattern)
  allowed.push(pattern)
}

/** Allows every complaint like this, however many a page brings about by its requests. */
export function expectFaults(pattern: RegExp): void {
  const others = faults.filter((fault) => !pattern.test(fault))
  expect(others.length, `no complaint like ${pattern}`).toBeLessThan(faults.length)
  faults.splice(0, faults.length, ...others)
}
