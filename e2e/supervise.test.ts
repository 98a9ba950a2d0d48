import { expect, test } from 'vitest'
import { OTHER_PNG, PNG } from './support/files.ts'
import { expectNoNetwork, reloadedOffline, signedIn } from './support/people.ts'
import { sent } from './support/sent.ts'

const PROJECT = '/projects/germany-electronics'
test('a lot is put up, inspected on a phone one question a screen, and shown with its plan', async () => {
  const page = await signedIn('tobias', { width: 390, height: 844 })
  const put = await sent(page, 'POST', `${PROJECT}/products/TV-11/put-up-lot`, { id: 'LOT-E2E', units: 1000 })
  expect(put.status, JSON.stringify(put.body)).toBe(201)
  await page.goto(`${PROJECT}/quality?q=LOT-E2E`)
  await page.getByText('LOT-E2E').first().click()
  await page.getByRole('button', { name: '开始检验' }).click()
  const next = page.getByRole('button', { name: '下一步' })
  await page.locator('input[capture]').setInputFiles({ name: 'stack.png', mimeType: 'image/png', buffer: PNG })
  await page.getByRole('img', { name: 'stack.png' }).waitFor()
  await next.click()
  // critical, then major: one unit, then minor
  await page.getByRole('heading', { name: /致命/ }).waitFor()
  await next.click()
  await page.getByRole('button', { name: '加一件' }).click()
  await next.click()
  await page.getByRole('heading', { name: /轻微/ }).waitFor()
  await next.click()
  // what was typed and photographed is kept on the device, and is there when the page opens anew without a network
  await page.context().setOffline(true)
  await page.getByRole('textbox', { name: /缺陷是什么/ }).fill('开线')
  await page.locator('input[capture]').setInputFiles({ name: 'seam.png', mimeType: 'image/png', buffer: OTHER_PNG })
  await page.getByRole('img', { name: 'seam.png' }).waitFor()
  await page.context().setOffline(false)
  await reloadedOffline(page)
  await page.getByText('离线：答案与照片保存在本机').waitFor()
  await page.getByRole('img', { name: 'stack.png' }).waitFor()
  const later = page.getByRole('button', { name: '联网后提交' })
  for (let i = 0; i < 12 && !(await later.isVisible()); i++) await next.click()
  await later.click()
  await page.getByText('已完成，联网后自动提交').waitFor()
  // whoever leaves before there is a network is told on the lot that it waits
  await page.goBack()
  await page.getByRole('button', { name: '提交已完成的检验' }).waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '提交已完成的检验' }).click()
  await page.getByText('接收').first().waitFor()
  const defects = page.locator('.lot-defects').first()
  expect(await defects.textContent()).toContain('开线')
  const { body } = await sent(page, 'GET', `${PROJECT}/products/TV-11/lots/LOT-E2E`)
  expect(body.photos).toHaveLength(1)
  expect(body.defects).toMatchObject([{ class: 'major', what: '开线', photo: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expectNoNetwork()
}, 120_000)
