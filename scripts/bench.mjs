// npm run bench [name …]: runs the benchmarks in bench/, each with its peer in the same run.
import { readdirSync } from 'node:fs'
import { node, run, setUp } from './setup.mjs'

setUp()
const wanted = process.argv.slice(2)
const all = readdirSync('bench')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort()
let failed = 0
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n== ${name}`)
  if (run(node, ['--expose-gc', `bench/${name}.ts`]) !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
