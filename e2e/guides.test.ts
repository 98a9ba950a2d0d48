import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { follow } from './guides/follow.ts'
import { type Language, ROLES, type Role, stepsOf } from './guides/guide.ts'
import { byLink, signedIn } from './support/people.ts'
import { linkOf } from './support/window.ts'

/** Members of the demo who have this one role; whoever is missing is added for the run. */
const DEMO: Readonly<Partial<Record<Role, string>>> = {
  owner: 'owner',
  selection: 'qiuhe',
  quality: 'guli',
  host: 'shenzhixia',
  'live-control': 'jiangyifan',
  service: 'baiyu',
  supplier: 'zhunanqiao',
  auditor: 'fangzheng',
}
const reader = (role: Role) => `reader-${role}`

async function add(role: Role): Promise<void> {
  const person = [`${reader(role)}@demo.example`, '--name', `读者 ${role}`, '--role', role, '--organisation', 'demo']
  const page = await byLink(await linkOf(inject('workbench'), ['add', ...person]))
  await page.context().close()
}

/** Where the comment of a guide says “a case”. */
const caseOf = async (page: Page) => {
  const { rows } = await (await page.request.get('/api/v1/cases?limit=1')).json()
  return `/cases/${rows[0].id}`
}

/** Follows a role's guide from the project that was looked at last, as the guide says; gives what could not be. */
async function followed(page: Page, role: Role, language: Language): Promise<string[]> {
  if (role !== 'supplier') await page.goto('/projects/germany-electronics')
  const steps = stepsOf(role, language, role === 'service' ? await caseOf(page) : undefined)
  const lost = await follow(
    page,
    steps.filter((step) => !step.onAir),
  )
  await page.context().close()
  return lost
}

test.each(ROLES)('the guide of %s is followed word by word in both languages', async (role) => {
  // whoever has no account yet is added by the first
  if (DEMO[role] === undefined) await add(role)
  const account = DEMO[role] ?? reader(role)
  // one after the other: a new link of a person ends the one before
  const zh = await signedIn(account, { language: 'zh' })
  const en = await signedIn(account, { language: 'en' })
  const lost = await Promise.all([followed(zh, role, 'zh'), followed(en, role, 'en')])
  expect(lost.flat()).toEqual([])
})

test.each(ROLES)('both guides of %s have the same steps, ways and clauses', (role) => {
  const [zh, en] = (['zh', 'en'] as const).map((language) => stepsOf(role, language))
  const outline = (steps: typeof zh) =>
    steps?.map(({ onAir, said, clauses }) => ({
      onAir,
      clauses,
      ways: said.filter(({ kind }) => kind !== 'word').length,
    }))
  expect(zh?.length).toBeGreaterThan(5)
  expect(outline(zh)).toEqual(outline(en))
})
