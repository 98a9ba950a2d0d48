// Makes a clone ready with whatever Node runs this: installs what package-lock.json names, again whenever that changed,
// and gives the path of the project's own Node 24.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname))
const bin = path.join(root, 'node_modules', '.bin')
/** Holds the hash of the lock that was installed last; goes when node_modules goes. */
const stamp = path.join(root, 'node_modules', '.installed')

/** The environment in which `node` is the project's own. */
export const environment = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` }
export const node = path.join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')

/** Runs a program to its end with this terminal; gives its exit code. */
export function run(program, args, more = {}) {
  const done = spawnSync(program, args, { cwd: root, env: { ...environment, ...more }, stdio: 'inherit' })
  if (done.error) {
    console.error(`${program}: ${done.error.message}`)
    return 1
  }
  return done.status ?? 1
}

const works = () => existsSync(node) && spawnSync(node, ['--version']).status === 0
const lock = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')

/** Installs the packages unless those of this lock are there and the project's Node runs. */
export function setUp() {
  const named = lock()
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
  if (installed === named && works()) return
  console.error(`Haixuan: installing packages (${installed ? 'the lock changed' : 'first time only'}) …`)
  // not `npm ci`: it refuses a lock without the optional packages of platforms a registry does not carry
  const code = run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) process.exit(code)
  // renamed to its place, so that a stamp is whole or absent
  writeFileSync(`${stamp}.new`, named)
  renameSync(`${stamp}.new`, stamp)
}
