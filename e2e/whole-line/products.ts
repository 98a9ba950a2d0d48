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
