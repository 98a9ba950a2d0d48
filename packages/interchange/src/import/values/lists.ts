import type { ListingAttribute } from '@haixuan/domain/select/product/listing'
import { jsonOf, leaves } from './json-cell.ts'
import { plainLine } from './plain-text.ts'

const ADDRESS = /^(?:https?:)?\/\/[^\s/]+\.[^\s]+$|^www\.[^\s]+$/i

/** An address with its scheme, or nothing when it is none of the web's. */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (!ADDRESS.test(trimmed)) return undefined
  if (trimmed.startsWith('//')) return `https:${trimmed}`
  return /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed
}

/** Addresses of a cell, from JSON or parted by commas, semicolons, bars, spaces or line breaks; each once. */
export function addressList(cell: string): string[] {
  const text = cell.trim()
  const json = jsonOf(text)
  const parts = json === undefined ? text.split(/[\s;|]+|,(?=\s*(?:https?:)?\/\/|\s*www\.)/i) : leaves(json).map(String)
  return [...new Set(parts.map(webAddress).filter((one) => one !== undefined))]
}

/** Values of a cell: JSON texts, or parted by `;`, `|`, line breaks or commas. */
export function valueList(cell: string): string[] {
  const text = cell.trim()
  const json = jsonOf(text)
  if (json === undefined) return distinct(text.split(/[;|\n,，；、]+/))
  return distinct(choices(json))
}

/** Choices of a variation: the values, not their names. */
function choices(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(choices)
  if (json !== null && typeof json === 'object') {
    const entries = Object.entries(json)
    const values = entries.filter(([key]) => !/^(name|key|label|title|attribute|id|image|url)$/i.test(key))
    return (values.length > 0 ? values : entries).flatMap(([, value]) => choices(value))
  }
  return typeof json === 'string' || typeof json === 'number' ? [String(json)] : []
}

const distinct = (values: readonly string[]) => [...new Set(values.map((value) => value.trim()).filter(isSaid))]
const isSaid = (value: string) => value !== '' && value.toLowerCase() !== 'null'

export const PATH_MARKS = ['>', '›', '»', '→', '|', '/', '\\'] as const
export type PathMark = (typeof PATH_MARKS)[number]

/** The mark a column parts its categories with: the first that a good share of its cells hold. */
export function pathMark(cells: readonly string[]): PathMark | undefined {
  const texts = cells.filter((cell) => cell !== '' && jsonOf(cell.trim()) === undefined)
  return PATH_MARKS.find((mark) => texts.filter((text) => text.includes(mark)).length > texts.length * 0.3)
}

/** A category path, from the widest to the narrowest. */
export function categoryPath(cell: string, mark: PathMark | undefined): string[] {
  const text = cell.trim()
  const json = jsonOf(text)
  const parts =
    json !== undefined
      ? leaves(json).filter((leaf) => typeof leaf === 'string' && webAddress(leaf) === undefined)
      : mark === undefined
        ? [text]
        : text.split(mark)
  return parts.map((part) => plainLine(String(part))).filter((part) => part !== '')
}

/** A specification: JSON of names and values in any of the usual shapes, or lines such as `Name: value`. */
export function attributeList(cell: string, header: string): ListingAttribute[] {
  const text = cell.trim()
  const json = jsonOf(text)
  if (json !== undefined) return pairs(json)
  const lines = plainParts(text).map((line) => /^([^:：=]{1,60})[:：=]\s*(.+)$/s.exec(line))
  const said = lines.filter((line) => line !== null).map((line) => attribute(line[1]!, line[2]!))
  if (said.length > 0) return said.filter((one) => one !== undefined)
  const one = attribute(header, text)
  return one === undefined ? [] : [one]
}

const plainParts = (text: string) =>
  text
    .replace(/<\/?(li|p|br|tr|div)[^>]*>/gi, '\n')
    .split(/[;；|\n]+/)
    .map(plainLine)

function pairs(json: unknown): ListingAttribute[] {
  if (Array.isArray(json)) return json.flatMap(pairs)
  if (json === null || typeof json !== 'object') return []
  const entries = Object.entries(json)
  const name = entries.find(
    ([key, value]) =>
      /^(name|key|label|title|attr\w*name|attribute|属性名?|名称)$/i.test(key) && typeof value === 'string',
  )
  const value = entries.find(([key]) => /^(values?|content|text|attr\w*value|属性值|值)$/i.test(key))
  if (name && value) return [attribute(String(name[1]), leaves(value[1]).join(', '))].filter((one) => one !== undefined)
  return entries.flatMap(([key, inner]) => {
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) return pairs(inner)
    const one = attribute(key, leaves(inner).join(', '))
    return one === undefined ? [] : [one]
  })
}

function attribute(name: string, value: string): ListingAttribute | undefined {
  const said = { name: plainLine(name), value: plainLine(value) }
  return said.name !== '' && isSaid(said.value) ? said : undefined
}
