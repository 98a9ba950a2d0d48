import { expect, test } from 'vitest'
import { signedIn } from './support/people.ts'

test('the projects of the organisation, found by a word and opened by keyboard', async () => {
  const page = await signedIn('qiuhe')
  await page.goto('/projects')
  const rows = page.getByRole('grid').getByRole('row')
  await rows.filter({ hasText: '南洋日常' }).waitFor()
  await page.getByRole('textbox', { name: '搜索' }).fill('南洋')
  await page.waitForURL(/q=/)
  await expect.poll(() => rows.count()).toBe(2)
})

test('who was in no project yet is led through the standard by the first one, and no step leads nowhere', async () => {
  const page = await signedIn('qiuhe')
  await page.goto('/')
  await page.getByRole('button', { name: '我的账号' }).click()
  await page.getByRole('menuitem', { name: '标准导览' }).click()
  const tour = page.getByRole('complementary', { name: '标准导览' })
  for (let n = 1; n <= 10; n++) {
    await tour.getByText(`第 ${n} 步，共 10 步`).waitFor()
    await page.locator('main h1, main h2').first().waitFor()
    await expect.poll(() => page.getByText('没有此项目').count()).toBe(0)
    if (n === 2) await page.waitForURL(/projects\/[^/]+$/)
    if (n === 7) await page.waitForURL(/projects\/[^/]+\/lineup$/)
    await tour.getByRole('button', { name: n < 10 ? '下一步' : '完成' }).click()
  }
  await tour.waitFor({ state: 'detached' })
})

test('P1 · Enter in a field of a new project does not send a plan that is half written', async () => {
  const page = await signedIn('qiuhe')
  await page.goto('/projects/new')
  await page.getByLabel('直播主题').fill('冬日茶席')
  await page.getByLabel('目标市场').fill('新加坡')
  await page.getByLabel('目标市场').press('Enter')
  await page.keyboard.press('Escape')
  await page.getByLabel('直播日').fill('2027-01-15')
  await page.getByLabel('直播日').press('Enter')
  await page.getByLabel('预算').fill('约两万')
  await page.getByRole('button', { name: '建立项目' }).click()
  await page.getByText('请填写数字，如 18000').waitFor()
  expect(page.url()).toMatch(/\/projects\/new$/)
})
