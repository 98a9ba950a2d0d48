import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const NAME = '杭州澄舍家居有限公司'
/** 91000000MACJ00001 with its check digit by GB 32100-2015: 31 − 1284 mod 31 = 18, which is written J. */
const NUMBER = '91000000MACJ00001J'
const LIST = path.join(import.meta.dirname, 'screening.csv')
const SCAN = { name: '扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%made up\n%%EOF\n') }

const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** I2 · The seller whom the list names is put on record from what is owed today; answers with its address. */
export async function recordSupplier(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('link', { name: NAME }).click()
  const form = page.getByRole('dialog', { name: '登记供应商' })
  await form.getByLabel('其他名称（外文名、商号）').fill('Hangzhou Chengshe Home Co., Ltd.')
  await form.getByLabel('其他名称（外文名、商号）').press('Enter')
  await form.getByLabel('类型', { exact: true }).click()
  await page.getByTitle('品牌方', { exact: true }).click()
  await form.getByRole('button', { name: '添加号码' }).click()
  await form.getByLabel('号码类型').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('统一社会信用代码 · cn uscc').click()
  await form.getByLabel('号码', { exact: true }).fill(NUMBER)
  await form.getByText('校验位与格式相符').first().waitFor()
  await form.getByLabel('法定代表人').fill('程澄')
  await form.getByLabel('注册地址').fill('杭州市示例路 8 号')
  await form.getByRole('button', { name: '添加品牌' }).click()
  await form.getByLabel('品牌', { exact: true }).fill('澄舍')
  await form.getByLabel('权利人').fill(NAME)
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: NAME, level: 1 }).waitFor()
  return new URL(page.url()).pathname
}

/** P3, I2 · Every paper that the matrix asks and is not held, one after the other, until none is missing. */
export async function handInPapers(page: Page): Promise<void> {
  const handIn = page.locator('#documents').getByRole('button', { name: '补交' })
  await handIn.first().waitFor()
  for (let left = await handIn.count(); left > 0; left = await handIn.count()) {
    await handIn.last().click()
    const form = page.getByRole('dialog', { name: '登记证件' })
    await form.getByLabel('证件编号').fill(`CS-2026-${left}`)
    await form.getByLabel('签发日').fill(later(-60))
    await form.getByLabel('有效至').fill(later(700))
    await form.locator('input[type=file]').setInputFiles(SCAN)
    await form.getByText('扫描件.pdf').waitFor()
    await form.getByLabel(/^名称/).fill(NAME)
    await form.getByRole('button', { name: '登记' }).click()
    await expect.poll(() => handIn.count(), { timeout: 20_000 }).toBeLessThan(left)
  }
}

/** I2 · Who owns it in the end, and the account in its own name: first step of two. */
export async function recordOwnerAndAccount(page: Page): Promise<void> {
  await page.locator('#owners').getByRole('button', { name: '登记' }).click()
  const owner = page.getByRole('dialog', { name: '登记受益所有人' })
  await owner.getByLabel('姓名').fill('程澄')
  await owner.getByLabel(/^持股或表决权比例/).fill('100')
  await owner.getByRole('button', { name: /^登\s*记$/ }).click()
  await page.locator('#owners').getByText('程澄').waitFor()
  await page.getByRole('button', { name: '登记账户' }).click()
  const account = page.getByRole('dialog', { name: '提出收款账户' })
  await account.getByLabel('开户行').fill('示例银行杭州分行')
  await account.getByLabel(/^账号/).fill('****8806')
  await account.locator('input[type=file]').setInputFiles(SCAN)
  await account.getByText('扫描件.pdf').waitFor()
  await account.getByRole('button', { name: /^提\s*出$/ }).click()
  await page.locator('#bank').getByText('还需 2 名登记人以外的人核实').waitFor()
}

/** R4 · Second step: someone else calls back on the number held before. */
export async function verifyAccount(page: Page, supplier: string): Promise<void> {
  await page.goto(supplier)
  await page.locator('#bank').getByRole('button', { name: '核实', exact: true }).click()
  const form = page.getByRole('dialog', { name: '核实收款账户' })
  await form.getByLabel('与何人、以何号码通话').fill('程澄 0571-0000 0000')
  await form.getByRole('button', { name: '确认核实' }).click()
  await form.waitFor({ state: 'detached' })
}

/** I2 · Legal adopts a list, and with it every supplier is screened. */
export async function adoptList(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更新名单' }).click()
  const form = page.getByRole('dialog', { name: '更新名单' })
  await form.locator('input[type=file]').setInputFiles(LIST)
  await form.getByText('首次启用：2 个主体，2 个名称').waitFor()
  await form.getByLabel('名单日期').fill(later(-3))
  await form.getByRole('button', { name: '启用并重新筛查' }).click()
  await page.getByText(/^已重新判定 \d+ 家供应商$/).waitFor()
}

/** I2 · The hit that is another company is decided, with the reason. */
export async function decideHit(page: Page): Promise<void> {
  await page.locator('#screenings').getByRole('button', { name: '判定命中' }).click()
  const form = page.getByRole('dialog', { name: '判定命中' })
  await form.getByLabel('不是同一主体').check()
  await form.getByLabel(/^依据/).fill('注册地与负责人均不同')
  await form.getByRole('button', { name: /^判\s*定$/ }).click()
  await page.locator('#screenings').getByText('非同一主体').waitFor()
}

/** I1 · A remote inspection on a phone, one question a screen. */
export async function inspect(page: Page, supplier: string): Promise<void> {
  await page.goto(`${supplier}/inspect`)
  await page.getByRole('radio', { name: /远程视频考察/ }).check()
  await page.getByRole('button', { name: /^开\s*始$/ }).click()
  for (let n = 1, of = n; n <= of; n++) {
    const place = page.getByText(`第 ${n} 题，共`).first()
    of = Number(/共 (\d+) 题/.exec((await place.textContent()) as string)?.[1])
    await page.getByRole('radio', { name: '5 分，满分 5' }).click()
    await page.getByRole('button', { name: '下一题' }).click()
  }
  await page.getByText('得分 100%').waitFor()
  await page.getByRole('button', { name: '提交考察' }).click()
  await page.locator('#inspections').getByText('得分 100%').waitFor()
}

/** I2 · The decision is signed; what the record gives stands beside it. */
export async function qualify(page: Page, supplier: string): Promise<void> {
  await page.goto(supplier)
  await page.getByText('没有待处理的问题').waitFor()
  await page.getByRole('button', { name: '签署评定' }).click()
  const form = page.getByRole('dialog', { name: '签署资格评定' })
  await form.getByRole('button', { name: /^签\s*署$/ }).click()
  await form.waitFor({ state: 'detached' })
  await page.locator('#gates .gate-passed').first().waitFor()
}
