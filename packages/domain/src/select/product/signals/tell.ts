import { cite } from '../../../gate/rule-set.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { Signal } from '../product-case.ts'
import type { Brand, BrandSignal, WordSignal } from './signal-schema.ts'

/** The words that make a signal, where they stand (those of the brand field stand apart), and whose name they are. */
type Used = {
  readonly words: string
  readonly field?: 'title' | 'description'
  readonly from?: number
  readonly to?: number
  readonly brand?: Brand
}

/** More names than these make a text no clearer. */
const MOST = 4

const list = (parts: readonly string[], by: string) => [...new Set(parts)].slice(0, MOST).join(by)

/** Fills a signal's texts with the words found; the span is that of the first. */
export function tell(signal: BrandSignal | WordSignal, used: readonly Used[]): Signal {
  const parts: Readonly<Record<string, readonly string[]>> = {
    words: used.map((u) => u.words),
    brand: used.flatMap((u) => u.brand?.names[0] ?? []),
    owner: used.flatMap((u) => u.brand?.owner ?? []),
  }
  const fill = (text: string, by: string) =>
    text.replace(/\{(words|brand|owner)\}/g, (_, name: string) => list(parts[name] ?? [], by))
  const both = (text: Text): Text => ({ zh: fill(text.zh, '、'), en: fill(text.en, ', ') })
  const { field, from, to, words } = used[0] as Used
  return {
    id: signal.id,
    severity: signal.severity,
    what: both(signal.what),
    remedy: both(signal.remedy),
    owner: signal.owner,
    source: cite(signal),
    ...(signal.needs !== undefined && { needs: signal.needs }),
    ...(field !== undefined && from !== undefined && to !== undefined && { span: { field, from, to, words } }),
  }
}
