import { expect, test } from 'vitest'
import { expectFault, signedIn } from './support/people.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
/** What the browser says of requests it could not send while there was no network. */
function forgiveOffline(): void {
  for (;;)
    try {
      expectFault(/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_NETWORK_CHANGED/)
    } catch {
      return
    }
}

test('a payee account is changed in two steps: one proposes, another calls back', async () => {
  const proposer = await signedIn('hejianing')
  await proposer.goto('/suppliers')
  await proposer.getByRole('row').filter({ hasText: '广州清屿' }).click()
  await proposer.getByRole('button', { name: '变更账户' }).click()
  await proposer.getByLabel('开户行').fill('示例银行')
  await proposer.getByLabel(/^账号/).fill('DE88370400440532013000')
  await proposer.getByRole('button', { name: /^提\s*出$/ }).click()
  // 89 are the check digits of this account by ISO 13616
  await proposer.getByRole('alert').filter({ hasText: '校验位应为 89' }).waitFor()
  expectFault(/409/)
  await proposer.getByLabel(/^账号/).fill('DE89370400440532013000')
  await proposer.getByRole('button', { name: /^提\s*出$/ }).click()
  const bank = proposer.locator('#bank')
  await bank.getByText('还需 2 名登记人以外的人核实').waitFor()
  await bank.getByText('您提出的变更须由他人核实').waitFor()

  const second = await signedIn('linruogu', { language: 'en', theme: 'dark' })
  await second.goto('/suppliers/S-CN-QY')
  await second.locator('#bank').getByRole('button', { name: 'Verify' }).click()
  await second.getByLabel('Whom you spoke to, on which number').fill('祝南乔 020-0000 0000')
  await second.getByRole('button', { name: 'It is the supplier’s' }).click()
  await second.locator('#bank').getByText('to be verified by 1 more person').waitFor()
})

test('an inspection on a phone goes on without a network and is sent when there is one', async () => {
  const page = await signedIn('guli', { width: 390, height: 844 })
  await page.goto('/suppliers/S-CN-QY/inspect')
  await page.getByRole('radio', { name: /工厂现场考察/ }).check()
  await page.getByRole('button', { name: /^开\s*始$/ }).click()
  await page.locator('input[capture]').setInputFiles({ name: 'gate.png', mimeType: 'image/png', buffer: PNG })
  await page.getByRole('radio', { name: '5 分，满分 5' }).click()
  await page.context().setOffline(true)
  await page.getByText('离线：答案与照片保存在本机').waitFor()
  const next = page.getByRole('button', { name: '下一题' })
  for (let n = 2; n <= 31; n++) {
    await next.click()
    await page.getByText(`第 ${n} 题，共 31 题`).first().waitFor()
    await page.getByRole('radio', { name: '5 分，满分 5' }).click()
  }
  await next.click()
  await page.getByText('得分 100%').waitFor()
  await page.getByText('照片 1 张').waitFor()
  await page.getByRole('button', { name: '联网后提交' }).click()
  await page.getByText('已完成，联网后自动提交').waitFor()
  await page.context().setOffline(false)
  await page.waitForURL(/\/suppliers\/S-CN-QY(#.*)?$/)
  await page.locator('#inspections').getByText('得分 100%').waitFor()
  await page.locator('#inspections').getByText('照片（1）').waitFor()
  forgiveOffline()
})

test('a supplier signs in to what it owes, nominates a product, and sees no other room', async () => {
  const page = await signedIn('luotuo', { width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('heading', { name: '待补资料' }).waitFor()
  await page.locator('.portal-owed li').first().waitFor()
  expect(await page.getByRole('link', { name: '供应商' }).count()).toBe(0)
  await page.goto('/portal/products')
  await page.getByRole('button', { name: '推荐产品' }).click()
  await page.getByLabel('产品标题').fill('拓尼 试用款耳机')
  await page.getByLabel('货号').fill('TV-E2E-30')
  await page.getByRole('button', { name: /^推\s*荐$/ }).click()
  await page.getByRole('heading', { name: '拓尼 试用款耳机' }).waitFor()
  await page.getByText('证书与检测报告').waitFor()
})
