import { expect, test } from 'vitest'
import { signedIn } from './support/people.ts'

test('a plan is written, kept as a draft, approved by a second person, revised, and its versions compared', async () => {
  const writer = await signedIn('qiuhe')
  await writer.goto('/projects/new')
  await writer.getByLabel('直播主题').fill('雨季居家护理')
  await writer.getByLabel('项目名称').fill('雨季专场')
  await writer.getByLabel('目标市场').fill('新加坡')
  await writer.getByLabel('目标市场').press('Enter')
  await writer.getByLabel('直播日').fill('2027-03-01')
  // what is written is there again after the page was left
  await writer.reload()
  await writer.getByText('已恢复上次未提交的草稿').waitFor()
  expect(await writer.getByLabel('直播主题').inputValue()).toBe('雨季居家护理')
  await writer.getByRole('button', { name: '建立项目' }).click()
  await writer.getByRole('heading', { name: '雨季专场', level: 1 }).waitFor()

  // P5: the author cannot approve; beside the button stands why
  const home = new URL(writer.url()).pathname
  await writer.goto(`${home}/plan`)
  const approve = writer.getByRole('button', { name: '批准第 1 版' })
  await writer.getByText('这一版由您编制，请由另一人批准').waitFor()
  expect(await approve.isDisabled()).toBe(true)

  const second = await signedIn('linruogu')
  await second.goto(`${home}/plan`)
  await second.getByRole('button', { name: '批准第 1 版' }).click()
  // the writer sees it without asking
  await writer.getByText('林若谷 批准于', { exact: false }).waitFor()

  await writer.goto(`${home}/plan/revise`)
  await writer.getByRole('textbox', { name: '受众' }).fill('租房家庭')
  await writer.getByRole('textbox', { name: '改了什么、为什么（一行一条）' }).fill('受众写明')
  await writer.getByRole('button', { name: '提交新版本' }).click()
  await writer.getByText('第 2 版').first().waitFor()
  await writer.goto(`${home}/plan/versions`)
  const row = writer.getByRole('row', { name: /受众/ })
  await row.waitFor()
  expect(await row.textContent()).toContain('租房家庭')
})

test('every number of the flowchart opens as many rows as it says', async () => {
  const page = await signedIn('qiuhe')
  await page.goto('/projects/southeast-asia-beauty-home')
  const supplier = page.getByRole('region', { name: '供应商', exact: true })
  const passed = supplier.locator('.flow-count').first()
  const count = Number((await passed.textContent())?.replace(/\D/g, ''))
  expect(count).toBeGreaterThan(0)
  await passed.click()
  await page.getByRole('heading', { name: '本项目的供应商' }).waitFor()
  // the head is a row too
  await expect.poll(() => page.getByRole('grid').getByRole('row').count()).toBe(count + 1)
})

test('a change of law shows its effect on products before it takes effect', async () => {
  const page = await signedIn('helene', { language: 'en' })
  await page.goto('/standard/changes?market=de&from=2026-11-26&to=2027-02-18')
  await page.getByText('Portable batteries are removable by the user').waitFor()
  await page.getByRole('button', { name: 'Foresee the effect' }).click()
  await page.getByText(/products decided/).waitFor()
})
