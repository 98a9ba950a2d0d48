import type { Text } from '../../kernel/errors.ts'
import type { ClassFile } from '../../select/product/classify/class-schema.ts'
import { formsOf } from '../../select/product/classify/word-forms.ts'
import { phraseBook, type Said } from '../../select/product/signals/phrase-book.ts'
import type { Theme, ThemeFile } from './theme-schema.ts'

type Class = ClassFile['classes'][number]

/** What a theme's text is understood to ask for. */
type PlanTheme = {
  readonly themes: readonly Theme[]
  /** classes that the text names by their words */
  readonly classes: readonly Class[]
}

/** Shorter words name too much to be taken from a theme: 床, tin. */
const tells = (word: string) => (/^\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 4)
const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/** Understands the free text of a theme in any of the standard's languages; of overlapping words the longest counts. */
export function planTheme(text: string, file: ThemeFile, classes: readonly Class[]): PlanTheme {
  const within = folded(text)
  // Classes have tens of thousands of words and a theme has ten: only those that may stand in it are compiled.
  const mayStand = (word: string) => tells(word) && within.includes(folded(word).slice(0, -1))
  const read = phraseBook<Theme | Class>([
    ...file.themes.flatMap((theme) => Object.values(theme.words).map((words) => [words, theme] as const)),
    ...classes.flatMap((cls) =>
      Object.entries(cls.words).map(
        ([language, { strong }]) => [strong.filter(mayStand).flatMap((w) => formsOf(w, language)), cls] as const,
      ),
    ),
    ...classes.map((cls) => [[cls.name.zh, cls.name.en], cls] as const),
  ])
  const said = longest(read(text))
  const named = new Set(said.map((s) => s.meaning))
  return { themes: file.themes.filter((t) => named.has(t)), classes: classes.filter((c) => named.has(c)) }
}

const longest = <M>(said: readonly Said<M>[]): readonly Said<M>[] =>
  said.filter((s) => !said.some((o) => o.from <= s.from && o.to >= s.to && o.to - o.from > s.to - s.from))

/** How well goods of a class and its children fit, 0–1, and why. */
type ClassTie = { readonly cls: string; readonly fit: number; readonly why: (name: Text) => Text }

/** The ties to classes that an understood theme makes, closest first. */
export function classTies({ themes, classes }: PlanTheme): ClassTie[] {
  return [
    ...classes.map(({ id }) => ({ cls: id, fit: 1, why: namedInTheme })),
    ...themes.flatMap((theme) =>
      Object.entries(theme.classes).map(([cls, fit]) => ({ cls, fit, why: (name: Text) => suits(theme, name) })),
    ),
  ].sort((a, b) => b.fit - a.fit)
}

const namedInTheme = (name: Text): Text => ({
  zh: `主题写明了品类“${name.zh}”`,
  en: `the theme names its class, ${name.en}`,
})

const suits = (theme: Theme, name: Text): Text => ({
  zh: `品类“${name.zh}”合于主题“${theme.name.zh}”：${theme.why.zh}`,
  en: `its class, ${name.en}, suits the theme “${theme.name.en}”: ${theme.why.en}`,
})
