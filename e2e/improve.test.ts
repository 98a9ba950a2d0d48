import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectFault, signedIn } from './support/people.ts'

/** Long enough for a decision of every product to be run again on a busy machine. */
const VERIFY_MS = 120_000

const verified = async (page: Page, file: string) => {
  await page.goto('/verify')
  await page.locator('input[type=file]').setInputFiles(file)
  const verdict = page.locator('.verdict')
  await verdict.waitFor({ timeout: VERIFY_MS })
  return verdict.textContent()
}

test('an archive is exported, downloaded and verified in the browser; one byte changed is named', async () => {
  const page = await signedIn('linruogu')
  await page.goto('/archive/exports')
  await page.getByRole('button', { name: '导出归档' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').click()
  await page.locator('.ant-select-item-option').first().click()
  await dialog.getByRole('button', { name: '开始导出' }).click()
  await dialog.getByText('归档已就绪').waitFor({ timeout: VERIFY_MS })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载' }).click(),
  ])
  const sound = await download.path()
  expect(download.suggestedFilename()).toMatch(/^haixuan-project-.*\.zip$/)
  const zip = path.join(path.dirname(sound), 'sound.zip')
  writeFileSync(zip, readFileSync(sound))
  expect(await verified(page, zip)).toContain('归档完好')

  const bytes = readFileSync(sound)
  const at = bytes.indexOf('"actor":"') + 9
  bytes[at] = (bytes[at] as number) ^ 1
  const changed = path.join(path.dirname(sound), 'changed.zip')
  writeFileSync(changed, bytes)
  expect(await verified(page, changed)).toContain('归档与签名不符')
  await page.getByRole('cell', { name: 'event 0', exact: true }).waitFor()

  writeFileSync(changed, 'not an archive')
  expect(await verified(page, changed)).toContain('不是 zip 文件，因而不是归档')
}, 400_000)

test('an event of the log is proven by the browser, and a decision comes out again', async () => {
  const page = await signedIn('fangzheng')
  await page.goto('/archive/log?type=gate.decided')
  await page.getByRole('row').nth(1).click()
  await page.getByText('本浏览器已核验：在日志中').waitFor()
  await page.getByRole('button', { name: '重演这项决定' }).click()
  await page.getByText('重演结果逐字节相同').waitFor({ timeout: VERIFY_MS })
  await page.getByRole('link', { name: '在树中查看' }).click()
  await page.getByText(/叶子即此事件/).waitFor()
}, 200_000)

test('a rule is acknowledged after its test; a wrong answer sends one back to the text', async () => {
  const legal = await signedIn('linruogu')
  await legal.goto('/rules/new')
  await legal.getByLabel('名称').fill('主播行为规范')
  await legal.getByLabel('编号').fill('host-conduct')
  await legal.getByLabel('正文').fill('发现货品与封样不符，立即停讲并报中控。')
  await legal.getByLabel('角色（含以后加入的人）').click()
  await legal.locator('.ant-select-item-option', { hasText: '主播' }).click()
  await legal.keyboard.press('Escape')
  await legal.getByRole('button', { name: '加一题' }).click()
  await legal.getByLabel('题目').fill('货品与封样不符怎么办？')
  await legal.getByRole('textbox', { name: '答案 1' }).fill('讲完再说')
  await legal.getByRole('textbox', { name: '答案 2' }).fill('立即停讲')
  await legal.getByRole('radio', { name: '答案 2' }).check()
  await legal.getByRole('button', { name: '发布', exact: true }).click()
  await legal.waitForURL('**/rules/host-conduct')

  const host = await signedIn('shenzhixia')
  await host.goto('/rules')
  await host.getByRole('button', { name: '阅读并签收' }).click()
  await host.getByRole('radio', { name: '讲完再说' }).check()
  await host.getByRole('button', { name: '我已阅读并签收' }).click()
  await host.getByText('请重读制度后再作答').waitFor()
  await expectFault(/409/)
  await host.getByRole('radio', { name: '立即停讲' }).check()
  await host.getByRole('button', { name: '我已阅读并签收' }).click()
  await host.getByText('您已签收此版本').waitFor()
}, 200_000)

test('a case is opened, decided line by line and refunded; the buyer stays sealed to others', async () => {
  const service = await signedIn('baiyu')
  await service.goto('/cases/new')
  await service.getByLabel('买家所在市场').click()
  await service.locator('.ant-select-item-option', { hasText: '德国' }).click()
  await service.getByLabel('提出日').fill('2026-06-10')
  await service.getByLabel('下单日').fill('2026-06-01')
  await service.getByLabel('签收日').fill('2026-06-05')
  await service.getByLabel('币种').fill('EUR')
  await service.getByLabel('已付运费').fill('4.90')
  await service.getByLabel('单价').fill('59.00')
  await service.getByLabel('邮箱').fill('buyer@people.example')
  await service.getByRole('button', { name: '受理', exact: true }).click()
  await service.getByRole('button', { name: '裁定', exact: true }).click()
  // Directive 2011/83/EU, article 13: the price and the standard delivery, 59.00 + 4.90
  await service.getByText('EUR 63.90').first().waitFor()
  await service.getByRole('button', { name: '显示' }).click()
  await service.getByText('buyer@people.example').waitFor()

  const auditor = await signedIn('fangzheng')
  await auditor.goto(new URL(service.url()).pathname)
  await auditor.getByText('您的角色无需查看买家资料。').waitFor()
  expect(await auditor.getByText('buyer@people.example').count()).toBe(0)
}, 200_000)
