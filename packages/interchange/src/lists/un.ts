import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import type { ListEntry } from '@haixuan/domain/select/supplier/screening'
import { SaxesParser } from 'saxes'
import { because } from './because.ts'
import { textOf } from './list-text.ts'

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
const DEEPEST = 32
const LONGEST = 256 * 1024

/** What the file says of itself beside its entries. */
export type UnHead = { readonly date?: string }

/**
 * Reads the UN Security Council's consolidated XML as published, entry by entry. A document type or an entity of its own
 * is refused, so that no file can make itself grow. @throws BadInput naming the line
 */
export async function* readUn(path: string, head?: (found: UnHead) => void): AsyncGenerator<ListEntry> {
  const parser = new SaxesParser()
  const refuse = (why: Reason): never => {
    throw new BadInput(why, { place: `${path}, line ${parser.line}` })
  }
  const stack: string[] = []
  const ready: ListEntry[] = []
  let kind: ListEntry['kind'] | undefined
  let fields = new Map<string, string>()
  let aliases: string[] = []
  let text = ''
  let root = false

  parser.on('doctype', () => refuse(because('un-doctype')))
  parser.on('error', (error) =>
    refuse(because('xml-not-well-formed', { message: error.message.replace(/^[^:]*:\d+:\d+: /, '') })),
  )
  parser.on('opentag', (tag) => {
    if (stack.length === 0) {
      if (tag.name !== 'CONSOLIDATED_LIST') refuse(because('un-begins-otherwise', { name: tag.name }))
      root = true
      const date = tag.attributes.dateGenerated
      head?.(typeof date === 'string' ? { date: date.slice(0, 10) } : {})
    }
    if (stack.length >= DEEPEST) refuse(because('xml-too-deep', { most: DEEPEST }))
    stack.push(tag.name)
    text = ''
    if (tag.name === 'INDIVIDUAL' || tag.name === 'ENTITY') {
      kind = tag.name === 'ENTITY' ? 'entity' : 'person'
      fields = new Map()
      aliases = []
    }
  })
  const characters = (more: string) => {
    text += more
    if (text.length > LONGEST) refuse(because('xml-text-too-long'))
  }
  parser.on('text', characters)
  parser.on('cdata', characters)
  parser.on('closetag', (tag) => {
    stack.pop()
    const said = text.trim().replace(/\s+/g, ' ')
    text = ''
    if (tag.name === 'ALIAS_NAME') {
      if (said) aliases.push(...said.split(/\s*;\s*/).filter(Boolean))
    } else if (tag.name === 'INDIVIDUAL' || tag.name === 'ENTITY') {
      const main = NAME_PARTS.flatMap((part) => fields.get(part) || []).join(' ')
      const original = fields.get('NAME_ORIGINAL_SCRIPT')
      const names = [...new Set([main, ...(original ? [original] : []), ...aliases])].filter((n) => n !== '')
      const id = fields.get('REFERENCE_NUMBER') || fields.get('DATAID')
      if (!id || names.length === 0) return refuse(because('un-entry-without-name'))
      const programme = fields.get('UN_LIST_TYPE')
      ready.push({ list: 'un-consolidated', id, names, ...(kind ? { kind } : {}), ...(programme ? { programme } : {}) })
      kind = undefined
    } else if (kind && stack.at(-1) === (kind === 'entity' ? 'ENTITY' : 'INDIVIDUAL') && said && !fields.has(tag.name))
      fields.set(tag.name, said)
  })
  for await (const piece of textOf(path)) {
    parser.write(piece)
    yield* ready.splice(0)
  }
  parser.close()
  yield* ready.splice(0)
  if (!root) throw new BadInput(because('not-un-list'), { place: path })
}
