// Makes a fresh clone ready with whatever Node runs this: installs what package-lock.json names, once,
// and gives the path of the project's own Node 24.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname))
const bin = path.join(root, 'node_modules', '.bin')

/** The environment in which `node` is the project's own. */
export const environment = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` }
export const node = path.join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')

/** Runs a program to its end with this terminal; gives its exit code. */
export function run(program, args) {
  const done = spawnSync(program, args, { cwd: root, env: environment, stdio: 'inherit' })
  if (done.error) {
    console.error(`${program}: ${done.error.message}`)
    return 1
  }
  return done.status ?? 1
}

const works = () => existsSync(node) && spawnSync(node, ['--version']).status === 0

/** Installs the packages unless they are there and the project's Node runs. */
export function setUp() {
  if (works() && existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return
  console.error('Haixuan: installing packages (first time only) …')
  // not `npm ci`: it refuses a lock without the optional packages of platforms a registry does not carry
  const code = run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) process.exit(code)
}
