/// <reference lib="dom" />
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { Haixuan } from '../../packages/server/test/support/server-process.ts'

/** How a person looks at the workbench. */
export type Looking = {
  readonly language?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** A server with the example projects. */
export type Running = { readonly address: string; readonly data: string }

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (chromiumPath: string): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: QUIET })

/** A window of nobody, in a browser that keeps nothing from before. */
export async function openWindow(browser: Browser, address: string, looking: Looking = {}): Promise<BrowserContext> {
  const { language = 'zh', theme = 'light', width = 1440, height = 900 } = looking
  const context = await browser.newContext({
    viewport: { width, height },
    baseURL: address,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  })
  await context.addInitScript(
    (chosen) => {
      if (!location.protocol.startsWith('http')) return
      for (const [name, value] of Object.entries(chosen))
        localStorage.getItem(`haixuan.${name}`) ?? localStorage.setItem(`haixuan.${name}`, value)
    },
    { language, theme, tour: 'over' },
  )
  return context
}

/** The one-time link that `haixuan user …` makes. */
export async function linkOf({ data }: Pick<Running, 'data'>, command: readonly string[]): Promise<string> {
  const { stdout, stderr } = await new Haixuan(['user', ...command, '--data', data]).ended
  const link = /https?:\/\/\S+/.exec(stdout)?.[0]
  if (!link) throw new Error(`no link by user ${command.join(' ')}: ${stderr}`)
  return link
}

/** Signs a member of the demo's organisation in by a one-time link, as people are; `account` is before the @. */
export async function signIn(page: Page, running: Pick<Running, 'data'>, account: string): Promise<void> {
  await page.goto(await linkOf(running, ['link', `${account}@demo.example`]))
  await page.locator('#link button').click()
  await page.locator('.frame').waitFor()
}
