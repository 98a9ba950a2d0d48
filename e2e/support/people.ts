/// <reference lib="dom" />
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { Haixuan } from '../../packages/server/test/server-process.ts'

/** How a person looks at the workbench. */
export type Looking = {
  readonly language?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const TIMEOUT_MS = 20_000

let browser: Browser
const contexts: BrowserContext[] = []
const faults: string[] = []

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('workbench').chromium, args: QUIET })
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
 * A member of the demo's organisation in a browser of their own, signed in by a one-time link as people are.
 * `account` is the first part of their address, such as `qiuhe` (see server/src/start/demo/members.ts).
 */
export async function signedIn(account: string, looking: Looking = {}): Promise<Page> {
  const { address, data } = inject('workbench')
  const context = await open(looking)
  const { stdout, stderr } = await new Haixuan(['user', 'link', `${account}@demo.example`, '--data', data]).ended
  const link = /https?:\/\/\S+/.exec(stdout)?.[0]
  if (!link) throw new Error(`no link for ${account}: ${stderr}`)
  const page = await context.newPage()
  await page.goto(link)
  await page.locator('#link button').click()
  await page.locator('.frame').waitFor()
  expect(page.url().startsWith(address)).toBe(true)
  return page
}

/** A window of nobody. */
export async function open({ language = 'zh', theme = 'light', width = 1440, height = 900 }: Looking = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    baseURL: inject('workbench').address,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  })
  contexts.push(context)
  context.setDefaultTimeout(TIMEOUT_MS)
  await context.addInitScript(
    ([l, t]) => {
      if (!location.protocol.startsWith('http')) return
      localStorage.getItem('haixuan.language') ?? localStorage.setItem('haixuan.language', l as string)
      localStorage.getItem('haixuan.tour') ?? localStorage.setItem('haixuan.tour', 'over')
      localStorage.getItem('haixuan.theme') ?? localStorage.setItem('haixuan.theme', t as string)
    },
    [language, theme],
  )
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
