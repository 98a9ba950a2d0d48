import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { expectFault, expectFaultOfQuestion, open, signedIn } from './support/people.ts'

test('an owner invites a person, who chooses a password and is in', async () => {
  const page = await signedIn('owner')
  await page.goto('/settings/people')
  await page.getByRole('button', { name: '邀请成员' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('姓名').fill('温言')
  await form.getByLabel('邮箱').fill('wenyan@people.example')
  await form.getByLabel('质量').check()
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
  // 供应商, as it is read
  await page.getByRole('combobox').fill('gongying')
  await page.getByRole('option', { name: /^Suppliers/ }).waitFor()
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

test('G2, M3 · rules of the organisation are uploaded, foreseen, adopted and withdrawn by two people', async () => {
  const file = fileURLToPath(new URL('../docs/house-rules.de.yaml', import.meta.url))
  const guli = await signedIn('guli')
  await guli.goto('/settings/packs')
  await guli.getByRole('button', { name: '上传规则包' }).click()
  const form = guli.getByRole('dialog')
  const looser = readFileSync(file, 'utf8').replace('days: 60', 'days: 14')
  const chosen = form.locator('input[type=file]')
  await chosen.setInputFiles({ name: '内控.yaml', mimeType: 'text/yaml', buffer: Buffer.from(looser) })
  await form.getByLabel('编号').fill('neikong-de')
  await form.getByLabel('名称').fill('德国选品内控')
  await form.getByLabel('为何需要').fill('退货复盘')
  await form.getByRole('button', { name: '上传并检查' }).click()
  // line, field and remedy
  await form.getByText(/内控\.yaml:34 · rules\[2\]\.sets\.price-reference\.days/).waitFor()
  await form.getByText(/只能收紧法规/).waitFor()
  await expectFault(/400/)
  await chosen.setInputFiles(file)
  await form.getByRole('button', { name: '上传并检查' }).click()
  await guli.getByRole('heading', { level: 1, name: '德国选品内控' }).waitFor()
  await expect.poll(() => guli.getByRole('button', { name: '启用', exact: true }).isDisabled()).toBe(true)
  await guli.getByText('您上传的版本须由另一位质量或法务启用').waitFor()
  await guli.getByRole('button', { name: '预估影响' }).click()
  await guli.getByText(/已判定 \d+ 个产品/).waitFor({ timeout: 60_000 })

  const helene = await signedIn('helene')
  await helene.goto('/settings/packs/neikong-de')
  await helene.getByRole('button', { name: '启用', exact: true }).click()
  await helene.getByRole('dialog').getByRole('button', { name: '启用规则包' }).click()
  await helene.getByText(/第 1 版 · 生效中/).waitFor()
  await helene.goto('/standard/rules?market=de&q=de.own')
  await helene.getByText('德国选品内控 v1').first().waitFor()

  // nobody withdraws alone what it took two to adopt
  await helene.goto('/settings/packs/neikong-de')
  await helene.getByRole('button', { name: '提请停用' }).click()
  await helene.getByRole('dialog').getByLabel('理由').fill('并入集团制度')
  await helene.getByRole('dialog').getByRole('button', { name: '提请停用规则包' }).click()
  await helene.getByText('您提请的停用须由另一人确认').waitFor()
  await guli.goto('/settings/packs/neikong-de')
  await guli.getByText(/提请停用：并入集团制度/).waitFor()
  await guli.getByRole('button', { name: '确认停用' }).click()
  await guli.getByText(/第 1 版 · 已停用/).waitFor()
})

test('T4 · an owner sets how much one person alone pays back, with the reason', async () => {
  const owner = await signedIn('owner')
  await owner.goto('/settings/limits')
  await owner.getByRole('button', { name: '修改退款限额' }).click()
  const form = owner.getByRole('dialog')
  await form.getByLabel(/^客服/).fill('CNY 二百')
  await form.getByLabel('理由').fill('小额快退')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText(/请写作“币种 金额”/).waitFor()
  await form.getByLabel(/^客服/).fill('CNY 200.00\nEUR 25')
  await form.getByRole('button', { name: '保存' }).click()
  const section = owner.getByRole('region', { name: '退款限额' })
  await section.getByRole('cell', { name: 'CNY 200.00 · EUR 25' }).waitFor()
  await section.getByText('变更记录 1').click()
  await section.getByText(/小额快退/).waitFor()
})

test('what a person chose on one device is there on another', async () => {
  const page = await signedIn('tobias')
  await page.goto('/settings/account')
  await page.getByText('紧凑', { exact: true }).click()
  await expect
    .poll(async () => (await (await page.request.get('/api/v1/preferences')).json()).density, { timeout: 20_000 })
    .toBe('compact')
  await page.evaluate(() => localStorage.removeItem('haixuan.density'))
  await page.reload()
  await page.waitForFunction(() => localStorage.getItem('haixuan.density') === 'compact')
})

test('I2 · a letter that was rewritten is the one a supplier is written with', async () => {
  const page = await signedIn('linruogu')
  await page.goto('/settings/templates')
  await page.getByRole('link', { name: '请供应商补充资料' }).click()
  const zh = page.getByRole('region', { name: '中文' })
  const body = zh.getByLabel('正文')
  await body.fill('请尽快补充，谢谢：')
  await page.getByRole('button', { name: /所欠事项/ }).click()
  await expect.poll(() => body.inputValue()).toBe('请尽快补充，谢谢：{{owed}}')
  // as it would be read, with the example
  await zh.getByText(/请尽快补充，谢谢：请上传有效的营业执照/).waitFor()
  await body.fill('请尽快补充，谢谢：\n· {{owd}}')
  await page.getByText('没有变量“owd”').waitFor()
  expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await body.fill('请尽快补充，谢谢：\n· {{owed}}\n{{streams}}')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('第 1 版 · 改写').waitFor()
  await page.goto('/suppliers/S-PL-KW')
  await page.getByRole('button', { name: '写信' }).click()
  const letter = page.getByRole('dialog')
  await letter.getByRole('combobox', { name: '信函' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '请供应商补充资料' }).click()
  await expect.poll(() => letter.getByLabel('正文').inputValue()).toMatch(/^请尽快补充，谢谢：\n· .*请换证后补交/s)
  const mail = await letter.getByRole('link', { name: '用邮件程序打开' }).getAttribute('href')
  expect(decodeURIComponent(mail ?? '')).toContain('请尽快补充，谢谢')
  await letter.getByRole('button', { name: '登记已发出' }).click()
  await letter.getByText(/林若谷 于.*发出过/).waitFor()
  await letter.getByRole('button', { name: '关闭' }).or(letter.locator('.ant-drawer-close')).first().click()
  await page.locator('#history').getByText('发出信函').first().waitFor()
  await page.goto('/settings/templates/supplier-request')
  await page.getByRole('button', { name: '恢复标准文本' }).click()
  await page.getByText('第 2 版 · 恢复标准文本').waitFor()
})

test('I2 · a list of blocked parties is adopted, its newer file shown before it is, searched, and withdrawn by two people', async () => {
  const csv = (...rows: string[]) => ({
    name: '禁止合作.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['名称,别名,国家,原因', ...rows, ''].join('\r\n')),
  })
  const legal = await signedIn('linruogu')
  await legal.goto('/settings/lists')
  const [template] = await Promise.all([
    legal.waitForEvent('download'),
    legal.getByRole('link', { name: '下载禁止合作名单模板' }).click(),
  ])
  expect(readFileSync(await template.path(), 'utf8')).toMatch(/^\uFEFF名称,别名/)
  const adopt = async (file: ReturnType<typeof csv>, shown: string) => {
    await legal.getByRole('button', { name: '更新名单' }).click()
    const form = legal.getByRole('dialog', { name: '更新名单' })
    await form.locator('input[type=file]').setInputFiles(file)
    await form.getByText(shown).first().waitFor()
    return form
  }
  // line, field and remedy
  const wrong = await adopt(csv('南岸商行,,,'), '禁止合作.csv:2 · 原因')
  await expectFaultOfQuestion(/400.*screening-lists\/compare/)
  await wrong.getByText(/请写明为何不与其合作/).waitFor()
  await wrong.getByRole('button', { name: /^取\s*消$/ }).click()
  const first = await adopt(csv('南岸商行,南岸贸易,CN,拖欠货款'), '首次启用：1 个主体，2 个名称')
  await first.getByRole('button', { name: '启用并重新筛查' }).click()
  await legal.getByText(/^已重新判定 \d+ 家供应商$/).waitFor({ timeout: 60_000 })
  const second = await adopt(
    csv('南岸商行,南岸贸易,CN,拖欠货款两次', 'Example GmbH,,DE,断供'),
    '新增 1 · 变更 1 · 移除 0',
  )
  await second.getByText('拖欠货款两次').waitFor()
  await second.getByRole('button', { name: '启用并重新筛查' }).click()
  await second.waitFor({ state: 'detached' })
  await legal.getByRole('link', { name: '本组织的禁止合作名单' }).click()
  await legal.getByRole('link', { name: '变更 1' }).click()
  await legal.getByRole('grid').getByText('南岸商行').waitFor()
  await legal.goto('/settings/lists/own-blocked/parties?q=南岸贸易')
  await legal.getByRole('row').filter({ hasText: '拖欠货款两次' }).waitFor()
  await legal.goto('/settings/lists/own-blocked')
  await legal.getByRole('button', { name: '提请停用' }).click()
  const end = legal.getByRole('dialog', { name: '提请停用' })
  await end.getByLabel('停用理由').fill('并入采购黑名单')
  await end.getByRole('button', { name: '提请停用' }).click()
  await legal.getByText('您提请的停用须由另一人确认').waitFor()
  expect(await legal.getByRole('button', { name: '确认停用' }).isDisabled()).toBe(true)
  const other = await signedIn('helene')
  await other.goto('/settings/lists/own-blocked')
  await other.getByText(/林若谷 于 .* 提请停用：并入采购黑名单/).waitFor()
  await other.getByRole('button', { name: '确认停用' }).click()
  await other.getByText(/^已重新判定 \d+ 家供应商$/).waitFor({ timeout: 60_000 })
  await other.getByText('已停用').first().waitFor()
})
