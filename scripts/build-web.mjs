// Builds the workbench for the server, unless what it is made from has not changed since it was built last.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { node, root, run } from './setup.mjs'

const web = path.join(root, 'packages', 'web')
const stamp = path.join(web, 'dist', '.made-from')
/** All that a build depends on: the workbench, what it takes from other packages, the words of the standard, the API. */
const SOURCES = [
  'packages/web',
  'packages/domain/src',
  'packages/interchange/src',
  'packages/server/src',
  'standard',
  'package-lock.json',
]
const LEFT_OUT = /(^|\/)(node_modules|dist)(\/|$)|\.gen\.ts$|\.test\.tsx?$/

/** Types of the client, from the API as the server has it now. */
export const makeClient = () => run(node, [path.join('packages', 'web', 'build', 'make-client.ts')])

/** Builds when it must; gives the exit code. */
export function buildWeb() {
  const made = madeFrom()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return 0
  console.error('Haixuan: building the workbench …')
  // as people get it, also where tests ask for it: else React would be the one for developers
  const asShipped = { NODE_ENV: 'production' }
  const code = makeClient() || run('vite', ['build', '--logLevel', 'warn', 'packages/web'], asShipped)
  if (code === 0) writeFileSync(stamp, made)
  return code
}

function madeFrom() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const place = path.join(root, source)
    const files = source.endsWith('.json')
      ? ['']
      : readdirSync(place, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
          .filter((file) => !LEFT_OUT.test(file))
          .sort()
    for (const file of files) hash.update(`${source}/${file}\0`).update(readFileSync(path.join(place, file)))
  }
  return hash.digest('hex')
}

if (import.meta.filename === process.argv[1]) process.exit(buildWeb())
