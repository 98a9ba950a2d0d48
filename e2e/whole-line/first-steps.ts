import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Today tells a new organisation how far it has come: so many steps are done, the next one of one's own stands out. */
export async function firstSteps(page: Page, done: number): Promise<void> {
  await page.goto('/')
  const steps = page.getByRole('region', { name: '起步' })
  await steps.getByText(`已完成 ${done} / 8`).waitFor()
  expect(await steps.getByRole('listitem').count()).toBe(8)
  expect(await steps.getByRole('img', { name: '已完成' }).count()).toBe(done)
}

/** Once a first lineup is released, nobody is told how to begin. */
export async function stepsOver(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('region', { name: '我的待办' }).waitFor()
  expect(await page.getByRole('region', { name: '起步' }).count()).toBe(0)
}
