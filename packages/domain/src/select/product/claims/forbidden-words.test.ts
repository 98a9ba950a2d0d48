import { expect, it } from 'vitest'
import { madeRule } from '../../../../test/made-rules.ts'
import { forbiddenWordsOf } from './forbidden-words.ts'
import type { LexiconFile } from './lexicon-schema.ts'

const lexicon = (language: string, more: object) =>
  ({
    language,
    script: 'Latin',
    families: {},
    spellings: [],
    variants: [],
    'hidden-by': '',
    negations: [],
    groups: [],
    ...more,
  }) as unknown as LexiconFile
const find = forbiddenWordsOf([
  lexicon('de', { spellings: [{ from: 'ä', to: 'ae' }] }),
  lexicon('zh', { script: 'Han', variants: ['国國', '货貨'], 'hidden-by': '.·' }),
])
const rule = (words: string[], language: string) =>
  madeRule(`de.own.${language}`, { forbids: { words, language }, severity: 'note' })
const german = rule(['wunder(waffe|mittel)', 'geheimtipp*', 'läuft immer'], 'de')
const chinese = rule(['国货之光'], 'zh')
const found = (text: string) =>
  find([german, chinese, madeRule('de.law', { forbids: { claim: ['eco'] } })], text).map((f) => [
    f.rule.id,
    f.words,
    text.slice(f.from, f.to) === f.words,
  ])

it('are found as their lexicon spells them, in a text of any language', () => {
  expect(found('Unsere WUNDERWAFFE: ein Geheimtipp-Set, das laeuft immer')).toEqual([
    ['de.own.de', 'WUNDERWAFFE', true],
    ['de.own.de', 'Geheimtipp', true],
    ['de.own.de', 'laeuft immer', true],
  ])
  expect(found('這是國.貨之光 Wundermittel')).toEqual([
    ['de.own.de', 'Wundermittel', true],
    ['de.own.zh', '國.貨之光', true],
  ])
})

it('are whole words, and no denial takes them back', () => {
  expect(found('Wunderwaffenschrank')).toEqual([])
  expect(found('kein Wundermittel')).toEqual([['de.own.de', 'Wundermittel', true]])
})
