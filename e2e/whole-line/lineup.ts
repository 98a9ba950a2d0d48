import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const card = (page: Page, slot: number) => page.locator(`.board [data-slot="${slot}"]`)
const titleIn = (page: Page, slot: number) => card(page, slot).locator('.slot-title').textContent()

/** I9 · The lineup is worked out and proven, two slots are exchanged by keyboard; its author may not release it. */
export async function arrange(page: Page, project: string): Promise<void> {
  await page.goto(project)
  await page.getByRole('link', { name: '候选已就绪：请排品' }).click()
  await page.getByRole('button', { name: '智能排品' }).click()
  await page.getByText('已证明最优').waitFor({ timeout: 60_000 })
  const [first, second] = [await titleIn(page, 1), await titleIn(page, 2)]
  await card(page, 1).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => titleIn(page, 1)).toBe(second)
  expect(await titleIn(page, 2)).toBe(first)
  await page.getByText('您参与了本次排品').waitFor()
  await page.getByRole('button', { name: '请同事放行' }).waitFor()
  expect(await page.getByRole('button', { name: '放行排品' }).count()).toBe(0)
}

/** I9 · Someone who had no hand in it releases the lineup. */
export async function release(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/lineup`)
  await page.getByRole('button', { name: '放行排品' }).click()
  await page.getByText(/沈一帆 于 .* 放行/).waitFor()
}
