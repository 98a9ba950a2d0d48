import type { Text } from '@haixuan/domain/kernel/errors'
import type { Language } from '../../texts/language.ts'

/** How a letter in a language says that something is left to fill in. */
export const gapMark = (name: Text, language: Language): string =>
  language === 'zh' ? `【待填：${name.zh}】` : `[to fill in: ${name.en}]`
