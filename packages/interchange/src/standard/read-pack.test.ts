import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadStandard } from './load.ts'
import { BadPack, examplePack, readPack } from './read-pack.ts'

const example = readFileSync(examplePack, 'utf8')
const standard = loadStandard()

function faultOf(change: (text: string) => string, mark: string) {
  const text = change(example)
  expect(text).not.toBe(example)
  try {
    readPack(text, standard, 'house.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(BadPack)
    const { message, remedy, place, field } = error as BadPack
    expect(place).toBe(`house.yaml:${text.slice(0, text.indexOf(mark)).split('\n').length}`)
    return { message, remedy, field }
  }
  throw new Error('read without complaint')
}

describe('a pack of an organisation', () => {
  it('reads the example that comes with the software', () => {
    const { market, rules } = readPack(example, standard, 'de.yaml')
    expect([market, rules.map((r) => r.id)]).toEqual([
      'de',
      ['de.own.label.battery-care', 'de.own.claim.absolute', 'de.own.price.reference', 'de.own.words.wonder'],
    ])
  })

  it('reads words as the rules that forbid them', () => {
    const { rules } = readPack(example, standard, 'de.yaml')
    expect(rules.at(-1)).toMatchObject({
      clause: 'I3',
      title: { zh: '内控：不说“神器”类词句' },
      'in-force': { from: '2026-01-01' },
      forbids: { words: ['wunder(waffe|mittel)', 'geheimtipp*'], language: 'de' },
      severity: 'block',
      statutory: false,
    })
    const words = example.slice(example.indexOf('words:'))
    expect(readPack(`market: de\n${words}`, standard, 'de.yaml').rules).toHaveLength(1)
  })

  it.each([
    [
      'an id of law',
      (t: string) => t.replace('de.own.price', 'de.price'),
      'de.price.reference',
      'rules[2].id',
      'must begin with de.own.',
    ],
    [
      'words of a language that no lexicon reads',
      (t: string) => t.replace('language: de\n    words', 'language: fr\n    words'),
      'language: fr',
      'words[0].language',
      'fr is read by no lexicon',
    ],
    [
      'words under an id that is taken',
      (t: string) => t.replace('de.own.words.wonder', 'de.own.price.reference'),
      'de.own.price.reference\n    language',
      'words[0].id',
      'stands twice',
    ],
    [
      'a word of a family that is not there',
      (t: string) => t.replace('geheimtipp*', 'geheim<tipp>'),
      'geheim<tipp>',
      'words[0].words[1]',
      'names a family the lexicon does not hold',
    ],
    [
      'a looser figure',
      (t: string) => t.replace('days: 60', 'days: 14'),
      'days: 14',
      'rules[2].sets.price-reference.days',
      '14 is not tighter than the 30',
    ],
    [
      'a figure of law',
      (t: string) => t.replace('{ days: 60 }', '{ basis: genuine }'),
      'basis: genuine',
      'rules[2].sets.price-reference.basis',
      'no organisation can tighten',
    ],
    [
      'a market that is not there',
      (t: string) => t.replace('market: de', 'market: xx'),
      'market: xx',
      'market',
      'there is no market xx',
    ],
    [
      'a label that is not there',
      (t: string) => t.replace('[instructions]', '[no-such]'),
      'label: [no-such]',
      'rules[0].requires.label',
      'labels has no no-such',
    ],
    [
      'a key that is not known',
      (t: string) => t.replace('owner: finance', 'owner: finance\n    ower: x'),
      'ower: x',
      'rules[2].ower',
      'is not a key known here',
    ],
  ])('names line, field and remedy of %s', (_, change, mark, field, said) => {
    const fault = faultOf(change, mark)
    expect(fault.field).toBe(field)
    expect(fault.message).toContain(said)
    expect(fault.remedy.zh).toMatch(/请/)
  })

  it('has a name space that no rule of law is in', () => {
    expect(standard.rules.filter((r) => r.id.split('.')[1] === 'own')).toEqual([])
  })
})
