/// <reference lib="dom" />
// npm run screenshots: a picture of every main screen of the demo in both languages, wide and on a phone, light and dark;
// docs/gallery/ is made anew, or only the pictures of the screens that are named.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { startServer, temporaryFolder } from '../packages/server/test/support/server-process.ts'
import { browser as chromiumPath, installBrowser } from '../scripts/browser.mjs'
import { buildWeb } from '../scripts/build-web.mjs'
import { PROJECT } from './support/pages.ts'
import { type Looking, launch, openWindow, type Running, signIn } from './support/window.ts'

const GALLERY = path.resolve(import.meta.dirname, '../docs/gallery')
const at = (place: string) => `/projects/${PROJECT}${place}`

type Screen = {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly to: string
  /** Who looks at it; the owner unless said. */
  readonly as?: string
}
const SCREENS: readonly Screen[] = [
  { name: 'today', zh: '今日', en: 'Today', to: '/' },
  { name: 'flow', zh: '流程', en: 'The flow of a project', to: at('') },
  { name: 'plan', zh: '方案', en: 'The plan', to: at('/plan') },
  { name: 'suppliers', zh: '供应商', en: 'Suppliers', to: '/suppliers' },
  { name: 'supplier', zh: '供应商档案', en: 'A supplier', to: '/suppliers/S-CN-QY' },
  { name: 'inspection', zh: '现场考察', en: 'Inspection on site', to: '/suppliers/S-CN-QY/inspect' },
  { name: 'import', zh: '导入清单', en: 'Import of a list', to: at('/import') },
  { name: 'products', zh: '候选产品', en: 'Candidates', to: at('/products') },
  { name: 'product', zh: '产品', en: 'A product', to: at('/products/UN-601') },
  { name: 'eligibility', zh: '可售矩阵', en: 'Eligibility by market', to: at('/matrix') },
  { name: 'offer', zh: '合作条件', en: 'An offer', to: at('/products/TR-804/offer') },
  { name: 'lineup', zh: '排品', en: 'The lineup', to: at('/lineup') },
  { name: 'live', zh: '直播台', en: 'The live desk', to: at('/live') },
  { name: 'quality', zh: '质量', en: 'Quality', to: at('/quality') },
  { name: 'risk', zh: '风险', en: 'Risk', to: at('/risk') },
  { name: 'rules', zh: '管理规则', en: 'Management rules', to: '/rules' },
  { name: 'cases', zh: '退换货', en: 'Cases', to: '/cases' },
  { name: 'results', zh: '成果', en: 'Results', to: at('/results') },
  { name: 'log', zh: '日志', en: 'The log', to: '/archive/log' },
  { name: 'verify', zh: '离线核验', en: 'Offline verifier', to: '/verify' },
  { name: 'conformity', zh: '符合性', en: 'Conformity', to: '/conformity' },
  { name: 'standard', zh: '标准', en: 'The standard', to: '/standard/clauses' },
  { name: 'settings', zh: '成员与角色', en: 'People and roles', to: '/settings/people' },
  { name: 'portal', zh: '供应商门户', en: 'The supplier portal', to: '/', as: 'luotuo' },
]
const LOOKS: Readonly<Record<string, Looking>> = {
  'zh-wide': { language: 'zh' },
  'en-wide-dark': { language: 'en', theme: 'dark' },
  'zh-phone-dark': { language: 'zh', theme: 'dark', width: 390, height: 844 },
  'en-phone': { language: 'en', width: 390, height: 844 },
}
const OWNER = 'owner'
const named = process.argv.slice(2)
const wanted = SCREENS.filter(({ name }) => named.length === 0 || named.includes(name))

if (!installBrowser()) throw new Error('there is no Chromium: install it, or name it in CHROMIUM')
if (buildWeb() !== 0) throw new Error('the workbench cannot be built')
const { folder, remove } = temporaryFolder()
const server = await startServer(`${folder}/data`, ['--demo'], { HAIXUAN_RATE_LIMIT: '0' })
const browser = await launch(chromiumPath() as string)
if (named.length === 0) rmSync(GALLERY, { recursive: true, force: true })
mkdirSync(GALLERY, { recursive: true })
try {
  for (const [look, looking] of Object.entries(LOOKS))
    for (const account of new Set(wanted.map(({ as = OWNER }) => as)))
      await photograph(browser, { address: server.address, data: `${folder}/data` }, { look, looking, account })
  writeFileSync(path.join(GALLERY, 'README.md'), page())
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
  for (const { name, to, as = OWNER } of wanted) {
    if (as !== account) continue
    await page.goto(to)
    await page.locator('main h1').first().waitFor()
    await page.waitForLoadState('networkidle').catch(() => {})
    await page.waitForFunction(() => document.querySelector('.ant-skeleton-active') === null)
    writeFileSync(path.join(GALLERY, `${name}-${look}.webp`), await small(context, await page.screenshot()))
  }
  await context.close()
}

/** A picture as WebP, a third of its PNG: the browser itself makes it. */
async function small(context: BrowserContext, png: Buffer): Promise<Buffer> {
  const page = await context.newPage()
  const made = await page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', 0.86)
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  return Buffer.from(made.slice(made.indexOf(',') + 1), 'base64')
}

/** The gallery as a page of the documentation. */
function page(): string {
  const looks = Object.entries(LOOKS)
  const picture = (name: string, look: string, width: number) =>
    `<img src="${name}-${look}.webp" alt="${name}, ${look}" width="${width < 500 ? 160 : 400}">`
  return [
    '# Gallery · 图集',
    '`npm run screenshots` makes every picture anew from the demo. 所有图片由演示项目生成。',
    '',
    `| | ${looks.map(([look]) => look).join(' | ')} |`,
    `|---|${looks.map(() => '---|').join('')}`,
    ...SCREENS.map(
      ({ name, zh, en }) =>
        `| ${zh}<br>${en} | ${looks.map(([look, { width = 1440 }]) => picture(name, look, width)).join(' | ')} |`,
    ),
    '',
  ].join('\n')
}
