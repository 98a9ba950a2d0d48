import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { open, signedIn } from './support/people.ts'

test('an owner invites a person, who chooses a password and is in', async () => {
  const page = await signedIn('owner')
  await page.goto('/settings/people')
  await page.getByRole('button', { name: '邀请成员' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('姓名').fill('温言')
  await form.getByLabel('邮箱').fill('wenyan@people.example')
  await form.getByLabel('质检').check()
  await form.getByRole('button', { name: '生成邀请链接' }).click()
  const link = await page.getByRole('dialog', { name: '邀请链接' }).locator('code').textContent()
  const theirs = await (await open()).newPage()
  await theirs.goto(link!.trim())
  await theirs.locator('#link input[type=password]').fill('correct horse battery')
  await theirs.locator('#link button').click()
  await theirs.locator('.frame').waitFor()
  await theirs.goto('/settings/account')
  await theirs.getByText('wenyan@people.example').waitFor()
})

test('whoever is mentioned in a comment is told, and comes to the record by it', async () => {
  const guli = await signedIn('guli')
  const { rows } = await (await guli.request.get('/api/v1/projects')).json()
  const project = rows[0].id as string
  const [product] = (await (await guli.request.get(`/api/v1/projects/${project}/products?limit=1`)).json()).rows
  await guli.goto(`/projects/${project}/products/${encodeURIComponent(product.id)}`)
  const comments = guli.getByRole('region', { name: '留言' })
  await comments.getByRole('textbox').fill('@邱禾 请看一下这份检测报告')
  await comments.getByRole('button', { name: '发送' }).click()
  await comments.getByText('请看一下这份检测报告').waitFor()
  const qiuhe = await signedIn('qiuhe')
  const unread = async () => (await (await qiuhe.request.get('/api/v1/notifications/unread')).json()).unread
  const before = await unread()
  await qiuhe.getByRole('button', { name: /^通知/ }).click()
  await qiuhe
    .getByRole('link', { name: /顾立 提到了您/ })
    .first()
    .click()
  await qiuhe.getByRole('heading', { level: 1, name: product.title }).waitFor()
  await expect.poll(unread).toBe(before - 1)
  await qiuhe.getByRole('button', { name: `通知，${before - 1} 条未读` }).waitFor()
})

test('the palette finds records by a word; a list is kept as a view and saved as a table', async () => {
  const page = await signedIn('qiuhe', { language: 'en' })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('南洋')
  await page.getByRole('option').filter({ hasText: '南洋日常' }).first().click()
  await page.waitForURL(/\/projects\/.+/)
  await page.goto('/projects?q=南洋')
  await page.getByRole('grid').getByText('南洋日常').waitFor()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('South')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'South', exact: true }).waitFor()
  await page.goto('/projects')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'South', exact: true }).click()
  await page.waitForURL(/q=/)
  await page.getByRole('button', { name: 'Export' }).click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'As CSV, all that match' }).click(),
  ])
  const table = readFileSync(await saved.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(table[0]).toMatch(/^\uFEFFid,/)
  expect(table.length).toBe(2)
})
