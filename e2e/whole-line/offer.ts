import type { Page } from 'playwright-core'

export type Terms = { readonly price: string; readonly cost: string; readonly hs: string; readonly name: string }

/** I6–I8, P4 · The terms of one product: pricing, delivery, settlement and a contract that begins with the fair clauses. */
export async function agree(page: Page, product: string, { price, cost, hs, name }: Terms): Promise<void> {
  // a label may go on with a mark of what is needed; the field of a currency comes after its amount
  const field = (label: string) => form.getByLabel(new RegExp(`^${label}`)).first()
  const choose = async (label: string, option: string) => {
    await field(label).click()
    await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
  }
  await page.goto(product)
  await page.getByRole('link', { name: '去合作条件' }).click()
  await page.getByRole('button', { name: '登记合作条件' }).click()
  const form = page.getByRole('dialog', { name: '合作条件' })
  await field('直播价').fill(price)
  await form.getByLabel('预计销量（件）').fill('100')
  await form.getByLabel('锁定库存（件）').fill('300')
  await field('进货价').fill(cost)
  await choose('配送方式', '海外仓（9810）')
  await form.getByLabel('承诺最快（天）').fill('2')
  await form.getByLabel('承诺最慢（天）').fill('5')
  await form.getByLabel('HS 编码').fill(hs)
  await choose('原产地', '中国 CN')
  await field('申报价值').fill(cost)
  await form.getByLabel('申报品名').fill(name)
  await choose('退货路径', '当地退货地址')
  await choose('退货运费承担方', '卖家')
  await form.getByLabel('退货地址').fill('0 Example Road, Singapore')
  await form.getByLabel('无理由退货（天）').fill('15')
  await form.getByLabel('佣金率').fill('12')
  await form.getByLabel('收款户名').fill('杭州澄舍家居有限公司')
  await choose('适用法律', '中国大陆')
  await form.getByRole('button', { name: '填入示范条款' }).click()
  await form.getByRole('button', { name: '登记' }).click()
  await form.waitFor({ state: 'detached' })
}

/** I8 · The payee of the terms is verified by finance, who did not record them. */
export async function verifyPayee(page: Page, product: string): Promise<void> {
  await page.goto(`${product}/offer`)
  await page.getByRole('button', { name: '核实', exact: true }).click()
  await page.getByText('已核实').waitFor()
  await page.locator('.page-title .gate-passed').waitFor()
}
