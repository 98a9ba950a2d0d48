import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'

/** A folder of an example, written anew; the loader takes no YAML aliases, so repeated parts are written out. */
export function folderAt(root) {
  rmSync(root, { recursive: true, force: true })
  const write = (name, content) => {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return {
    text: write,
    yaml: (name, note, value) =>
      write(name, `${note}\n${stringify(value, { aliasDuplicateObjects: false, lineWidth: 120 })}`),
    csv: (name, rows) => write(name, `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`),
  }
}

const cell = (value) => {
  const text = value === undefined ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows of a table written with " | " between its parts; lines that begin with # are left out. */
export const table = (text, names) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const parts = line.split('|').map((part) => part.trim())
      if (parts.length > names.length) throw new Error(`too many parts: ${line}`)
      return Object.fromEntries(names.map((name, i) => [name, parts[i] ?? '']))
    })
