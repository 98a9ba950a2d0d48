#!/usr/bin/env node
// Runs the command line on a Node that reads TypeScript; on an older one, on the project's own.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

if (process.features.typescript) await import('../src/main.ts')
else {
  const node = createRequire(import.meta.url).resolve('node/bin/node')
  const self = fileURLToPath(import.meta.url)
  process.exitCode = spawnSync(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 70
}
