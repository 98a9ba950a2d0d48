import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { registerWorkbench } from './workbench.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'haixuan-workbench-'))
writeFileSync(path.join(folder, 'index.html'), '<title>Haixuan</title>')
afterAll(() => rmSync(folder, { recursive: true }))

test.each(['/', '/projects', '/suppliers/S-1?tab=papers'])(
  '%s is the workbench, with compression or without',
  async (url) => {
    const app = fastify()
    await registerWorkbench(app, folder)
    for (const headers of [{}, { 'accept-encoding': 'gzip, br' }]) {
      const answer = await app.inject({ url, headers: { accept: 'text/html', ...headers } })
      expect([answer.statusCode, answer.body]).toEqual([200, '<title>Haixuan</title>'])
    }
    await app.close()
  },
)
