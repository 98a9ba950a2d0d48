import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Today where the stream is: it goes on air on the day of the test. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Singapore' }).format(new Date())

/** P1 · The plan of a stream of this evening, written in its form; answers with the address of the project. */
export async function writePlan(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('button', { name: '新建项目' }).first().click()
  await page.getByLabel('直播主题').fill('秋日书桌与家居')
  await page.getByLabel('项目名称').fill('书桌专场')
  await page.getByLabel('目标市场').fill('新加坡')
  await page.getByLabel('目标市场').press('Enter')
  await page.keyboard.press('Escape')
  await page.getByLabel('直播日').fill(today())
  await page.getByLabel('开播时刻').fill('20:00')
  await page.getByLabel('直播平台').fill('示例平台')
  await page.getByLabel('直播间').fill('书桌生活')
  await page.getByLabel('主播姓名').fill('白朗')
  await page.getByLabel('主播出生日期').fill('1996-04-18')
  await page.getByLabel('主播身份已核验').check()
  await page.getByRole('textbox', { name: '受众' }).fill('在家办公的人')
  await page.getByRole('textbox', { name: '成交额' }).fill('3000')
  await page.getByRole('spinbutton', { name: '坑位' }).first().fill('2')
  await page.getByRole('button', { name: '建立项目' }).click()
  await page.getByRole('heading', { name: '书桌专场', level: 1 }).waitFor()
  return new URL(page.url()).pathname
}

/** P5 · The author cannot approve the plan, and is told so; a second person does. */
export async function approvePlan(author: Page, second: Page, project: string): Promise<void> {
  const approve = (page: Page) => page.getByRole('button', { name: '批准第 1 版' })
  await author.goto(`${project}/plan`)
  await author.getByText('这一版由您编制，请由另一人批准').waitFor()
  expect(await approve(author).isDisabled()).toBe(true)
  await second.goto('/')
  await second.getByRole('region', { name: '等待我批准' }).getByRole('link', { name: '方案第 1 版' }).click()
  await approve(second).click()
  await author.getByText('批准于', { exact: false }).waitFor()
}
