import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What another desk shows comes with the next news of the server. */
const SOON = { timeout: 20_000 }
const now = (page: Page) => page.locator('.live-now')

/** S3 · Control goes on air, pulls what is on air with one key, and the host's phone shows its substitute without a reload. */
export async function pullOnTwoDesks(control: Page, host: Page, project: string): Promise<void> {
  await control.goto(`${project}/live`)
  await control.getByRole('button', { name: '开播' }).click()
  await control.getByRole('button', { name: '开始第一个' }).click()
  await host.goto(`${project}/live`)
  const title = control.locator('.live-title')
  await title.waitFor()
  const first = (await title.textContent()) as string
  await expect.poll(() => now(host).textContent(), SOON).toContain(first)
  await control.keyboard.press('p')
  await control.getByRole('alertdialog').waitFor()
  await control.keyboard.press('1')
  for (const desk of [control, host]) await expect.poll(() => now(desk).textContent(), SOON).not.toContain(first)
  await control.locator('.live-log').getByText('安全隐患').waitFor()
}

/** S3 · The stream is ended, with a second press so that no slip ends it. */
export async function endStream(control: Page): Promise<void> {
  await control.getByRole('button', { name: '结束直播' }).click()
  await control.getByRole('button', { name: '再按一次结束' }).click()
  await control.getByRole('link', { name: '下一步：导入订单' }).waitFor()
}
