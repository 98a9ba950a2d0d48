import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'

const language = z.string().regex(/^[a-z]{2}$/)
/** A word or phrase; `(a|b|)` stands for each of its parts, a `*` at its end for any letters that follow. */
const phrases = z.array(z.string().min(1)).min(1)
const words = z.record(language, phrases)
const weight = z.number().min(0).max(1)
/** What a word adds in the title, what in the description, and how many words of a description count. */
const perWord = z.strictObject({ title: weight, description: weight, most: z.int().positive() })

const theme = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: bilingual,
  /** how people write the theme, by language; all are looked for in every plan */
  words,
  /** how well goods of a class suit the theme, 0–1; a parent stands for its children */
  classes: z.record(z.string(), weight),
  /** how well any goods suit it: sale days have no goods of their own */
  'any-class': weight.default(0),
  /** words of goods the theme asks for, whatever their class */
  goods: words.default({}),
  why: bilingual,
})

/** standard/themes.yaml: what the words of a livestream theme ask for (P1). */
export const themeFile = z.strictObject({
  source,
  /** how much each tie is worth; ties add up as independent signs do, 1 − Π(1 − weight) */
  weights: z.strictObject({
    /** the class is one the plan names */
    'plan-class': weight,
    /** the class is named in the theme's text, or suits the theme by its fit */
    class: weight,
    /** each word of goods that the theme asks for */
    goods: perWord,
    /** each word that theme and listing have in common */
    shared: perWord,
  }),
  /** words of themes that tell nothing of goods; Chinese ones in pairs of characters */
  'stop-words': words,
  themes: z.array(theme).min(1),
})
export type ThemeFile = z.infer<typeof themeFile>
export type Theme = ThemeFile['themes'][number]
