import { expect, test } from 'vitest'
import { signedIn } from './support/people.ts'

test('the projects of the organisation, found by a word and opened by keyboard', async () => {
  const page = await signedIn('qiuhe')
  await page.goto('/projects')
  const rows = page.getByRole('grid').getByRole('row')
  await rows.filter({ hasText: '南洋日常' }).waitFor()
  await page.getByRole('textbox', { name: '搜索' }).fill('南洋')
  await page.waitForURL(/q=/)
  await expect.poll(() => rows.count()).toBe(2)
})
