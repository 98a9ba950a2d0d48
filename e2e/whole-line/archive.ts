import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { Haixuan } from '../../packages/server/test/support/server-process.ts'

/** Long enough for every decision to be run again on a busy machine. */
const LONG_MS = 60_000

/** T2 · The archive of the project at hand, exported and downloaded; answers with where it lies. */
export async function downloadArchive(page: Page): Promise<string> {
  await page.goto('/archive/exports')
  await page.getByRole('button', { name: '导出归档' }).click()
  const form = page.getByRole('dialog')
  await form.getByText('书桌专场').waitFor()
  await form.getByRole('button', { name: '开始导出' }).click()
  await form.getByText('归档已就绪').waitFor({ timeout: LONG_MS })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: '下载' }).click(),
  ])
  return download.path()
}

/** What the command line says of an archive, without the server. */
export const verify = (archive: string) => new Haixuan(['verify', archive]).ended

/** The same archive with one bit of one byte of an event turned. */
export function changedByOneByte(archive: string): string {
  const bytes = readFileSync(archive)
  const at = bytes.indexOf('"actor":"') + '"actor":"'.length
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(`${archive}.changed`, bytes)
  return `${archive}.changed`
}
