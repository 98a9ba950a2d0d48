import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { founder } from './support/people.ts'
import { writePlan } from './whole-line/plan.ts'
import { importList } from './whole-line/products.ts'
import {
  adoptList,
  decideHit,
  handInPapers,
  inspect,
  qualify,
  recordOwnerAndAccount,
  recordSupplier,
  verifyAccount,
} from './whole-line/supplier.ts'
import { invite } from './whole-line/team.ts'

/** An organisation of this run, so that nothing stands in it before; named when it is to be looked at afterwards. */
const HOUSE = process.env.HAIXUAN_E2E_HOUSE ?? `line-${Date.now().toString(36)}`

/** The people of the line, each in a browser of their own, and where the project stands. */
const line = {} as Record<'owner' | 'selection' | 'sourcing' | 'quality' | 'legal' | 'control' | 'host', Page> & {
  project: string
  supplier: string
}

let whole = true
beforeEach(({ task, skip, onTestFailed }) => {
  // each step stands on the one before
  if (!whole) skip(`a step before “${task.name}” failed`)
  onTestFailed(() => {
    whole = false
  })
})

test('an owner comes in by a one-time link, is told what a new organisation needs, and invites the others', async () => {
  line.owner = await founder(HOUSE, '沈一帆')
  const person = (name: string, email: string, ...roles: string[]) =>
    invite(line.owner, { name, roles, email: `${email}@${HOUSE}.example` })
  line.selection = await person('陆知远', 'luzhiyuan', '选品')
  line.sourcing = await person('孟筝', 'mengzheng', '采购')
  line.quality = await invite(
    line.owner,
    { name: '乔木', roles: ['质检'], email: `qiaomu@${HOUSE}.example` },
    { width: 390, height: 844 },
  )
  line.legal = await person('苏允', 'suyun', '法务')
  line.control = await person('何声', 'hesheng', '中控')
  line.host = await person('白朗', 'bailang', '主播')
})

test('a project is created with its plan; its home says what is next', async () => {
  line.project = await writePlan(line.selection)
  expect(line.project).toMatch(/^\/projects\//)
})

test('a list is imported; the row at fault is told with its remedy', async () => {
  await importList(line.selection, line.project)
})

test('the seller is put on record from what sourcing owes today, with papers, owner and account', async () => {
  line.supplier = await recordSupplier(line.sourcing)
  await handInPapers(line.sourcing)
  await recordOwnerAndAccount(line.sourcing)
})

test('legal screens the supplier and decides the hit, quality inspects it by phone, two people call back', async () => {
  await line.legal.goto(line.supplier)
  await line.legal.locator('#screenings').getByRole('link', { name: '启用制裁名单' }).click()
  await adoptList(line.legal)
  await line.legal.goto(line.supplier)
  await decideHit(line.legal)
  await verifyAccount(line.legal, line.supplier)
  await verifyAccount(line.owner, line.supplier)
  await inspect(line.quality, line.supplier)
})

test('the supplier is qualified: what is signed is what the record gives, and its gate opens', async () => {
  await qualify(line.sourcing, line.supplier)
})
