/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { OTHER_PNG, PNG } from './support/files.ts'
import { expectNoNetwork, reloadedOffline, signedIn } from './support/people.ts'

const PROJECT = '/projects/germany-electronics'
/** What another desk or the log shows comes with the next news of the server. */
const SOON = { timeout: 20_000 }
type Reply = { readonly status: number; readonly body: Record<string, unknown> & { version?: number } }

/** What a person does by other pages, asked of the API in their session. */
const sent = (page: Page, method: string, path: string, body?: object, version?: number): Promise<Reply> =>
  page.evaluate(
    async ([m, p, b, v]) => {
      const reply = await fetch(`/api/v1${p}`, {
        method: m as string,
        headers: {
          'idempotency-key': crypto.randomUUID(),
          ...(b ? { 'content-type': 'application/json' } : {}),
          ...(v ? { 'if-match': `"${v}"` } : {}),
        },
        ...(b ? { body: JSON.stringify(b) } : {}),
      })
      return { status: reply.status, body: await reply.json() }
    },
    [method, path, body, version] as const,
  )

type Slot = {
  readonly slot: number
  readonly released: boolean
  readonly product: { readonly id: string } | null
  readonly substitute: { readonly id: string } | null
}

/** A lineup that a second person has released: slots whose product lacks something take one that passed. */
async function released(author: Page, other: Page): Promise<void> {
  const { task } = (await sent(author, 'POST', `${PROJECT}/lineup/propose`, {})).body
  const state = async () => (await sent(author, 'GET', `/tasks/${task}`)).body.state
  await expect.poll(state, { timeout: 60_000 }).toBe('done')
  const { body } = await sent(author, 'GET', `${PROJECT}/lineup`)
  const slots = body.slots as Slot[]
  const used = new Set(slots.flatMap((s) => [s.product?.id, s.substitute?.id]))
  const passed = (
    (await sent(author, 'GET', `${PROJECT}/products?state=passed&limit=100`)).body.rows as { id: string }[]
  )
    .map((p) => p.id)
    .filter((id) => !used.has(id))
  const puts = slots.filter((s) => !s.released).map((s, i) => ({ slot: s.slot, product: passed[i] ?? null }))
  const version =
    puts.length === 0
      ? body.version
      : (await sent(author, 'POST', `${PROJECT}/lineup/put`, { puts }, body.version)).body.version
  const done = await sent(other, 'POST', `${PROJECT}/lineup/release`, {}, version)
  expect(done.status, JSON.stringify(done.body)).toBe(200)
}

/** A desk that is opened anew without a network shows what is on air and next; with one it catches up with the others. */
async function worksWithoutNetwork(desk: Page, goOn: () => Promise<void>): Promise<void> {
  const shown = (part: string) => desk.locator(part).textContent()
  const [now, next] = [await shown('.live-title'), await shown('.live-next-title')]
  await reloadedOffline(desk)
  await desk.locator('.live-offline').waitFor()
  expect([await shown('.live-title'), await shown('.live-next-title')]).toEqual([now, next])
  expect(await desk.getByRole('button', { name: '切到下一个' }).isDisabled()).toBe(true)
  await goOn()
  await desk.context().setOffline(false)
  await expect.poll(() => shown('.live-title'), SOON).toBe(next)
  await desk.locator('.live-offline').waitFor({ state: 'detached' })
  expectNoNetwork()
  // of the API nothing is among the files that are kept
  const files = await desk.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(files).toContain('/')
  expect(files.filter((path) => path.startsWith('/api'))).toEqual([])
}

test('two desks in step, one of them without a network for a while: a claim is heard, a product is pulled by one key, its place is taken on both', async () => {
  await released(await signedIn('jonas'), await signedIn('helene'))
  const control = await signedIn('jiangyifan')
  await control.goto(`${PROJECT}/live`)
  await control.getByRole('button', { name: '开播' }).click()
  await control.getByRole('button', { name: '开始第一个' }).click()
  const now = (page: Page) => page.locator('.live-title')
  await now(control).waitFor()
  const host = await signedIn('mara', { width: 390, height: 844 })
  await host.goto(`${PROJECT}/live`)
  await expect.poll(() => now(host).textContent(), SOON).toBe(await now(control).textContent())
  await worksWithoutNetwork(host, () => control.getByRole('button', { name: '切到下一个' }).click())
  const first = await now(control).textContent()

  await control.keyboard.press('/')
  await control.keyboard.type('姐妹们，全网最低价')
  await control.locator('.say-banned').waitFor()
  expect(await control.locator('.say-told').textContent()).toContain('改说')
  await control.keyboard.press('Enter')
  await expect.poll(() => control.locator('.live-log').textContent(), SOON).toContain('全网最低价')

  await control.keyboard.press('Escape')
  await control.keyboard.press('p')
  await control.getByRole('alertdialog').waitFor()
  await control.keyboard.press('1')
  await expect.poll(() => control.locator('.live-log').textContent(), SOON).toContain('安全隐患')
  const after = await control.locator('.live-now').textContent()
  expect(after).not.toContain(first)
  await expect.poll(() => host.locator('.live-now').textContent(), SOON).not.toContain(first)
}, 300_000)

test('a lot is put up, inspected on a phone one question a screen, and shown with its plan', async () => {
  const page = await signedIn('tobias', { width: 390, height: 844 })
  const put = await sent(page, 'POST', `${PROJECT}/products/TV-11/put-up-lot`, { id: 'LOT-E2E', units: 1000 })
  expect(put.status, JSON.stringify(put.body)).toBe(201)
  await page.goto(`${PROJECT}/quality?q=LOT-E2E`)
  await page.getByText('LOT-E2E').first().click()
  await page.getByRole('button', { name: '开始检验' }).click()
  const next = page.getByRole('button', { name: '下一步' })
  await page.locator('input[capture]').setInputFiles({ name: 'stack.png', mimeType: 'image/png', buffer: PNG })
  await page.getByRole('img', { name: 'stack.png' }).waitFor()
  await next.click()
  // critical, then major: one unit, then minor
  await page.getByRole('heading', { name: /致命/ }).waitFor()
  await next.click()
  await page.getByRole('button', { name: '加一件' }).click()
  await next.click()
  await page.getByRole('heading', { name: /轻微/ }).waitFor()
  await next.click()
  // what was typed and photographed is kept on the device, and is there when the page opens anew without a network
  await page.context().setOffline(true)
  await page.getByRole('textbox', { name: /缺陷是什么/ }).fill('开线')
  await page.locator('input[capture]').setInputFiles({ name: 'seam.png', mimeType: 'image/png', buffer: OTHER_PNG })
  await page.getByRole('img', { name: 'seam.png' }).waitFor()
  await page.context().setOffline(false)
  await reloadedOffline(page)
  await page.getByText('离线：答案与照片保存在本机').waitFor()
  await page.getByRole('img', { name: 'stack.png' }).waitFor()
  const later = page.getByRole('button', { name: '联网后提交' })
  for (let i = 0; i < 12 && !(await later.isVisible()); i++) await next.click()
  await later.click()
  await page.getByText('已完成，联网后自动提交').waitFor()
  await page.context().setOffline(false)
  await page.getByText('接收').first().waitFor()
  const defects = page.locator('.lot-defects').first()
  expect(await defects.textContent()).toContain('开线')
  const { body } = await sent(page, 'GET', `${PROJECT}/products/TV-11/lots/LOT-E2E`)
  expect(body.photos).toHaveLength(1)
  expect(body.defects).toMatchObject([{ class: 'major', what: '开线', photo: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expectNoNetwork()
}, 120_000)
