import { useLanguage } from './language.ts'

const IN_BOTH = /^(\p{Script=Han}[^A-Za-z]*惯例)\s+(practice .+)$/u

/** What a rule rests on, as the reader calls it: acts have one name, practice is told in both languages. */
export function useAct(): (act: string) => string {
  const language = useLanguage()
  return (act) => {
    const both = IN_BOTH.exec(act)
    return both ? (both[language === 'zh' ? 1 : 2] ?? act) : act
  }
}
