import type { Locator, Page, Request } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { PROJECT } from './support/pages.ts'
import { expectFault, signedIn } from './support/people.ts'

const project = (rest: string) => `/projects/${PROJECT}/${rest}`
const RESTORED = '已恢复上次未提交的草稿'

const REFUSED = {
  type: 'urn:haixuan:problem:conflict',
  code: 'conflict',
  status: 409,
  title: 'There is one already',
  text: { zh: '已有同号记录', en: 'There is one already' },
  instance: 'once',
}

/** Longer forms: how each is opened, and one field of it. */
const FORMS: readonly (readonly [who: string, address: string, opener: string | undefined, field: string])[] = [
  ['qiuhe', '/projects/new', undefined, '直播主题'],
  ['linruogu', '/suppliers', '登记供应商', '名称'],
  ['owner', project('products/UN-601/offer'), '登记合作条件', '合同文本'],
  ['qiuhe', project('plan'), '申请豁免', '理由（至少十个字）'],
  ['owner', '/cases/new', undefined, '买家说明'],
  ['owner', '/rules/new', undefined, '正文'],
]

describe('a form', () => {
  test.each(FORMS)(
    '%s: what is written at %s is there again after a reload, until it is discarded',
    async (...form) => {
      const [who, address, opener, field] = form
      const page = await signedIn(who)
      await page.goto(address)
      const opened = async (): Promise<Locator> => {
        if (opener) await page.getByRole('button', { name: opener }).first().click()
        return (opener ? page.getByRole('dialog') : page.getByRole('main'))
          .getByRole('textbox', { name: field })
          .first()
      }
      await (await opened()).fill('写到一半的话，还没有提交')
      await page.reload()
      const again = await opened()
      await page.getByText(RESTORED).waitFor()
      expect(await again.inputValue()).toBe('写到一半的话，还没有提交')
      await page.getByRole('button', { name: '放弃草稿' }).click()
      await expect.poll(() => again.inputValue(), { timeout: 20_000 }).toBe('')
      expect(await page.getByText(RESTORED).count()).toBe(0)
    },
  )

  test('what the server finds wrong with a field stands beside it, and the field has the focus', async () => {
    const page = await signedIn('owner')
    await page.goto('/settings/connections')
    await page.getByRole('button', { name: '添加接收方' }).click()
    const dialog = page.getByRole('dialog')
    const focused = (name: string) => dialog.getByLabel(name).evaluate((e) => e === document.activeElement)
    // what is missing is told by the form itself: the first of it has the focus
    await dialog.getByRole('button', { name: '添加' }).click()
    await expect.poll(() => focused('名称'), { timeout: 20_000 }).toBe(true)
    await dialog.getByLabel('名称').fill('质量组')
    await dialog.getByLabel('邮箱地址').fill('quality@example.com')
    // what the server alone knows: the name is longer than it keeps
    await page.route('**/api/v1/receivers', (route) =>
      route.request().method() === 'POST' ? route.continue({ postData: tooLong(route.request()) }) : route.continue(),
    )
    // what was told before is gone first, so that it is not taken for what comes
    await beside(dialog).waitFor({ state: 'detached' })
    const answer = page.waitForResponse((r) => r.request().method() === 'POST' && r.url().endsWith('/receivers'))
    await dialog.getByLabel('邮箱地址').press('Enter')
    expect((await answer).status()).toBe(400)
    await expectFault(/400/)
    await beside(dialog).waitFor()
    await expect.poll(() => focused('名称'), { timeout: 20_000 }).toBe(true)
    expect(await dialog.getByLabel('邮箱地址').inputValue()).toBe('quality@example.com')
  })

  test('what is sent by a double click is sent once, be it a form or a button', async () => {
    const page = await signedIn('guli')
    const sends: string[] = []
    // refused each time, so that nothing comes of it
    await page.route('**/api/v1/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      if (!/put-up-lot|acknowledge/.test(pathname)) return route.continue()
      sends.push(pathname.split('/').at(-1)!)
      await route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(REFUSED) })
    })
    await page.goto(project('risk/alerts?state=open'))
    await page.getByRole('button', { name: '接手' }).first().dblclick()
    await expectFault(/409/)
    await page.goto(project('quality?put=QY-101'))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('批号').fill('LOT-TWICE')
    await dialog.getByRole('button', { name: /^提\s*交$/ }).dblclick()
    await dialog.getByText(REFUSED.text.zh).waitFor()
    await expectFault(/409/)
    expect(sends).toEqual(['acknowledge', 'put-up-lot'])
  })

  test('what can be taken back offers it: a view that was removed stands again', async () => {
    const page = await signedIn('linruogu')
    await page.goto('/suppliers')
    const views = page.getByRole('button', { name: '视图' })
    await views.click()
    await page.getByLabel('视图名称').fill('常看')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '删除视图“常看”' }).click()
    await page.getByText('已删除视图“常看”').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('已删除视图“常看”').waitFor({ state: 'detached' })
    if (!(await page.getByLabel('视图名称').isVisible())) await views.click()
    await page.getByRole('dialog').getByRole('button', { name: '常看', exact: true }).waitFor()
  })

  test('a day is typed as people write it; what is none is told beside the field', async () => {
    const page = await signedIn('qiuhe')
    await page.goto('/projects/new')
    const day = page.getByLabel('直播日')
    await day.fill('2027年3月1日')
    await day.press('Tab')
    expect(await day.inputValue()).toBe('2027-03-01')
    await day.press('ArrowUp')
    expect(await day.inputValue()).toBe('2027-03-02')
    await day.fill('2027-02-30')
    await day.press('Tab')
    await beside(page).waitFor()
    expect(await day.inputValue()).toBe('2027-02-30')
  })

  test('so is a time', async () => {
    const page = await signedIn('qiuhe')
    await page.goto('/projects/new')
    const time = page.getByLabel('开播时刻')
    for (const [typed, is] of [
      ['8 pm', '20:00'],
      ['20点30分', '20:30'],
      ['930', '09:30'],
    ] as const) {
      await time.fill(typed)
      await time.press('Tab')
      expect(await time.inputValue()).toBe(is)
    }
    await time.press('ArrowDown')
    expect(await time.inputValue()).toBe('09:25')
    await time.fill('25:00')
    await time.press('Tab')
    await beside(page).filter({ hasText: '请填写时刻' }).waitFor()
  })
})

/** What is told under a field. */
const beside = (within: Page | Locator): Locator => within.locator('.ant-form-item-explain-error').first()

const tooLong = (request: Request): string => JSON.stringify({ ...request.postDataJSON(), name: '名'.repeat(500) })
