import type { Rule } from '../../../gate/rule.ts'
import { applies, nearOf } from './context.ts'
import type { NumericFile } from './lexicon-schema.ts'
import type { About, Claimed } from './matcher.ts'

/** Compiles figures that claim something: SPF 50, 99.9 % of germs, up to 80 % off, IP68, 10,000 mAh. */
export function numericOf(file: NumericFile): (text: string, about: About) => Claimed[] {
  const patterns = file.patterns.map((p) => ({
    ...p,
    regex: new RegExp(p.pattern, 'giu'),
    isNear: nearOf(p.near ?? []),
    source: p.source as Rule['source'],
  }))
  return (text, about) => {
    const lower = text.toLowerCase()
    const language = about.languages?.[0] ?? 'en'
    const found: Claimed[] = []
    for (const p of patterns) {
      if (!p.cues.some((cue) => lower.includes(cue)) || !applies(p, about)) continue
      for (const match of text.matchAll(p.regex)) {
        const from = match.index
        const to = from + match[0].length
        if (!p.isNear(text, from, to)) continue
        const spoken = p.softer[language] === undefined ? 'en' : language
        found.push({
          entry: { ...p, id: `numeric.${p.id}`, language: spoken, softer: p.softer[spoken] as string },
          from,
          to,
        })
      }
    }
    return found
  }
}
