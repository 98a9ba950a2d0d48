// npm test: sets up, then runs the package's own rules and every test; ends on `N passed, N failed`.
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { node, root, run, setUp } from './setup.mjs'

setUp()
const report = path.join(root, 'node_modules', '.test-report.json')
rmSync(report, { force: true })

const rules = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', node, ['scripts/types.mjs']],
  ['unused code', 'knip', []],
]
let passed = 0
let failed = 0
for (const [name, program, args] of rules) {
  const ok = run(program, args) === 0
  console.log(`${ok ? 'ok' : 'NOT OK'}  ${name}`)
  if (ok) passed += 1
  else failed += 1
}

const code = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  failed += Math.max(numFailedTests, code === 0 ? 0 : numFailedTestSuites, code === 0 ? 0 : 1)
} catch {
  failed += 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
