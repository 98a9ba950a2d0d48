/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** The project of the demo that stands in every state, and records of it that pages are opened on. */
export const PROJECT = 'southeast-asia-beauty-home'

/** Every page of the workbench that a member reaches by rail and tabs, found by walking them, and one record of each kind. */
export async function everyPage(page: Page): Promise<string[]> {
  const found = new Set<string>(['/', `/projects/${PROJECT}`, '/settings/templates/supplier-request'])
  for (const address of found) {
    await page.goto(address)
    await page.locator('.rail').waitFor()
    for (const link of await page.locator('.rail a, .tabs a').all()) {
      const to = await link.getAttribute('href')
      if (to !== null) found.add(to)
    }
  }
  for (const list of LISTS) {
    const answer = await page.request.get(`/api/v1${list.ask}`)
    const id = ((await answer.json()) as { rows: { id: string }[] }).rows[0]?.id
    if (id !== undefined) for (const to of list.to) found.add(to.replace('$id', encodeURIComponent(id)))
  }
  return [...found]
}

/** Every page of the portal that a supplier reaches by its tabs, with the terms it is offered first and the product they are for. */
export async function portalPages(page: Page): Promise<string[]> {
  await settled(page, '/')
  const terms = page.locator('main a[href$="/terms"]').first()
  await terms.waitFor()
  const links = [...(await page.locator('.tabs a').all()), terms]
  const found = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))
  return [...found, (found.at(-1) ?? '').replace(/\/terms$/, '')]
}

/** Lists whose first record is opened. */
const LISTS: readonly { readonly ask: string; readonly to: readonly string[] }[] = [
  {
    ask: `/projects/${PROJECT}/products?limit=1`,
    to: [`/projects/${PROJECT}/products/$id`, `/projects/${PROJECT}/products/$id/offer`],
  },
  { ask: '/suppliers?limit=1', to: ['/suppliers/$id', '/suppliers/$id/inspect'] },
  { ask: '/cases?limit=1', to: ['/cases/$id'] },
]

/** A page once everything it asks for is there. */
export async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address)
  // every page has its title
  await page
    .locator('main h1')
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => {
      throw new Error(`${address} has no title`)
    })
  await page.waitForFunction(() => document.querySelector('.ant-skeleton-active') === null)
}
