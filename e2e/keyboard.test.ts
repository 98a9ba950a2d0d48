import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { everyPage, PROJECT, settled } from './support/pages.ts'
import { signedIn } from './support/people.ts'
import { walkThrough } from './support/walk.ts'

const project = (rest: string) => `/projects/${PROJECT}/${rest}`

/** What opens over a page, by the buttons that open it: by their names, or by what marks them where those change. */
const DIALOGS: readonly (readonly [address: string, ...openers: string[]])[] = [
  ['/settings/people', '邀请成员', '更改角色', '移除'],
  ['/settings/packs', '上传规则包'],
  ['/settings/lists', '更新名单'],
  ['/settings/connections', '添加接收方'],
  ['/settings/keys', '新建密钥'],
  ['/settings/limits', '修改退款限额'],
  ['/archive/exports', '导出归档'],
  ['/archive/retention', '设置法律保留'],
  ['/suggestions', '提出建议'],
  ['/rules/breaches', '查看'],
  ['/suppliers', '登记供应商', '筛选', '视图', '导出', '列', '我的账号', '.head-project', '搜索或跳转', '通知'],
  ['/suppliers/S-TH-ML', '签署评定', '登记证件', '登记授权书', '变更账户', '写信', '查看凭证'],
  [project('plan'), '登记途径', '申请豁免', '冻结产品'],
  [project('results'), '导入结果'],
  [project('products'), '逐件登记'],
  [project('products/UN-601'), '登记证书', '修改文案', '确定作用', '冻结'],
  [project('products/UN-601/offer'), '登记合作条件'],
  [project('quality'), '提交待检批'],
  [project('risk'), '.risk-row'],
  [project('lineup'), '对比', '流程单与话术卡'],
]

describe('by keyboard', () => {
  let page: Page
  beforeAll(async () => {
    page = await signedIn('owner')
  })

  test('every page is walked from the link past the frame to its end, in sight all the way', async () => {
    const wrong: string[] = []
    for (const address of await everyPage(page)) {
      await settled(page, address)
      for (const fault of await walkThrough(page, address === '/')) wrong.push(`${address} ${fault}`)
    }
    expect(wrong).toEqual([])
  }, 240_000)

  test('a list is worked by keys: to a row, chosen by Space, to what can be done with it, opened by Enter', async () => {
    await settled(page, project('products'))
    const row = page.getByRole('grid').locator('[data-index]')
    await row.first().waitFor()
    const focused = (of: Locator) => of.evaluate((e) => e.contains(document.activeElement))
    await row.first().focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(row.nth(1))).toBe(true)
    await page.keyboard.press(' ')
    const bar = page.getByRole('toolbar', { name: '已选 1 条' })
    await bar.waitFor()
    // past what stands in the row itself, not through every row there is
    for (let n = 0; n < 6 && !(await focused(bar)); n++) await page.keyboard.press('Tab')
    expect(await focused(bar)).toBe(true)
    await row.nth(1).focus()
    await page.keyboard.press('Escape')
    await bar.waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await expect.poll(() => focused(page.getByRole('main').getByRole('textbox').first())).toBe(true)
    await row.first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/products\?.*at=/)
    const beside = page.locator('.list-beside')
    await beside.getByRole('heading').first().waitFor()
    for (let n = 0; n < 6 && !(await focused(beside)); n++) await page.keyboard.press('Tab')
    expect(await focused(beside)).toBe(true)
  })

  test('the palette leads to a place by keys alone, and the focus is on it', async () => {
    await settled(page, '/suppliers')
    await page.keyboard.press('Control+k')
    await expect
      .poll(() => page.getByRole('combobox', { name: '搜索或跳转' }).evaluate((e) => e === document.activeElement))
      .toBe(true)
    await page.keyboard.type('术语')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/standard/glossary')
    await page.locator('main h1').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test('what opens over a page is opened by Enter, holds the focus, closes by Esc and gives the focus back', async () => {
    const wrong: string[] = []
    for (const [address, ...openers] of DIALOGS) {
      await settled(page, address)
      for (const name of openers) {
        const opener = (name.startsWith('.') ? page.locator(name) : page.getByRole('button', { name })).first()
        for (const fault of await openAndClose(page, opener)) wrong.push(`${address} ${name}: ${fault}`)
      }
    }
    expect(wrong).toEqual([])
  }, 240_000)
})

/** What is wrong as something is opened from a button, walked a little, and closed. */
async function openAndClose(page: Page, opener: Locator): Promise<string[]> {
  const become = (told: () => Promise<boolean>, fault: string): Promise<string[]> =>
    expect
      .poll(told, { timeout: 20_000 })
      .toBe(true)
      .then(
        () => [],
        () => [fault],
      )
  const opened = page.locator('[role=dialog]:visible, [role=menu]:visible').last()
  await opener.focus()
  await page.keyboard.press('Enter')
  const faults = await become(() => opened.isVisible(), 'Enter does not open it')
  // itself, whatever hangs from what is in it
  const over = faults.length > 0 ? null : await opened.elementHandle()
  if (!over) return faults
  const within = () => over.evaluate((e) => e.contains(document.activeElement))
  faults.push(...(await become(within, 'the focus does not go in')))
  for (const key of ['Tab', 'Shift+Tab', 'Shift+Tab', 'Tab', 'Tab']) {
    // Tab leaves a menu, by which it is closed
    if ((await over.getAttribute('role')) === 'menu') break
    await page.keyboard.press(key)
    if (!(await within())) faults.push(`${key} leads out of it`)
  }
  await page.keyboard.press('Escape')
  // first what hangs from what has the focus in it, such as the words of a clause
  await expect
    .poll(() => over.isVisible())
    .toBe(false)
    .catch(() => page.keyboard.press('Escape'))
  faults.push(...(await become(async () => !(await over.isVisible()), 'Esc does not close it')))
  const back = await become(() => opener.evaluate((e) => e === document.activeElement), 'the focus does not come back')
  if (back.length > 0)
    back.push(`but goes to ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 90))}`)
  return [...faults, ...back]
}
