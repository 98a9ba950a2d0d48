import type { TestProject } from 'vitest/node'
import { startServer, temporaryFolder } from '../../packages/server/test/support/server-process.ts'
import { browser, installBrowser } from '../../scripts/browser.mjs'
import { buildWeb } from '../../scripts/build-web.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** the server of this run, with the example projects, and where Chromium is */
    workbench: { readonly address: string; readonly data: string; readonly chromium: string }
  }
}

/** One server with the example projects and the workbench as it is built, for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!installBrowser()) throw new Error('there is no Chromium: install it, or name it in CHROMIUM')
  const { HAIXUAN_E2E_ADDRESS: address, HAIXUAN_E2E_DATA: data } = process.env
  // while a test is written: a server that runs already, with the workbench as it was built last
  if (address && data) {
    project.provide('workbench', { address, data, chromium: browser() as string })
    return async () => {}
  }
  if (buildWeb() !== 0) throw new Error('the workbench cannot be built')
  const { folder, remove } = temporaryFolder()
  const running = await startServer(`${folder}/data`, ['--demo'], { HAIXUAN_RATE_LIMIT: '0' })
  project.provide('workbench', { address: running.address, data: `${folder}/data`, chromium: browser() as string })
  return async () => {
    running.server.child.kill('SIGTERM')
    await running.server.ended
    remove()
  }
}
