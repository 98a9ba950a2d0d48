import { describe, expect, it } from 'vitest'
import { TRAITS } from '../../src/gate/words.ts'
import { CLASS_FILES, TRAIT_WORDS } from './shipped-classes.ts'

/** Ids of the standard's table of product classes. */
const TABLE =
  'toys baby-care cosmetics beauty-tools personal-hygiene personal-care-appliance food infant-formula food-supplement alcohol tobacco-vape medicine medical-device sexual-wellness ppe eyewear apparel apparel-children footwear bags-luggage jewellery-watches fashion-accessories home-textile home-decor furniture household food-contact kitchen-appliance home-appliance lighting cleaning-chemical candle-fragrance chemical-paint-glue phone-tablet audio-video computer electronics-accessory battery-power phone-case power-tools hand-tools knives-weapons vehicle-parts micromobility sports-outdoor pet-food pet-supplies plants-garden books-media stationery-craft music-hobby digital-service'.split(
    ' ',
  )
const LANGUAGES = ['zh', 'en', 'id', 'ms', 'th', 'vi', 'es', 'pt']
const classes = CLASS_FILES.flatMap((f) => f.classes)
const ids = new Set(classes.map((c) => c.id))

describe('the shipped classes', () => {
  it('are those of the table, each once, and narrower ones under a class of the table', () => {
    expect(
      classes
        .map((c) => c.id)
        .filter((id) => !id.includes('.'))
        .sort(),
    ).toEqual(TABLE.toSorted())
    for (const id of ids) expect(ids).toContain(id.split('.')[0])
    expect(ids.size).toBe(classes.length)
  })

  it.each(classes.map((c) => [c.id, c] as const))(
    '%s is named in eight languages and has a heading or says why not',
    (_, c) => {
      for (const language of LANGUAGES) expect(c.words[language]?.strong.length ?? 0, language).toBeGreaterThan(2)
      expect(c.hs.length > 0 || c['without-hs'] !== undefined).toBe(true)
    },
  )

  it('name only classes that exist', () => {
    const named = [
      ...classes.flatMap((c) => Object.values(c.becomes ?? {})),
      ...TRAIT_WORDS.traits.flatMap((t) => [...(t.classes ?? []), ...t['not-classes']]),
    ]
    for (const id of named) expect(ids).toContain(id)
  })

  it('give every strong word of a language to one class only', () => {
    const owners = new Map<string, string[]>()
    for (const c of classes)
      for (const [language, { strong }] of Object.entries(c.words))
        for (const word of strong)
          owners.set(`${language} ${word}`, [...(owners.get(`${language} ${word}`) ?? []), c.id])
    expect([...owners].filter(([, of]) => of.length > 1)).toEqual([])
  })

  it('have words for every trait in eight languages', () => {
    expect(TRAIT_WORDS.traits.map((t) => t.id).sort()).toEqual(TRAITS.toSorted())
    for (const t of TRAIT_WORDS.traits)
      for (const language of LANGUAGES) expect(t.words[language]?.length ?? 0, `${t.id} ${language}`).toBeGreaterThan(0)
  })
})
