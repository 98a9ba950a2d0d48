/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoNetwork, reloadedOffline, signedIn } from './support/people.ts'
import { sent } from './support/sent.ts'

const PROJECT = '/projects/germany-electronics'
const LINEUP = `${PROJECT}/lineup`
const card = (page: Page, slot: number) => page.locator(`.board [data-slot="${slot}"]`)
const titleIn = async (page: Page, slot: number) => card(page, slot).locator('.slot-title').textContent()
const told = (page: Page) => page.locator('.gauge-told').textContent()

const BEST = '已证明最优'

/**
 * Opens the board with a lineup as it is proposed. None is worked out while slots are changed.
 */
async function proposed(page: Page) {
  await page.goto(LINEUP)
  const propose = page.getByRole('button', { name: '智能排品' })
  await propose.or(page.locator('.gauge-told')).first().waitFor()
  if ((await propose.count()) > 0) await propose.click()
  else if ((await told(page)) !== BEST) await page.getByRole('button', { name: '重新排品' }).click()
  await page.getByText(BEST).waitFor({ timeout: 60_000 })
}

test('a lineup is proposed, arranged by drag and by keyboard with its check in the same frame, and undone', async () => {
  const page = await signedIn('jonas')
  await proposed(page)
  const [first, second] = [await titleIn(page, 1), await titleIn(page, 2)]
  const [a, b] = [await card(page, 1).boundingBox(), await card(page, 2).boundingBox()]
  await page.mouse.move(a!.x + 40, a!.y + 60)
  await page.mouse.down()
  await page.mouse.move(a!.x + 60, a!.y + 60, { steps: 3 })
  await page.mouse.move(b!.x + 50, b!.y + 60, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => titleIn(page, 1)).toBe(second)
  expect(await titleIn(page, 2)).toBe(first)
  await page.keyboard.press('Control+z')
  await expect.poll(() => titleIn(page, 1)).toBe(first)

  await card(page, 1).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => titleIn(page, 2)).toBe(first)
  // the focus goes with the product, so that the next key moves it on
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => titleIn(page, 1)).toBe(first)
  await page.keyboard.press('Delete')
  await expect.poll(() => titleIn(page, 1)).toBe('空位')
  expect(await told(page)).toBe('有限制未遵守，上界不适用')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => told(page)).toBe(BEST)
})

test('what stops the release is told, cured slot by slot, and someone else releases', async () => {
  const page = await signedIn('jonas')
  await proposed(page)
  const links = page.locator('.slot-link')
  await links.first().waitFor()
  const slots = await links.allTextContents()
  for (const slot of slots) {
    await card(page, Number(slot)).click()
    const panel = page.locator('.board-panel')
    await panel.getByText('可放行', { exact: true }).click()
    await expect.poll(() => panel.locator('.alternative .gate-open, .alternative .gate-conditional').count()).toBe(0)
    await panel
      .getByRole('button', { name: /换到此位/ })
      .first()
      .click()
    await expect.poll(() => card(page, Number(slot)).locator('.gate-passed').count()).toBe(1)
  }
  await page.getByText('您参与了本次排品').waitFor()
  await page.getByRole('button', { name: '请同事放行' }).click()
  await page.getByText('已通知可以办理的同事').waitFor()
  const helene = await signedIn('helene')
  await helene.goto(LINEUP)
  await helene.getByRole('button', { name: '放行排品' }).click()
  await helene.getByText(/Helene Castell 于 .* 放行/).waitFor()
})

test('on a phone the lineup is a list with buttons that move', async () => {
  const page = await signedIn('jonas', { width: 390, height: 844 })
  await page.goto(LINEUP)
  const row = (slot: number) => page.locator(`.slot-list [data-slot="${slot}"] .slot-title`)
  const first = await row(1).textContent()
  await page.getByRole('button', { name: '第 1 位推后' }).click()
  await expect.poll(() => row(2).textContent()).toBe(first)
  await page.getByRole('button', { name: '第 2 位提前' }).click()
  await expect.poll(() => row(1).textContent()).toBe(first)
})

// once it has been on air a lineup stays as it was: this comes last
/** What another desk or the log shows comes with the next news of the server. */
const SOON = { timeout: 20_000 }
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
  const there = (page: Page) => page.getByRole('list', { name: '在线直播台' }).getByRole('listitem').allTextContents()
  await expect.poll(() => there(control), SOON).toEqual(['江一帆 场控', 'Mara Lindner 主播'])
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
  await host.getByRole('button', { name: '撤下' }).click()
  await host.getByRole('button', { name: '安全隐患' }).waitFor()
  await control.keyboard.press('1')
  // the other desk, about to pull the same product, is told so: its next key takes nothing else off
  await host.getByRole('alertdialog', { name: /已由同事撤下/ }).waitFor(SOON)
  expect(await host.getByRole('button', { name: '安全隐患' }).count()).toBe(0)
  await host.getByRole('button', { name: '知道了' }).click()
  await expect.poll(() => control.locator('.live-log').textContent(), SOON).toContain('安全隐患')
  const after = await control.locator('.live-now').textContent()
  expect(after).not.toContain(first)
  await expect.poll(() => host.locator('.live-now').textContent(), SOON).not.toContain(first)
  // with or without a substitute, it goes on: it does not begin anew
  await control.getByRole('button', { name: '切到下一个' }).waitFor()
}, 300_000)
