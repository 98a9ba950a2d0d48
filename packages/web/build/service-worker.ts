import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin, Rolldown } from 'vite'

const SOURCE = path.resolve(import.meta.dirname, '../src/offline/service-worker.js')
/** Pages that have to open without a network, beside the frame around them. */
const PAGES = ['frame/project-frame.tsx', 'live/live-page.tsx', 'quality/inspect-page.tsx', 'inspect/inspect.tsx']
/** Files beside the bundle that every page asks for. */
const BESIDE = ['/first-paint.js', '/icon.svg']

/** Writes /service-worker.js: with the files that the pages need which open without a network, and their version. */
export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  generateBundle: {
    // after chunks that hold styles alone are gone
    order: 'post',
    handler(_, bundle) {
      const files = [...needed(bundle)].sort().map((file) => `/${file}`)
      const source = readFileSync(SOURCE, 'utf8')
      const version = createHash('sha256').update(source).update(files.join()).digest('hex').slice(0, 12)
      const list = [...BESIDE, ...files].map((file) => `'${file}'`).join(',')
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: source.replace('__VERSION__', version).replace("'__FILES__'", list),
      })
    },
  },
})

/** The chunks of the entry and of those pages, with all they import and their styles. */
function needed(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const files = new Set<string>()
  const take = (name: string) => {
    const chunk = bundle[name]
    if (files.has(name) || chunk?.type !== 'chunk') return
    files.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const other of chunk.imports) take(other)
  }
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && (chunk.isEntry || PAGES.some((page) => chunk.facadeModuleId?.endsWith(page))))
      take(chunk.fileName)
  return files
}
