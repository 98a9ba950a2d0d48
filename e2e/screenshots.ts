/// <reference lib="dom" />
// npm run screenshots: a picture of every main screen of the demo in both languages, wide and on a phone, light and dark;
// docs/gallery/ is made anew.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { startServer, temporaryFolder } from '../packages/server/test/server-process.ts'
import { browser as chromiumPath, installBrowser } from '../scripts/browser.mjs'
import { buildWeb } from '../scripts/build-web.mjs'
import { PROJECT } from './support/pages.ts'
import { type Looking, launch, openWindow, type Running, signIn } from './support/window.ts'

const GALLERY = path.resolve(import.meta.dirname, '../docs/gallery')
const at = (place: string) => `/projects/${PROJECT}${place}`

/** Screens by the name of their pictures: where they are, and who looks at them when it is not the owner. */
const SCREENS: Readonly<Record<string, { readonly to: string; readonly as?: string }>> = {
  today: { to: '/' },
  flow: { to: at('') },
  plan: { to: at('/plan') },
  suppliers: { to: '/suppliers' },
  supplier: { to: '/suppliers/S-CN-QY' },
  products: { to: at('/products') },
  product: { to: at('/products/UN-601') },
  eligibility: { to: at('/matrix') },
  offer: { to: at('/products/TR-804/offer') },
  lineup: { to: at('/lineup') },
  live: { to: at('/live') },
  quality: { to: at('/quality') },
  risk: { to: at('/risk') },
  log: { to: '/archive/log' },
  conformity: { to: '/conformity' },
  standard: { to: '/standard/clauses' },
  portal: { to: '/', as: 'zhunanqiao' },
}
const LOOKS: Readonly<Record<string, Looking>> = {
  'zh-wide': { language: 'zh' },
  'en-wide-dark': { language: 'en', theme: 'dark' },
  'zh-phone': { language: 'zh', width: 390, height: 844 },
  'en-phone-dark': { language: 'en', theme: 'dark', width: 390, height: 844 },
}
const OWNER = 'owner'

if (!installBrowser()) throw new Error('there is no Chromium: install it, or name it in CHROMIUM')
if (buildWeb() !== 0) throw new Error('the workbench cannot be built')
const { folder, remove } = temporaryFolder()
const server = await startServer(`${folder}/data`, ['--demo'], { HAIXUAN_RATE_LIMIT: '0' })
const browser = await launch(chromiumPath() as string)
rmSync(GALLERY, { recursive: true, force: true })
mkdirSync(GALLERY, { recursive: true })
try {
  for (const [look, looking] of Object.entries(LOOKS))
    for (const account of new Set(Object.values(SCREENS).map(({ as = OWNER }) => as)))
      await photograph(browser, { address: server.address, data: `${folder}/data` }, { look, looking, account })
} finally {
  await browser.close()
  server.server.child.kill('SIGTERM')
  await server.server.ended
  remove()
}

async function photograph(
  browser: Browser,
  running: Running,
  { look, looking, account }: { readonly look: string; readonly looking: Looking; readonly account: string },
): Promise<void> {
  const context = await openWindow(browser, running.address, looking)
  const page = await context.newPage()
  await signIn(page, running, account)
  for (const [name, { to, as = OWNER }] of Object.entries(SCREENS)) {
    if (as !== account) continue
    await page.goto(to)
    await page.locator('main h1').first().waitFor()
    await page.waitForLoadState('networkidle').catch(() => {})
    await page.waitForFunction(() => document.querySelector('.ant-skeleton-active') === null)
    await page.screenshot({ path: path.join(GALLERY, `${name}-${look}.png`) })
  }
  await context.close()
}
