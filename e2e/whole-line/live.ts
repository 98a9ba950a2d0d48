import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { follow } from '../guides/follow.ts'
import { stepsOf } from '../guides/guide.ts'

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

/** S3 · The host tries what it means to say, and records an incident; control reads both in the log. */
export async function sayAndRecord(host: Page, control: Page): Promise<void> {
  await host.getByRole('textbox', { name: '正在说的话' }).fill('全网最低价')
  await host.locator('.say-banned').waitFor()
  await host.keyboard.press('Enter')
  await host.getByRole('button', { name: /^事件/ }).click()
  const form = host.getByRole('dialog', { name: '记录直播事件' })
  await form.getByLabel('发生了什么').fill('补光灯熄灭两分钟')
  await form.getByLabel('已做处置').fill('换用备用灯')
  await form.getByRole('button', { name: /^记\s*录$/ }).click()
  await form.waitFor({ state: 'detached' })
  const log = control.locator('.live-log')
  for (const told of ['全网最低价', '补光灯熄灭两分钟'])
    await expect.poll(() => log.textContent(), SOON).toContain(told)
}

/** What the guides of host and control say of the time on air, followed on their own desks in both languages. */
export async function followOnAir(page: Page, role: 'host' | 'live-control'): Promise<string[]> {
  const lost: string[] = []
  for (const language of ['en', 'zh'] as const) {
    await page.evaluate((chosen) => localStorage.setItem('haixuan.language', chosen), language)
    await page.reload()
    await page.locator('.live-title').waitFor()
    lost.push(
      ...(await follow(
        page,
        stepsOf(role, language).filter(({ onAir }) => onAir),
      )),
    )
  }
  await page.reload()
  return lost
}

/** S3 · The stream is ended, with a second press so that no slip ends it. */
export async function endStream(control: Page): Promise<void> {
  await control.getByRole('button', { name: '结束直播' }).click()
  await control.getByRole('button', { name: '再按一次结束' }).click()
  await control.getByRole('link', { name: '下一步：导入订单' }).waitFor()
}
