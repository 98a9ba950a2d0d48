import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import type { ColumnField, ColumnsFile } from '@haixuan/domain/select/product/import-words-schema'
import { because } from '../because.ts'
import type { Row } from '../file/cell.ts'
import type { CurrencySigns } from '../values/currency-signs.ts'
import { type ColumnTraits, columnTraits } from './cell-traits.ts'
import { contentScore, tellsItself, VETO } from './content-score.ts'
import type { HeaderMatch, HeaderWords } from './header-words.ts'

/** A column taken for a field: where, how sure (0–1), and why. */
export type FoundColumn = {
  readonly field: string
  readonly header: string
  readonly index: number
  readonly score: number
  readonly why: Text
}

const TRAIT_ROWS = 300
const HEADER_WEIGHT = 0.65
const ENOUGH = 0.4

type Candidate = FoundColumn & { readonly order: number; readonly sure: number; readonly strong: boolean }

/** Gives each field the column that suits it best by header and content; `map` (field → header, or '' for none) goes first. @throws BadInput */
export function findColumns(
  names: readonly string[],
  rows: readonly Row[],
  file: ColumnsFile,
  words: HeaderWords,
  signs: CurrencySigns,
  map: Readonly<Record<string, string>>,
  place: string,
): FoundColumn[] {
  const absent = new Set(file.absent)
  const mapped = mappedColumns(names, file, map, place)
  const taken = new Set(mapped.map((column) => column.index))
  // a field that is mapped to nothing is no longer looked for
  const done = new Set(Object.keys(map))
  const sample = rows.slice(0, TRAIT_ROWS)
  const candidates: Candidate[] = []
  names.forEach((header, index) => {
    if (taken.has(index)) return
    const traits = columnTraits(
      sample.map((row) => row[index]),
      signs,
      absent,
    )
    candidates.push(...columnCandidates(header, index, traits, file.fields, words))
  })
  candidates.sort((a, b) => b.sure - a.sure || a.order - b.order || a.index - b.index)
  const many = new Set(file.fields.filter((field) => field.many).map((field) => field.id))
  const found: FoundColumn[] = [...mapped]
  for (const { order: _, sure: __, strong, ...column } of candidates) {
    if (taken.has(column.index)) continue
    // a further column of a field counts only when its header says so
    if (done.has(column.field) && !(many.has(column.field) && !(column.field in map) && strong)) continue
    taken.add(column.index)
    done.add(column.field)
    found.push(column)
  }
  const order = new Map(file.fields.map((field, i) => [field.id, i]))
  return found.sort((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0) || a.index - b.index)
}

function columnCandidates(
  header: string,
  index: number,
  traits: ColumnTraits,
  fields: readonly ColumnField[],
  words: HeaderWords,
): Candidate[] {
  const reading = words(header)
  const best = Math.max(0, ...[...reading.fields.values()].map((match) => match.score))
  if (reading.ignored >= best && reading.ignored > 0.5) return []
  return fields.flatMap((field, order): Candidate[] => {
    const match = reading.fields.get(field.id)
    const content = traits.filled === 0 ? 0.3 : contentScore(field.content, traits)
    if (content === VETO) return []
    const byHeader = match ? HEADER_WEIGHT * match.score : 0
    const score = byHeader + (1 - HEADER_WEIGHT) * content
    const base = {
      field: field.id,
      header,
      index,
      order,
      score: round(score),
      why: why(match, content, traits),
      strong: (match?.score ?? 0) > 0.8,
    }
    // header matches come before content alone
    if (match && match.score >= 0.5 && score >= ENOUGH) return [{ ...base, sure: 1 + score }]
    if (field.bare && best < CLEAR && traits.filled > 0 && tellsItself(field.content, traits, content))
      return [{ ...base, sure: score }]
    return []
  })
}
const CLEAR = 0.75

function mappedColumns(
  names: readonly string[],
  file: ColumnsFile,
  map: Readonly<Record<string, string>>,
  place: string,
): FoundColumn[] {
  return Object.entries(map).flatMap(([field, header]): FoundColumn[] => {
    if (!file.fields.some(({ id }) => id === field))
      throw new BadInput(because('no-such-field', { field, fields: file.fields.map(({ id }) => id) }), {
        place,
      })
    if (header === '') return []
    const wanted = header.trim().toLowerCase()
    const index = names.findIndex((name) => name.toLowerCase() === wanted)
    if (index < 0)
      throw new BadInput(because('no-such-column', { header, names: names.slice(0, 60) }), {
        place,
        field,
      })
    return [{ field, header: names[index]!, index, score: 1, why: { zh: '由映射指定', en: 'named by the map' } }]
  })
}

const round = (score: number) => Math.round(score * 100) / 100

function why(match: HeaderMatch | undefined, content: number, traits: ColumnTraits): Text {
  const fit = traits.filled === 0 ? undefined : Math.round(content * 100)
  return {
    zh: [match ? `表头与“${match.word}”相符` : '按内容判断', fit === undefined ? '该列为空' : `内容相符 ${fit}%`].join(
      '，',
    ),
    en: [
      match ? `header reads as "${match.word}"` : 'by content alone',
      fit === undefined ? 'column empty' : `content fits ${fit} %`,
    ].join(', '),
  }
}
