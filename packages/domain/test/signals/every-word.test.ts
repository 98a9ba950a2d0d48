import { describe, expect, it } from 'vitest'
import { spelled } from '../../src/select/product/claims/spelling.ts'
import { find, signals } from './finder.ts'

const plain = { families: {}, spellings: [], 'unmarked-from': 1_000 }

describe('no word of the standard is dead', () => {
  it.each(signals.signals.flatMap((s) => ('words' in s ? [[s.id, s] as const] : [])))('%s', (_, signal) => {
    const dead = [signal.words, signal.title].flatMap((byLanguage) =>
      Object.entries(byLanguage).flatMap(([language, phrases]) =>
        spelled(phrases, plain)
          .map((phrase) => phrase.replaceAll('*', ''))
          .filter((phrase) => {
            const title = signal.near ? `${phrase} , ${signal.near[0]?.replace(/\(.*\)/, '')}` : phrase
            const told = find({ title, language, class: signal.classes?.in?.[0] })
            return !told.some((s) => s.id === signal.id)
          }),
      ),
    )
    expect(dead).toEqual([])
  })
})
