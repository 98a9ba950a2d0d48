import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { founder } from './support/people.ts'
import { changedByOneByte, downloadArchive, verify } from './whole-line/archive.ts'
import { approvePlan, writePlan } from './whole-line/plan.ts'
import { fixClass, fixRolesAndRequestSamples, importList, inspectLot, sealSample } from './whole-line/products.ts'
import { seesNothing } from './whole-line/stranger.ts'
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

const PRODUCTS = ['CS-01', 'CS-02', 'CS-03'] as const
const product = (id: (typeof PRODUCTS)[number]) => `${line.project}/products/${id}`

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

test('a class that no words made sure is corrected; roles are fixed and samples asked for all at once', async () => {
  await fixClass(line.selection, product('CS-03'), '家居装饰')
  await fixRolesAndRequestSamples(line.selection, line.project)
})

test('samples are handed over and sealed, lots inspected against the seal, by phone', async () => {
  for (const id of PRODUCTS) {
    await sealSample(line.quality, product(id), `F-${id}`)
    await inspectLot(line.quality, product(id), `LOT-${id}`)
  }
})

test('the plan is approved by a second person, not by its author', async () => {
  await approvePlan(line.selection, line.owner, line.project)
})

test('the archive is downloaded and verified by the command line; one byte changed is named', async () => {
  const archive = await downloadArchive(line.selection)
  expect(await verify(archive)).toMatchObject({ code: 0, stdout: expect.stringContaining('verified') })
  const changed = await verify(changedByOneByte(archive))
  expect(changed).toMatchObject({ code: 1, stdout: expect.stringContaining('event 0') })
})

test('whoever is of another organisation sees nothing of all this', async () => {
  const stranger = await founder(`${HOUSE}-other`, '别家')
  await seesNothing(stranger, line.project, line.supplier)
})
