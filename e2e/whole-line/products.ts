import path from 'node:path'
import type { Page } from 'playwright-core'

const LIST = path.join(import.meta.dirname, 'listing.csv')

/** P2 · The list of a maker: three products, and a row without a name. */
export async function importList(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/import`)
  await page.locator('input[type=file]').setInputFiles(LIST)
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByText('导入完成').waitFor()
  await page.getByRole('row').filter({ hasText: '没有商品名称，请补上' }).waitFor()
}

/** I3 · The class of a product that no words made sure is fixed by a person. */
export async function fixClass(page: Page, product: string, name: string): Promise<void> {
  await page.goto(product)
  const section = page.getByRole('region', { name: '品类与主题' })
  await section.getByText('品类待人工确定').waitFor()
  await section.getByRole('button', { name: '确定品类' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox').first().fill(name)
  await page.locator('.ant-select-dropdown:visible').getByText(name, { exact: true }).click()
  await form.getByRole('button', { name: '保存' }).click()
  await section.getByText('由人确定').waitFor()
}

/** I4, I5 · Roles are fixed and samples asked for, all products at once from the list. */
export async function fixRolesAndRequestSamples(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/products`)
  const grid = page.getByRole('grid', { name: '候选产品' })
  const all = grid.getByRole('checkbox').first()
  await all.click()
  await page.getByRole('button', { name: '确定作用', exact: true }).click()
  await page.getByRole('dialog').getByRole('combobox').click()
  await page
    .locator('.ant-select-dropdown:visible')
    .getByText(/^常规款/)
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '确定作用' }).click()
  await page.getByText('已处理 3 件').waitFor()
  await all.click()
  await page.getByRole('button', { name: '索样', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '索样' }).click()
  await page.getByText('已处理 3 件').nth(1).waitFor()
}

/** I4 · A sample from dispatch to its seal, each hand-over with what was measured, on a phone. */
export async function sealSample(page: Page, product: string, seal: string): Promise<void> {
  await page.goto(product)
  const samples = page.getByRole('region', { name: '样品与保管' })
  for (const state of ['已寄出', '已收样', '已检验', '已封样']) {
    await samples.getByRole('button', { name: '登记交接' }).click()
    const form = page.getByRole('dialog')
    await form.getByText(state, { exact: true }).click()
    if (state === '已检验') {
      await form.getByLabel('项目', { exact: true }).fill('颜色')
      await form.getByLabel('数值', { exact: true }).fill('米白')
    }
    if (state === '已封样') await form.getByLabel('封样编号').fill(seal)
    await form.getByRole('button', { name: '保存' }).click()
    await samples.locator('.custody').getByText(state, { exact: true }).waitFor()
  }
  await samples.getByText(`封样编号 ${seal}`).waitFor()
}

/** S1 · A lot is put up from what its product lacks, and inspected on a phone against the seal. */
export async function inspectLot(page: Page, product: string, lot: string): Promise<void> {
  await page.goto(product)
  await page.getByRole('link', { name: '提交待检批' }).click()
  const form = page.getByRole('dialog', { name: '提交待检批' })
  await form.getByLabel('批号').fill(lot)
  await form.getByLabel('批量（件）').fill('500')
  await form.getByRole('button', { name: /^提\s*交$/ }).click()
  await page.getByRole('button', { name: '开始检验' }).click()
  const next = page.getByRole('button', { name: '下一步' })
  const save = page.getByRole('button', { name: '记录检验结果' })
  const measured = page.getByRole('textbox', { name: '测量“颜色”' })
  await next.waitFor()
  while (!(await save.isVisible())) {
    if (await measured.isVisible()) await measured.fill('米白')
    await next.click()
  }
  await save.click()
  await page.getByText('接收').first().waitFor()
}
