import type { Page } from 'playwright-core'
import { byLink } from '../support/people.ts'
import type { Looking } from '../support/window.ts'

let invited = 0

/** A person whom an owner invites in settings, and who comes in by the link the owner hands them. */
export async function invite(owner: Page, house: string, role: string, name: string, looking: Looking): Promise<Page> {
  await owner.goto('/settings/people')
  await owner.getByRole('button', { name: '邀请成员' }).click()
  const form = owner.getByRole('dialog')
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('邮箱').fill(`p${++invited}@${house}.example`)
  await form.getByLabel(role, { exact: true }).check()
  await form.getByRole('button', { name: '生成邀请链接' }).click()
  const link = await owner.getByRole('dialog', { name: '邀请链接' }).locator('code').textContent()
  return byLink((link as string).trim(), looking)
}
