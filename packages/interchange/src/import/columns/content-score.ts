import type { Content } from '@haixuan/domain/select/product/import-words-schema'
import type { ColumnTraits } from './cell-traits.ts'

/** How well a column's cells suit a kind of content: 0–1, or a veto. */
export const VETO = -1

/** Scores a column with at least one filled cell. */
export function contentScore(kind: Content, t: ColumnTraits): number {
  switch (kind) {
    case 'title':
      if (t.urls > 0.3 || t.numeric > 0.5 || t.json > 0.5 || t.letters < 0.3) return VETO
      return t.letters * between(t.length, 12, 250) * (t.distinct >= 0.4 || t.filled < 5 ? 1 : 0.3 + t.distinct)
    case 'long-text':
      if (t.urls > 0.8 || t.numeric > 0.8 || (t.letters < 0.3 && t.json < 0.3)) return VETO
      return t.length > 160 ? 1 : t.length > 80 ? 0.7 : t.length > 30 ? 0.5 : 0.2
    case 'price':
      return t.amount < 0.3 || t.gtin > 0.5 ? VETO : t.amount * (0.5 + 0.5 * t.signed)
    case 'currency':
      return t.currency < 0.5 ? VETO : t.currency
    case 'url':
      return t.url < 0.5 ? VETO : t.url * (t.images > 0.5 ? 0.2 : t.origin > 0.5 ? 0.4 : 1)
    case 'images':
      return t.urls < 0.3 && t.json < 0.3 ? VETO : t.urls * (0.5 + 0.5 * t.images)
    case 'video':
      return t.urls < 0.3 ? VETO : t.urls * (t.images > 0.5 ? 0.5 : 1)
    case 'gtin':
      return t.digits < 0.3 ? VETO : t.gtin
    case 'code':
      if (t.urls > 0.5 || t.length > 80) return VETO
      return t.distinct * (1 - t.spaced * 0.7)
    case 'hs':
      return t.startsWithNumber < 0.5 || t.length > 20 ? VETO : 1
    case 'rating':
      return t.upToFive < 0.6 ? VETO : t.upToFive
    case 'count':
      return t.startsWithNumber < 0.4 || t.length > 40 ? VETO : t.startsWithNumber
    case 'category':
      if (t.urls > 0.5 || t.length > 400 || t.numeric > 0.9) return VETO
      return Math.max(t.path, t.json * 0.8, 0.5)
    case 'attributes':
      return t.urls > 0.5 || t.numeric > 0.8 ? VETO : Math.max(t.pairs, 0.4)
    case 'short-text':
      return t.urls > 0.5 || t.length > 120 || t.numeric > 0.9 ? VETO : 1 - Math.min(0.5, t.length / 240)
    case 'measure':
      return t.startsWithNumber < 0.3 || t.length > 40 ? VETO : t.startsWithNumber
    case 'any':
      return 0.5
  }
}

/** May a column be taken for this kind though its header says nothing? */
export function tellsItself(kind: Content, t: ColumnTraits, score: number): boolean {
  switch (kind) {
    case 'title':
      return score >= 0.5 && t.spaced + (t.letters > 0.9 ? 0.3 : 0) > 0.5
    case 'long-text':
      return score >= 1 && t.json < 0.5
    case 'price':
      return t.amount > 0.8 && t.signed > 0.7
    case 'category':
      return t.path > 0.7
    case 'attributes':
      return t.pairs > 0.7
    case 'gtin':
      return t.gtin > 0.8 && t.distinct > 0.5
    case 'currency':
      return t.currency > 0.95
    case 'images':
      return t.images > 0.8
    case 'url':
      return score > 0.8
    default:
      return false
  }
}

/** 1 inside the span, falling outside. */
const between = (value: number, from: number, to: number) =>
  value < from ? Math.max(0.4, value / from) : value > to ? Math.max(0.2, to / value) : 1
