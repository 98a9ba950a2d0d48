import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { PNG } from './support/files.ts'
import { byLink, expectFault, expectFaults, expectNoNetwork, founder, open } from './support/people.ts'
import { sent } from './support/sent.ts'

/** What the guides of owner, supplier and auditor say, done in an organisation of this run from its first link on. */
const HOUSE = `day-${Date.now().toString(36)}`
const NAME = '宁波拾光日用品示例有限公司'
const SCAN = { name: '执照.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%made up\n%%EOF\n') }
const PASSWORD = 'correct horse battery'
const people = {} as Record<'owner' | 'legal' | 'supplier', Page>

/** The link that an owner hands to a person whom they invite. */
async function invitation(owner: Page, name: string, role: string, supplier?: string): Promise<string> {
  await owner.goto('/settings/people')
  await owner.getByRole('button', { name: '邀请成员' }).click()
  const form = owner.getByRole('dialog', { name: '邀请成员' })
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('邮箱').fill(`${encodeURIComponent(name).replaceAll('%', '').toLowerCase()}@${HOUSE}.example`)
  await form.getByLabel(role, { exact: true }).check()
  if (supplier !== undefined) {
    await form.getByLabel('代表的供应商').click()
    await owner.locator('.ant-select-item-option').filter({ hasText: supplier }).click()
  }
  await form.getByRole('button', { name: '生成邀请链接' }).click()
  const shown = owner.getByRole('dialog', { name: '邀请链接' })
  const link = ((await shown.locator('code').textContent()) as string).trim()
  await shown.getByRole('button', { name: '已保存' }).click()
  return link
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('an owner names the organisation, invites, withdraws an invitation, changes roles; a link pasted on the sign-in page works', async () => {
  const owner = await founder(HOUSE, '季青')
  people.owner = owner
  await owner.goto('/settings/organisation')
  await owner.getByLabel('名称').fill('拾光示例')
  await owner.getByRole('button', { name: /^保\s*存$/ }).click()
  await owner.getByText('已保存').waitFor()

  const withdrawn = await invitation(owner, '走错的人', '客服')
  await owner.getByRole('button', { name: '撤回 走错的人' }).click()
  await owner.getByText('走错的人').waitFor({ state: 'detached' })
  const stranger = await (await open()).newPage()
  await stranger.goto(withdrawn)
  await stranger.locator('#link input[type=password]').fill(PASSWORD)
  await stranger.locator('#link button').click()
  await stranger.getByText('链接已使用或已过期，请索取新链接。').waitFor()
  await expectFault(/410/)

  const link = await invitation(owner, '纪法', '质量')
  const legal = await (await open()).newPage()
  people.legal = legal
  await legal.goto('/sign-in')
  await legal.locator('#password button').waitFor()
  // the page stands already: only what follows the # is another
  await legal.evaluate((to) => location.assign(to), link)
  await legal.locator('#link input[type=password]').fill(PASSWORD)
  await legal.locator('#link button').click()
  await legal.locator('.frame').waitFor()

  await owner.goto('/settings/people')
  await row(owner, '纪法').getByRole('button', { name: '更改角色' }).click()
  const form = owner.getByRole('dialog', { name: '更改角色' })
  await form.getByLabel('法务', { exact: true }).check()
  await form.getByRole('button', { name: /^保\s*存$/ }).click()
  await row(owner, '纪法').getByText('法务').waitFor()
  await legal.goto('/settings/lists')
  await legal.getByRole('button', { name: '更新名单' }).waitFor()
})

test('a key works with its scopes until it is revoked; a receiver gets its secret once and a test', async () => {
  const { owner } = people
  await owner.goto('/settings/keys')
  await owner.getByRole('button', { name: '新建密钥' }).click()
  const form = owner.getByRole('dialog', { name: '新建密钥' })
  await form.getByLabel('用途').fill('报表')
  await form.getByRole('button', { name: '新建密钥' }).click()
  const shown = owner.getByRole('dialog', { name: '新密钥' })
  const key = ((await shown.locator('code').textContent()) as string).trim()
  await shown.getByRole('button', { name: '已保存' }).click()
  const asked = (method: string) =>
    fetch(`${inject('workbench').address}/api/v1/projects`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': key.slice(-20),
      },
      ...(method === 'POST' ? { body: JSON.stringify({ theme: 'x' }) } : {}),
    }).then(({ status }) => status)
  expect(await asked('GET')).toBe(200)
  // `read` is what a key has unless more is said
  expect(await asked('POST')).toBe(403)
  await owner.getByRole('button', { name: '作废' }).click()
  await owner.getByRole('tooltip').getByRole('button', { name: '作废' }).click()
  await owner.getByText('已作废').waitFor()
  expect(await asked('GET')).toBe(401)

  await owner.goto('/settings/connections')
  await owner.getByRole('button', { name: '添加接收方' }).click()
  const receiver = owner.getByRole('dialog', { name: '添加接收方' })
  await receiver.getByLabel('方式').click()
  await owner.locator('.ant-select-item-option').filter({ hasText: 'Webhook' }).click()
  await receiver.getByLabel('名称').fill('仓储系统')
  await receiver.getByLabel('机器人或接口地址（https://…）').fill('https://hook.invalid/haixuan')
  await receiver.getByRole('button', { name: /^添\s*加$/ }).click()
  const secret = owner.getByRole('dialog', { name: 'Webhook 签名密钥' })
  expect(await secret.locator('code').textContent()).toMatch(/^whsec_/)
  await secret.getByRole('button', { name: '已保存' }).click()
  await owner.getByRole('button', { name: '发送测试' }).click()
  await owner.getByText('测试已发出，结果见下方投递记录').waitFor()
  await owner.getByRole('region', { name: '投递记录' }).getByText('仓储系统').first().waitFor()
})

test('a supplier accepts its invitation, completes who it is, hands a paper in, and changes its account, which two others verify', async () => {
  const { owner, legal } = people
  expect(
    (await sent(owner, 'POST', '/suppliers', { id: 'S-SG', name: NAME, country: 'CN', kind: 'manufacturer' })).status,
  ).toBe(201)
  const theme = { id: HOUSE, theme: '收纳专场', markets: ['sg'], date: '2027-06-01', language: 'zh', slots: 2 }
  expect((await sent(owner, 'POST', '/projects', theme)).status).toBe(201)
  const listing = { row: 1, sku: 'SG-1', title: '拾光 收纳盒', description: '塑料收纳盒', seller: NAME, language: 'zh' }
  const empty = { images: [], category: [], variants: [], attributes: [] }
  const price = { minor: 1990, currency: 'SGD' }
  const products = { listings: [{ ...listing, ...empty, price }] }
  expect((await sent(owner, 'POST', `/projects/${HOUSE}/products`, products)).status).toBe(201)

  const supplier = await byLink(await invitation(owner, '石光', '供应商', NAME), { width: 390, height: 844 })
  people.supplier = supplier
  await supplier.getByRole('heading', { name: '待办事项' }).waitFor()
  await supplier.goto('/portal/profile')
  await supplier.getByRole('button', { name: '更正' }).click()
  const who = supplier.getByRole('dialog', { name: '更正主体信息' })
  await who.getByLabel('法定代表人').fill('石光')
  await who.getByLabel('注册地址').fill('宁波市示例路 1 号')
  await who.getByRole('button', { name: /^保\s*存$/ }).click()
  await supplier.getByText('宁波市示例路 1 号').waitFor()

  await supplier.getByRole('button', { name: '登记证件' }).first().click()
  const paper = supplier.getByRole('dialog', { name: '登记证件' })
  await paper.getByLabel('证件类型').fill('营业执照（中国）')
  await supplier.locator('.ant-select-dropdown:visible').getByText('营业执照（中国）', { exact: false }).first().click()
  await paper.getByLabel('证件编号').fill('NB-1')
  // on a phone a day is the field of the system
  await paper.getByLabel('签发日').fill('2026-01-05')
  await paper.getByLabel('有效至').fill('2031-01-04')
  await paper.locator('input[type=file]').setInputFiles(SCAN)
  await paper.getByText('执照.pdf').waitFor()
  await paper.getByLabel(/^名称/).fill(NAME)
  await paper.getByRole('button', { name: /^登\s*记$/ }).click()
  await paper.waitFor({ state: 'detached' })

  await supplier.getByRole('button', { name: '登记账户' }).click()
  const account = supplier.getByRole('dialog', { name: '提出收款账户' })
  await account.getByLabel('开户行').fill('示例银行宁波分行')
  await account.getByLabel(/^账号/).fill('****6601')
  await account.locator('input[type=file]').setInputFiles(SCAN)
  await account.getByText('执照.pdf').waitFor()
  await account.getByRole('button', { name: /^提\s*出$/ }).click()
  await supplier.locator('#bank').getByText('还需 2 名登记人以外的人核实').waitFor()
  for (const page of [legal, owner]) {
    await page.goto('/suppliers/S-SG')
    await page.locator('#bank').getByRole('button', { name: '核实', exact: true }).click()
    const form = page.getByRole('dialog', { name: '核实收款账户' })
    await form.getByLabel('与何人、以何号码通话').fill('石光 0574-0000 0000')
    await form.getByRole('button', { name: '确认核实' }).click()
    await form.waitFor({ state: 'detached' })
  }
  await supplier.reload()
  await supplier
    .locator('#bank')
    .getByText(/起可付款/)
    .waitFor()
})

test('a supplier offers a product and sends the sample that is asked of it', async () => {
  const { owner, supplier } = people
  await supplier.goto('/portal/products')
  await supplier.getByRole('button', { name: '推荐产品' }).click()
  await supplier.getByLabel('产品标题').fill('拾光 抽屉分隔板')
  await supplier.getByLabel('货号').fill('SG-2')
  await supplier.getByRole('button', { name: /^推\s*荐$/ }).click()
  await supplier.getByRole('heading', { name: '拾光 抽屉分隔板' }).waitFor()
  // what its listing lacks is mended where it is told
  const lacks = supplier.getByRole('listitem').filter({ hasText: '缺少价格' })
  await lacks.getByRole('button', { name: '修改商品信息' }).click()
  const edited = supplier.getByRole('dialog', { name: '修改商品信息' })
  await edited.getByLabel('标价').fill('12.90')
  await edited.getByLabel('币种').fill('SGD')
  await edited.getByLabel('品牌').fill('拾光')
  await edited.getByLabel('图片链接').fill('https://pictures.example/sg-2.jpg ')
  await edited.getByRole('button', { name: /^保\s*存$/ }).click()
  await lacks.waitFor({ state: 'detached' })
  await supplier.getByText('缺少图片').waitFor({ state: 'detached' })
  await owner.goto(`/projects/${HOUSE}/products/SG-1`)
  const samples = owner.getByRole('region', { name: '样品与保管' })
  await samples.getByRole('button', { name: '索样' }).click()
  await owner
    .getByRole('dialog')
    .getByRole('button', { name: /^保\s*存$/ })
    .click()
  await samples.getByText('已索样').first().waitFor()
  await supplier.goto('/portal')
  await supplier.getByRole('region', { name: '待寄样品' }).getByRole('button', { name: '寄样' }).click()
  await supplier.getByRole('button', { name: '登记寄出' }).click()
  const parcel = supplier.getByRole('dialog', { name: /^寄出样品/ })
  await parcel.getByLabel('快递公司与单号').fill('示例快递 0001')
  await parcel.locator('input[type=file]').setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: PNG })
  await parcel.getByRole('button', { name: '登记寄出' }).click()
  await parcel.waitFor({ state: 'detached' })
  await samples.getByText('已寄出').first().waitFor()
})

test('an auditor takes the report and an archive, and verifies it without a network; whoever is removed is out at once', async () => {
  const { owner, legal } = people
  await legal.goto('/archive/exports')
  await legal.getByRole('button', { name: '导出归档' }).first().click()
  const form = legal.getByRole('dialog', { name: '导出归档' })
  await form.getByLabel('整个组织').check()
  await form.getByRole('button', { name: '开始导出' }).click()
  await form.getByText('归档已就绪').waitFor({ timeout: 60_000 })
  const auditor = await byLink(await invitation(owner, '审言', '审计'))
  await auditor.goto('/conformity')
  const [report] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: '下载报告' }).click(),
  ])
  expect(readFileSync(await report.path(), 'latin1').slice(0, 5)).toBe('%PDF-')
  await auditor.goto('/archive/exports')
  expect(await auditor.getByRole('button', { name: '导出归档' }).isDisabled()).toBe(true)
  const [archive] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('button', { name: '下载' }).first().click(),
  ])
  const zip = path.join(path.dirname(await archive.path()), `${HOUSE}.zip`)
  writeFileSync(zip, readFileSync(await archive.path()))
  await auditor.goto('/verify')
  await auditor.getByText('核验程序已载入，现在断网也能核验').waitFor()
  await auditor.context().setOffline(true)
  await auditor.locator('input[type=file]').setInputFiles(zip)
  const verdict = auditor.locator('.verdict')
  await verdict.waitFor({ timeout: 60_000 })
  expect(await verdict.textContent()).toContain('归档完好')
  await auditor.context().setOffline(false)
  expectNoNetwork()

  await owner.goto('/settings/people')
  await row(owner, '纪法').getByRole('button', { name: '移除' }).click()
  await owner.getByRole('tooltip').getByRole('button', { name: '移除' }).click()
  await row(owner, '纪法').waitFor({ state: 'detached' })
  await legal.goto('/')
  await legal.getByRole('heading', { name: '此账号已不属于任何组织' }).waitFor()
  expectFaults(/403/)
})
