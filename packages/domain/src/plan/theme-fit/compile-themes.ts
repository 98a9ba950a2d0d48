import { isClass } from '../../gate/binding.ts'
import type { Text } from '../../kernel/errors.ts'
import type { ClassFile } from '../../select/product/classify/class-schema.ts'
import type { Listing } from '../../select/product/listing.ts'
import { phraseBook } from '../../select/product/signals/phrase-book.ts'
import type { Project } from '../project.ts'
import { classTies, planTheme } from './plan-theme.ts'
import { tellingWords, wordsIn } from './shared-words.ts'
import type { Theme, ThemeFile } from './theme-schema.ts'

/** How well a product fits the theme: 0–1 in hundredths, and what the score rests on. */
type ThemeFit = { readonly score: number; readonly reasons: readonly Text[] }
type Read = Pick<Listing, 'title' | 'description'>
/** A sign that product and theme belong together, worth 0–1. */
type Tie = { readonly worth: number; readonly reason: Text }

/**
 * P1 · Compiles a plan's theme to a reader of listings. The theme is free text in any of the standard's languages; classes
 * that the plan names stand in place of those the theme is understood to mean.
 */
export function compileThemes(
  file: ThemeFile,
  classFiles: readonly ClassFile[],
  plan: Pick<Project, 'theme' | 'theme-classes'>,
): (listing: Read, cls: string | undefined) => ThemeFit {
  const { weights } = file
  const classes = classFiles.flatMap((f) => f.classes)
  const names = new Map(classes.map((c) => [c.id, c.name]))
  const nameOf = (cls: string): Text => names.get(cls) ?? { zh: cls, en: cls }
  const understood = planTheme(plan.theme, file, classes)
  const tieOf = plan['theme-classes']?.length
    ? namedTies(plan['theme-classes'], weights['plan-class'], nameOf)
    : understoodTies(understood, weights.class, nameOf)
  const goodsIn = goodsOf(understood.themes)
  const telling = tellingWords(plan.theme, Object.values(file['stop-words']).flat())
  const sharedIn = wordsIn(telling)
  const understandable = understood.themes.length + understood.classes.length + telling.length > 0

  return ({ title, description }, cls) => {
    const goods = [goodsIn(title), goodsIn(description)] as const
    const ties = [
      tieOf(cls),
      wordTie(goods, weights.goods, (words) => {
        const asking = (goods[0][0] ?? goods[1][0])?.theme.name as Text
        return {
          zh: `有主题“${asking.zh}”所需的${words.zh}`,
          en: `it offers what the theme “${asking.en}” asks for: ${words.en}`,
        }
      }),
      wordTie([sharedIn(title), sharedIn(description)], weights.shared, (words) => ({
        zh: `与主题同有${words.zh}`,
        en: `it shares words with the theme: ${words.en}`,
      })),
    ].filter((tie) => tie !== undefined && tie.worth > 0) as Tie[]
    const score = Math.round(100 * (1 - ties.reduce((missed, { worth }) => missed * (1 - worth), 1))) / 100
    if (ties.length > 0) return { score, reasons: ties.map((t) => t.reason) }
    if (!understandable && !plan['theme-classes']?.length) return { score, reasons: [NOT_UNDERSTOOD] }
    return { score, reasons: [cls === undefined ? CLASS_UNKNOWN : unrelated(nameOf(cls))] }
  }
}

type TieOf = (cls: string | undefined) => Tie | undefined

const namedTies =
  (named: readonly string[], worth: number, nameOf: (cls: string) => Text): TieOf =>
  (cls) => {
    if (cls === undefined || !named.some((c) => isClass(cls, c))) return undefined
    const name = nameOf(cls)
    return {
      worth,
      reason: { zh: `方案的主题品类含“${name.zh}”`, en: `the plan names its class, ${name.en}, for the theme` },
    }
  }

function understoodTies(theme: ReturnType<typeof planTheme>, weight: number, nameOf: (cls: string) => Text): TieOf {
  const ties = classTies(theme)
  const open = theme.themes.toSorted((a, b) => b['any-class'] - a['any-class'])[0]
  return (cls) => {
    const tie = cls === undefined ? undefined : ties.find((t) => isClass(cls, t.cls))
    if (cls !== undefined && tie && tie.fit >= (open?.['any-class'] ?? 0))
      return { worth: weight * tie.fit, reason: tie.why(nameOf(cls)) }
    return open && { worth: weight * open['any-class'], reason: suitsAny(open) }
  }
}

type Word = { readonly phrase: string; readonly words: string }

/** Finds the goods that themes ask for, each once however it is written. */
function goodsOf(themes: readonly Theme[]): (text: string) => readonly (Word & { readonly theme: Theme })[] {
  const read = phraseBook(
    themes.flatMap((theme) =>
      Object.values(theme.goods)
        .flat()
        .map((phrase) => [[phrase], { theme, phrase }] as const),
    ),
  )
  return (text) => [
    ...new Map(read(text).map(({ meaning, words }) => [meaning.phrase, { ...meaning, words }])).values(),
  ]
}

/** Most words shown in one reason. */
const SHOWN = 4

/** The tie that words make: those of the title, and those that only the description has. */
function wordTie(
  [title, description]: readonly [readonly Word[], readonly Word[]],
  worth: ThemeFile['weights']['goods'],
  reason: (words: Text) => Text,
): Tie | undefined {
  const further = description.filter((d) => !title.some((t) => t.phrase === d.phrase)).slice(0, worth.most)
  const all = [...title, ...further]
  if (all.length === 0) return undefined
  const missed = (1 - worth.title) ** title.length * (1 - worth.description) ** further.length
  const shown = [...new Set(all.map((w) => w.words.toLowerCase()))].slice(0, SHOWN)
  return { worth: 1 - missed, reason: reason({ zh: shown.map((w) => `“${w}”`).join('、'), en: shown.join(', ') }) }
}

const suitsAny = ({ name, why }: Theme): Text => ({
  zh: `主题“${name.zh}”适合各类产品：${why.zh}`,
  en: `the theme “${name.en}” suits goods of any class: ${why.en}`,
})
const unrelated = (name: Text): Text => ({
  zh: `品类“${name.zh}”与文案都和主题无关`,
  en: `neither its class, ${name.en}, nor its words meet the theme`,
})
const CLASS_UNKNOWN: Text = {
  zh: '品类未定，文案与主题无关',
  en: 'its class is not known and its words do not meet the theme',
}
const NOT_UNDERSTOOD: Text = {
  zh: '从主题文字看不出所需产品，请在方案中列出主题品类',
  en: 'the theme’s text does not tell which goods it asks for; name theme classes in the plan',
}
