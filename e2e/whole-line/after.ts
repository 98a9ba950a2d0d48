import path from 'node:path'
import type { Page } from 'playwright-core'
import { today } from './plan.ts'

const ORDERS = path.join(import.meta.dirname, 'orders.csv')

/** T3 · The orders of the shop are taken in; the columns with buyers are not kept. */
export async function importOrders(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/results`)
  await page.getByRole('button', { name: '导入结果' }).first().click()
  const form = page.getByRole('dialog', { name: '导入结果' })
  await form.locator('input[type=file]').setInputFiles(ORDERS)
  await form.getByText('已导入 2 个产品的结果').waitFor()
  await form.getByText('收货人').waitFor()
  await form.getByRole('button', { name: '完成' }).click()
  await page.getByText('澄舍 棉麻抱枕套').first().waitFor()
}

/** T4 · A buyer sends a desk pad back: decided by the policy of the shop, received, to be paid back; answers with its address. */
export async function decideReturn(page: Page): Promise<string> {
  const choose = async (label: string, option: string) => {
    await page.getByLabel(new RegExp(`^${label}`)).fill(option)
    await page.locator('.ant-select-dropdown:visible').getByText(option).first().click()
  }
  await page.goto('/cases')
  await page.getByRole('button', { name: '受理退换货' }).first().click()
  await choose('买家所在市场', '新加坡')
  await page.getByLabel('订单号').fill('SO-1003')
  await page.getByLabel('下单日').fill(today())
  await page.getByLabel('签收日').fill(today())
  await page.getByLabel('币种').fill('SGD')
  await page.getByLabel('单价').fill('24.90')
  await choose('项目', '书桌专场')
  await choose('产品', '羊毛毡桌垫')
  await page.getByLabel('邮箱').fill('huang@people.example')
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await page.getByRole('button', { name: '裁定', exact: true }).click()
  await page.getByRole('button', { name: '退款 SGD 24.90' }).waitFor()
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByText('登记退货签收').click()
  const back = page.getByRole('dialog', { name: '登记退货签收' })
  await back.getByRole('button', { name: '登记退货签收' }).click()
  await back.waitFor({ state: 'detached' })
  return new URL(page.url()).pathname
}

/** T4 · Paid back by two people, since no one may pay alone: 24.90 and no delivery, for none was paid. */
export async function payBack(service: Page, finance: Page, address: string): Promise<void> {
  for (const [page, does] of [
    [service, '退款 SGD 24.90'],
    [finance, '复核并退款 SGD 24.90'],
  ] as const) {
    await page.goto(address)
    await page.getByRole('button', { name: does }).click()
    const form = page.getByRole('dialog', { name: does })
    await form.getByLabel('支付凭证号').fill('PAY-1003')
    await form.getByRole('button', { name: does }).click()
    await form.waitFor({ state: 'detached' })
  }
  await finance.getByText('已退款').first().waitFor()
}
