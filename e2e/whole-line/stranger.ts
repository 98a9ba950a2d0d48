import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectFaults } from '../support/people.ts'

/** Lists of a whole organisation. */
const LISTS = ['/projects', '/suppliers', '/cases', '/work', '/archive/exports', '/suggestions'] as const
/** Rooms of a project. */
const ROOMS = [
  '',
  '/plan',
  '/products',
  '/products/CS-01',
  '/offers',
  '/lineup',
  '/live',
  '/quality',
  '/risk',
  '/results',
]

/** Whoever is of another organisation sees none of its records: neither in lists nor by the addresses of others. */
export async function seesNothing(page: Page, project: string, supplier: string): Promise<void> {
  for (const list of LISTS) {
    await page.goto(list)
    await page.locator('main .empty').first().waitFor()
    for (const word of ['书桌专场', '澄舍', '陆知远']) expect(await page.getByText(word).count()).toBe(0)
  }
  for (const room of ROOMS) {
    await page.goto(`${project}${room}`)
    await page.getByText('没有此项目').waitFor()
    expectFaults(/404/)
  }
  await page.goto(supplier)
  await page.getByText('没有此记录').waitFor()
  expectFaults(/404/)
}
