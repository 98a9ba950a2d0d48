// npm run bench [name …] [--option value …]: runs the benchmarks of bench/ one after the other, each with its peer in the same run, and ends
// with a line for each: how long it took, and what it said of its aims. Exit 1 when an aim was missed.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { node, root, setUp } from './setup.mjs'

setUp()
const folder = path.join(root, 'bench')
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort()
const given = process.argv.slice(2)
const options = given.findIndex((word) => word.startsWith('--'))
const wanted = options === -1 ? given : given.slice(0, options)
/** For the benchmarks that are named. */
const more = options === -1 ? [] : given.slice(options)
const unknown = wanted.find((name) => !all.includes(name))
if (unknown !== undefined) {
  console.error(`there is no benchmark "${unknown}"; there are ${all.join(', ')}`)
  process.exit(2)
}

/** Runs one benchmark, showing what it prints; gives its code, seconds, and the lines that tell of an aim. */
function measure(name) {
  return new Promise((resolve) => {
    const from = performance.now()
    const child = spawn(node, ['--expose-gc', path.join(folder, `${name}.ts`), ...more], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
      process.stdout.write(text)
    })
    child.on('close', (code) => {
      const aims = said.split('\n').filter((line) => /\baim\b|^missed/.test(line))
      resolve({ name, code, seconds: (performance.now() - from) / 1000, aims })
    })
  })
}

const done = []
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n== ${name}`)
  done.push(await measure(name))
}

const width = Math.max(...done.map(({ name }) => name.length))
console.log(`\n== summary\n${'benchmark'.padEnd(width)}  result  seconds  aims`)
for (const { name, code, seconds, aims } of done) {
  const [first = '', ...others] = aims.map((line) => line.trim())
  console.log(`${name.padEnd(width)}  ${code === 0 ? 'ok    ' : 'MISSED'}  ${seconds.toFixed(0).padStart(7)}  ${first}`)
  for (const line of others) console.log(`${' '.repeat(width + 19)}${line}`)
}
process.exit(done.every(({ code }) => code === 0) ? 0 : 1)
