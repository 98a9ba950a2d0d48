import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectFault, signedIn } from './support/people.ts'

const PROJECT = '/projects/southeast-asia-beauty-home'
/** Headers that say nothing: which column holds the title is for a person to say. */
const LIST = ['P,Q,R', '藤编试样甲,甲厂,9.90', '藤编试样乙,乙厂,19.90', '藤编试样丙,丙厂,29.90'].join('\n')

test('a list is imported with its columns corrected; its products are found, classed and asked samples of', async () => {
  const page = await signedIn('qiuhe')
  await page.goto(`${PROJECT}/import`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '小厂.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  await page.getByText('各列的含义').waitFor()
  const columnOf = async (field: string, header: string) => {
    await page.getByRole('combobox', { name: `“${field}”所在的列` }).click()
    await page.locator('.ant-select-dropdown:visible').getByTitle(header, { exact: true }).click()
  }
  await columnOf('商品名称', 'P')
  await page.getByLabel('供应商（表中未写明时）').fill('示例小厂')
  await page.locator('.import-preview').getByText('藤编试样乙').waitFor()
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByText('导入完成').waitFor()
  await page.getByRole('button', { name: '查看候选产品' }).click()

  const grid = page.getByRole('grid', { name: '候选产品' })
  await page.getByRole('textbox', { name: '搜索' }).fill('藤编试样')
  await page.waitForURL(/q=/)
  const rows = grid.getByRole('row').filter({ hasText: '藤编试样' })
  await expect.poll(() => rows.count()).toBe(3)
  for (const row of await rows.all()) await row.getByRole('checkbox').click()
  await page.getByRole('button', { name: '索样', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '索样' }).click()
  await page.getByText('已处理 3 件').waitFor()

  // beside the list, then its page
  await rows.filter({ hasText: '藤编试样乙' }).click()
  await page.waitForURL(/at=/)
  await page.getByRole('button', { name: '打开产品页' }).click()
  await page.getByRole('heading', { name: '藤编试样乙', level: 1 }).waitFor()
  await page.getByText('样品 1').waitFor()
  const section = page.getByRole('region', { name: '品类与主题' })
  await section.getByRole('button', { name: /更正|确定品类/ }).click()
  await page.getByRole('dialog').getByRole('combobox').first().fill('玩具')
  await page.locator('.ant-select-dropdown:visible').getByText('玩具', { exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await section.getByText('由人确定').waitFor()
})

test('words that nothing proves are taken out, and the claim is gone', async () => {
  const page = await signedIn('qiuhe')
  await page.goto(`${PROJECT}/products/UN-601`)
  const claims = page.getByRole('region', { name: '宣称与依据' })
  const words = claims.getByRole('button', { name: 'doctor recommended' })
  await words.click()
  const card = claims.locator('.claim-card[data-chosen]')
  await card.getByText('专业人士推荐').waitFor()
  await card.getByRole('button', { name: '改写' }).click()
  await page.getByRole('dialog').getByLabel('标题').fill('Acne care cream 30g')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: 'Acne care cream 30g', level: 1 }).waitFor()
  await expect.poll(() => words.count()).toBe(0)
})

test('quality hands a sample on step by step; what cannot follow is not offered', async () => {
  const page = await signedIn('guli', { language: 'en' })
  await page.goto(`${PROJECT}/products/UN-606`)
  const samples = page.getByRole('region', { name: 'Samples and custody' })
  const ok = () => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await samples.getByRole('button', { name: 'Request a sample' }).click()
  await ok()
  for (const state of ['shipped', 'received', 'examined']) {
    await samples.getByRole('button', { name: 'Record a hand-over' }).click()
    await page.getByRole('dialog').getByText(state, { exact: true }).click()
    expect(await page.getByRole('dialog').getByText('retained', { exact: true }).count()).toBe(0)
    await ok()
    await samples.locator('.custody').getByText(state, { exact: true }).waitFor()
  }
  await samples.getByRole('button', { name: 'Record a hand-over' }).click()
  await page.getByRole('dialog').getByLabel('Seal number').fill('F-606')
  await ok()
  await samples.getByText('seal F-606').waitFor()
})

test('eligibility on a phone, in the dark, leads to the product', async () => {
  const page = await signedIn('fangzheng', { width: 390, height: 844, theme: 'dark' })
  await page.goto(`${PROJECT}/matrix`)
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Disposable vape' })
  await row.click()
  await page.getByRole('heading', { name: /Disposable vape/, level: 1 }).waitFor()
  // an auditor sees all and may do nothing
  expect(await page.getByRole('button', { name: '确定品类' }).count()).toBe(0)
})

test('two people rewrite one listing: the second is told who was faster, keeps what was written, and then decides', async () => {
  const [first, second] = [await signedIn('qiuhe'), await signedIn('linruogu')]
  const dialog = (page: Page) => page.getByRole('dialog')
  const save = (page: Page) => dialog(page).getByRole('button', { name: '保存' }).click()
  for (const page of [first, second]) {
    await page.goto(`${PROJECT}/products/UN-606`)
    await page.getByRole('region', { name: '宣称与依据' }).getByRole('button', { name: '修改文案' }).click()
    await dialog(page).waitFor()
  }
  await dialog(first).getByLabel('标题').fill('Kotak lipat A')
  await save(first)
  // the news has reached the page behind the form
  await second.getByRole('heading', { name: 'Kotak lipat A', level: 1, includeHidden: true }).waitFor()
  await dialog(second).getByLabel('标题').fill('Kotak lipat B')
  await save(second)
  await dialog(second).getByText('记录已被他人更改').waitFor()
  await dialog(second)
    .getByText(/· 邱禾 ·/)
    .waitFor()
  await expectFault(/412/)
  expect(await dialog(second).getByLabel('标题').inputValue()).toBe('Kotak lipat B')
  await save(second)
  await second.getByRole('heading', { name: 'Kotak lipat B', level: 1 }).waitFor()
})
