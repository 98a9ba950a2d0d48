import { expect, test } from 'vitest'
import { signedIn } from './support/people.ts'

const PROJECT = '/projects/germany-electronics'

test('an offer is found by its floor, its costs open to rule and source, and other terms are tried out', async () => {
  const page = await signedIn('hejianing')
  await page.goto(`${PROJECT}/offers?belowFloor=true`)
  await page.getByRole('grid').getByText('Hellmarie Stehleuchte').click()
  await page.waitForURL(/HM-55\/offer/)
  const costs = page.getByRole('group', { name: '到岸成本逐项' })
  await costs.getByRole('button', { name: /价内增值税/ }).click()
  await costs
    .getByText('de.vat.rate')
    .or(costs.getByText(/\.vat\./))
    .first()
    .waitFor()
  // 89.90 earns −5.1 % and the floor is 106.56: at 120 there is a margin
  await page.locator('.what-if').getByText('底价 EUR 106.56').waitFor()
  const price = page.getByRole('slider', { name: '价格' })
  await price.focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('PageUp')
  await page.getByText('测算中，未作登记').waitFor()
  await page.getByRole('button', { name: '恢复登记的条件' }).click()
  await page.getByText('测算中，未作登记').waitFor({ state: 'detached' })
  expect(await page.getByRole('row', { name: /平台仓配/ }).textContent()).toContain('已选')
})

test('terms are weighed while they are written: a tier below the floor is told before anything is recorded', async () => {
  const page = await signedIn('hejianing')
  await page.goto(`${PROJECT}/products/HM-55/offer`)
  await page.getByRole('button', { name: '编辑条件' }).click()
  const form = page.getByRole('dialog')
  const weighed = form.getByRole('region', { name: '随填随算' })
  // the floor of these costs, as the offer tells it
  await weighed.getByText('EUR 106.56').first().waitFor()
  await form.getByLabel('直播价', { exact: true }).fill('129.00')
  await weighed.getByText('EUR 129.00').waitFor()
  await form.getByLabel('定价类型').click()
  await page.getByTitle('阶梯价', { exact: true }).click()
  await form.getByRole('button', { name: '添加一档' }).click()
  await form.getByLabel('满（件）').fill('2')
  await form.getByLabel('单价', { exact: true }).fill('99')
  await weighed.getByText(/99\.00.*106\.56/).waitFor()
  await form.getByRole('button', { name: '移除第 1 行' }).click()
  await weighed.getByText(/缺少/).waitFor()
  await form.getByRole('button', { name: '取消' }).click()
  await page.locator('.what-if').getByText('底价 EUR 106.56').waitFor()
})

test('an unfair clause is shown in the text with fair words beside it, which cure the gate when they are used', async () => {
  const page = await signedIn('tobias')
  await page.goto(`${PROJECT}/products/KH-37/offer`)
  const contract = page.getByRole('region', { name: '合同逐条审查' })
  await contract.locator('mark').waitFor()
  await contract.locator('.clause-unfair .clause-fair').waitFor()
  await contract.getByRole('button', { name: '采用' }).click()
  await page.getByText('没有待处理的条款').waitFor()
  await page.locator('.page-title .gate-passed').waitFor()
})
