import type { Text } from '@haixuan/domain/kernel/errors'
import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import type { TemplateLanguage } from '@haixuan/domain/templates/template-schema'

const HAN = /\p{Script=Han}/u
const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const

/** Texts, days and money as a letter in a language says them. */
export function sayingIn(language: TemplateLanguage) {
  const days = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  const [comma, opens, closes] = language === 'zh' ? ['、', '（', '）'] : [', ', ' (', ')']
  return {
    text: (of: Text) => of[language],
    /** the name of somebody, of those they have the first in the script of the language */
    name: (names: readonly string[]) => names.find((n) => HAN.test(n) === (language === 'zh')) ?? names[0] ?? null,
    day: (day: string | null | undefined) => (day ? days.format(new Date(`${day}T00:00:00Z`)) : null),
    /** between a name and its day */
    comma: language === 'zh' ? '，' : ', ',
    /** between what is wrong and what mends it */
    mending: language === 'zh' ? '，' : '. ',
    /** between a name and what it says */
    colon: language === 'zh' ? '：' : ': ',
    money: (m: Money) => `${m.currency} ${formatDecimal(m)}`,
    /** words with what they are about in brackets */
    about: (words: string, of: readonly string[]) =>
      of.length === 0 ? words : `${words}${opens}${of.join(comma)}${closes}`,
  }
}
export type Saying = ReturnType<typeof sayingIn>
