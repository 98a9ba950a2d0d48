import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Document, isCollection, isPair } from 'yaml'

/** Characters of a line; the records of a list may be wider, so that each is a row. */
const WIDTH = 150
const ROW = 340

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
    yaml: (name, note, value) => write(name, `${note}\n${compactYaml(value)}`),
    csv: (name, rows, delimiter = ',') =>
      write(name, `${rows.map((row) => row.map((value) => cell(value, delimiter)).join(delimiter)).join('\n')}\n`),
  }
}

/** YAML whose parts stand on one line where they fit, and records of plain fields always: they read as the rows of a table. */
function compactYaml(value) {
  const document = new Document(value, { aliasDuplicateObjects: false })
  const fold = (node, depth, inList) => {
    if (!isCollection(node)) return
    const fits = JSON.stringify(node.toJSON()).length + 2 * depth <= (inList ? ROW : WIDTH)
    const plain = node.items.every((each) => isPair(each) && !isCollection(each.value))
    node.flow = depth > 1 && (fits || (inList && plain))
    if (!node.flow) for (const each of node.items) fold(isPair(each) ? each.value : each, depth + 1, !isPair(each))
  }
  fold(document.contents, 0, false)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

const cell = (value, delimiter) => {
  const text = value === undefined ? '' : String(value)
  return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
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
