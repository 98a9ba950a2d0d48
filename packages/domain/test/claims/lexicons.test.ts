import { describe, expect, it } from 'vitest'
import { CLAIM_KINDS } from '../../src/gate/words.ts'
import { evidenceFile } from '../../src/select/product/claims/evidence-schema.ts'
import { foldPhrase } from '../../src/select/product/claims/fold.ts'
import { entriesOf } from '../../src/select/product/claims/lexicon.ts'
import { compileLexicons } from '../../src/select/product/claims/matcher.ts'
import { standardData } from '../standard-data.ts'
import { figures, lexicons, matcher } from './read-marked.ts'

const { evidence } = standardData('evidence.yaml', evidenceFile)
const types = new Map(evidence.map((e) => [e.id, e]))
const entries = lexicons.flatMap(entriesOf)

describe('the lexicons of the standard', () => {
  it('hold at least 1,500 entries, in seven languages', () => {
    expect(lexicons.map((file) => file.language)).toEqual(['de', 'en', 'id', 'ms', 'th', 'vi', 'zh'])
    expect(entries.length).toBeGreaterThanOrEqual(1_500)
    expect(new Set(entries.map((e) => e.id)).size).toBe(entries.length)
  })

  it.each(lexicons.map((file) => [file.language, file] as const))('%s has every kind of claim', (_, file) => {
    expect(new Set(file.groups.map((group) => group.kind))).toEqual(new Set(CLAIM_KINDS))
  })

  it.each(lexicons.map((file) => [file.language, file] as const))('%s says no phrase twice', (_, file) => {
    const seen = new Map<string, string>()
    const twice = entriesOf(file).flatMap((entry) =>
      entry.words.flatMap((word) => {
        const phrase = foldPhrase(word)
        const before = seen.get(phrase)
        seen.set(phrase, entry.id)
        return before === undefined ? [] : [`${word}: ${before}, ${entry.id}`]
      }),
    )
    expect(twice).toEqual([])
  })

  it('read the first letter of a group of variants, so no phrase is written with another', () => {
    for (const { variants } of lexicons) {
      const others = new Set(variants.flatMap((group) => [...group.slice(1)]))
      expect(others.size).toBe(variants.reduce((n, group) => n + group.length - 1, 0))
      const hidden = entries.flatMap((e) => e.words).filter((word) => [...word].some((letter) => others.has(letter)))
      expect(hidden).toEqual([])
    }
  })

  it('ask for evidence that the standard knows, and that can carry a claim of the kind', () => {
    const claims = [...entries, ...figures.patterns]
    const wrong = claims.filter(({ needs, kind }) => types.get(needs)?.claims?.includes(kind) === false)
    expect([...new Set(claims.map((c) => c.needs))].filter((needs) => !types.has(needs))).toEqual([])
    expect(wrong.map(({ id, kind, needs }) => `${id}: ${needs} cannot carry ${kind}`)).toEqual([])
  })

  it('offer wordings that may be said: none holds a claim that blocks', () => {
    const wordings = [
      ...entries.map(({ id, softer, language }) => ({ id, softer, language })),
      ...figures.patterns.flatMap((p) =>
        Object.entries(p.softer).map(([language, softer]) => ({ id: p.id, softer, language })),
      ),
    ]
    const blocked = wordings.flatMap(({ id, softer, language }) =>
      matcher
        .find(softer, { languages: [language] })
        .filter((hit) => hit.severity === 'block')
        .map((hit) => `${id}: “${softer}” holds “${hit.words}” (${hit.id})`),
    )
    expect(blocked).toEqual([])
  })

  it('say every figure in every language', () => {
    const languages = lexicons.map((file) => file.language)
    const missing = figures.patterns.flatMap((p) =>
      languages.filter((language) => p.softer[language] === undefined).map((language) => `${p.id} ${language}`),
    )
    expect(missing).toEqual([])
  })
})

describe('figures', () => {
  const alone = compileLexicons([], figures)
  const cases = figures.patterns.flatMap(({ id, examples }) => [
    ...examples.yes.map((text) => [id, text, true] as const),
    ...examples.no.map((text) => [id, text, false] as const),
  ])
  it.each(cases)('%s: “%s” %s', (id, text, found) => {
    expect(alone.find(text).some((hit) => hit.id === `numeric.${id}`)).toBe(found)
  })
})
