import type { Rule } from '../../../gate/rule.ts'
import type { About, Claimed } from './claim-hit.ts'
import { applies, nearOf } from './context/conditions.ts'
import { EDGE, edgeTable, foldPhrase } from './fold.ts'
import type { NumericFile } from './lexicon-schema.ts'
import { walkOf } from './trie/trie.ts'

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39

/** Compiles figures that claim something: SPF 50, 99.9 % of germs, up to 80 % off, IP68, 10,000 mAh. */
export function numericOf(file: NumericFile): (text: string, about: About) => Claimed[] {
  const patterns = file.patterns.map((p) => ({
    ...p,
    regex: new RegExp(p.pattern, 'giu'),
    isNear: nearOf(p.near ?? []),
    source: p.source as Rule['source'],
  }))
  const cued = patterns.flatMap((p) => p.cues.map(() => p))
  const walk = walkOf(patterns.flatMap((p) => p.cues.map(foldPhrase)))
  return (text, about) => {
    const worth = new Set<(typeof patterns)[number]>()
    const sees = (cue: number) => worth.add(cued[cue] as (typeof patterns)[number])
    const edges = edgeTable()
    let begins = true
    for (let at = 0; at < text.length; at++) {
      if (begins) walk(text, at, sees)
      const unit = text.charCodeAt(at)
      begins = edges[unit] !== EDGE.word || isDigit(unit)
    }
    if (worth.size === 0) return []
    const language = about.languages?.[0] ?? 'en'
    const found: Claimed[] = []
    for (const p of worth) {
      if (!applies(p, about)) continue
      const spoken = p.softer[language] === undefined ? 'en' : language
      const entry = { ...p, id: `numeric.${p.id}`, language: spoken, softer: p.softer[spoken] as string }
      for (const match of text.matchAll(p.regex)) {
        const [from, to] = [match.index, match.index + match[0].length]
        if (p.isNear(text, from, to)) found.push({ entry, from, to })
      }
    }
    return found
  }
}
