// npm start: sets up, then runs the server with the example projects, on this machine alone, until Ctrl-C.
// npm start -- run [project.yaml]: carries out an example project headless instead and says where its files lie.
import { spawn } from 'node:child_process'
import { buildWeb } from './build-web.mjs'
import { environment, node, root, run, setUp } from './setup.mjs'

setUp()
const haixuan = 'packages/cli/bin/haixuan.mjs'
const [what, ...rest] = process.argv.slice(2)
if (what === 'run') {
  const project = rest[0] ?? 'examples/southeast-asia-beauty-home/project.yaml'
  process.exit(run(node, [haixuan, 'run', project, '--out', 'out/start', ...rest.slice(1)]))
}

const built = buildWeb()
if (built !== 0) process.exit(built)
const given = what === undefined ? [] : [what, ...rest]
const server = spawn(node, [haixuan, 'serve', '--demo', ...given], { cwd: root, env: environment, stdio: 'inherit' })
// a signal to this process alone is meant for the server; one from the terminal reaches both, and counts once
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal))
// npm hands a signal to its shell alone, which ends without handing it on
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  server.kill('SIGTERM')
}, 500)
watch.unref()
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.on('exit', (code) => process.exit(code ?? 1))
